import { intervalOf, toSpan } from '../../../../rules/engine/interval.ts'
import type { Growth } from '../../../../schemas/reading.ts'
import { evidenceOfCell } from '../evidence.ts'
import { readLabel } from '../label.ts'
import { readNumberCell } from '../numbers.ts'
import type { Columns } from './columns.ts'
import type { TableContext } from './context.ts'
import { type Grid, lineOf } from './grid.ts'
import { findYear } from './head.ts'
import type { Segment } from './segments.ts'

const overLastYear = /同比|比上年|较上年|比去年|较去年|年增长|^增长率|^增速|^增幅/
const overNamedYear = /[比较]((?:19|20)\d{2})年?/

/** A column of changes: which years it compares, and whether its heading says that they are in %. */
type Change = { readonly column: number; readonly year: number; readonly fromYear: number; readonly percent: boolean }

/** The printed change of a column 同比增长（%） for each row whose name is a quantity; years must be certain. */
export function readTableGrowths(grid: Grid, segment: Segment, { heads, labels }: Columns, context: TableContext): Growth[] {
  const changes = heads.flatMap((head, column) => (head.role === 'growth' ? (changeOf(heads, column, context) ?? []) : []))
  const growths: Growth[] = []
  for (const change of changes)
    for (let row = segment.bodyStart; row < segment.end; row++) {
      const growth = growthAt(grid, row, labels[0] ?? 0, change, context)
      if (growth) growths.push(growth)
    }
  return growths
}

function changeOf(heads: Columns['heads'], column: number, { year: tableYear, identity }: TableContext): Change | undefined {
  const { text = '', label } = heads[column] ?? {}
  const year = findYear(text.replace(overNamedYear, '')) ?? lastYearBefore(heads, column) ?? tableYear ?? identity.year
  const named = overNamedYear.exec(text)?.[1]
  if (year === null || !(named || overLastYear.test(text))) return undefined
  return { column, year, fromYear: named ? Number(named) : year - 1, percent: /%|百分/.test(text) || label?.unit === '%' }
}

function growthAt(
  grid: Grid,
  row: number,
  labelColumn: number,
  change: Change,
  { owner, vocabulary, section }: TableContext,
): Growth | undefined {
  const subject = vocabulary.subjects.get(readLabel(grid.text(row, labelColumn), vocabulary).subject ?? '')
  const cell = grid.at(row, change.column)
  const number = readNumberCell(grid.text(row, change.column))
  if (!subject || subject.indicator || !cell || !number || number.range || !(change.percent || number.unit === '%')) return undefined
  return {
    document: owner.document,
    subject: subject.id,
    year: change.year,
    fromYear: change.fromYear,
    measure: 'rate',
    value: number.value,
    interval: toSpan(intervalOf(number.value)),
    raw: cell.text,
    level: null,
    fromLevel: null,
    priceBasis: null,
    approximate: number.approximate,
    evidence: evidenceOfCell(grid.table, cell, lineOf(grid, row), section),
  }
}

/** The latest year of the columns right before it, whichever way they run (2022年 | 2021年 | 同比). */
function lastYearBefore(heads: Columns['heads'], column: number): number | null {
  const years: number[] = []
  for (let left = column - 1; left >= 0; left--) {
    const head = heads[left]
    if (head?.role === 'value' && head.year !== null) years.push(head.year)
    else if (years.length > 0) break
  }
  return years.length > 0 ? Math.max(...years) : null
}
