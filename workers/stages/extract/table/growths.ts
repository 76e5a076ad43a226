import type { Growth } from '../../../../schemas/reading.ts'
import { intervalOf, toSpan } from '../../../../rules/engine/interval.ts'
import { evidenceOfCell } from '../evidence.ts'
import { readLabel } from '../label.ts'
import { readNumberCell } from '../numbers.ts'
import type { Columns } from './columns.ts'
import type { TableContext } from './context.ts'
import { lineOf, type Grid } from './grid.ts'
import { findYear } from './head.ts'
import type { Segment } from './segments.ts'

const overLastYear = /同比|比上年|较上年|比去年|较去年|年增长|^增长率|^增速|^增幅/
const overNamedYear = /[比较]((?:19|20)\d{2})年?/

/** The printed change of a column 同比增长（%） for each row whose name is a quantity; years must be certain. */
export function readTableGrowths(grid: Grid, segment: Segment, { heads, labels }: Columns, { owner, vocabulary, section, year: tableYear, identity }: TableContext): Growth[] {
  const growths: Growth[] = []
  for (const [column, head] of heads.entries()) {
    const percent = head.role === 'growth' && (/%|百分/.test(head.text) || head.label.unit === '%')
    const year = findYear(head.text.replace(overNamedYear, '')) ?? lastYearBefore(heads, column) ?? tableYear ?? identity.year
    const named = overNamedYear.exec(head.text)?.[1]
    const fromYear = named ? Number(named) : overLastYear.test(head.text) && year !== null ? year - 1 : null
    if (head.role !== 'growth' || year === null || fromYear === null) continue
    for (let row = segment.bodyStart; row < segment.end; row++) {
      const subject = readLabel(grid.text(row, labels[0] ?? 0), vocabulary).subject
      const cell = grid.at(row, column)
      const number = readNumberCell(grid.text(row, column))
      if (!subject || vocabulary.subjects.get(subject)?.indicator || !cell || !number || number.range || !(percent || number.unit === '%')) continue
      growths.push({
        document: owner.document,
        subject,
        year,
        fromYear,
        measure: 'rate',
        value: number.value,
        interval: toSpan(intervalOf(number.value)),
        raw: cell.text,
        level: null,
        fromLevel: null,
        priceBasis: null,
        approximate: number.approximate,
        evidence: evidenceOfCell(grid.table, cell, lineOf(grid, row), section),
      })
    }
  }
  return growths
}

function lastYearBefore(heads: Columns['heads'], column: number): number | null {
  for (let left = column - 1; left >= 0; left--) {
    const head = heads[left]
    if (head?.role === 'value' && head.year !== null) return head.year
  }
  return null
}
