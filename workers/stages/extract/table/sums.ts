import { Decimal } from '../../../../rules/engine/decimal.ts'
import { toSpan } from '../../../../rules/engine/interval.ts'
import { findUnit } from '../../../../rules/engine/units.ts'
import type { Cell } from '../../../../schemas/document.ts'
import type { Sum } from '../../../../schemas/reading.ts'
import { intervalIn } from '../count-interval.ts'
import { evidenceOfCell } from '../evidence.ts'
import { readNumberCell } from '../numbers.ts'
import { isPlaceholder } from '../vocabulary.ts'
import type { Columns } from './columns.ts'
import { type Grid, lineOf } from './grid.ts'
import type { Segment } from './segments.ts'
import words from './sums.json' with { type: 'json' }

type Part = Sum['parts'][number]
type Line = { readonly row: number; readonly label: string }

const total = new RegExp(words.total)
const subtotal = new RegExp(words.subtotal)
const part = new RegExp(words.part)
const notAdditive = new RegExp(words.notAdditive)
const share = new RegExp(words.share)

/** Every printed total of a table's rows with its parts: 合计, 小计 and 总计 over the rows that they close, column by column. */
export function readRowSums(document: string, grid: Grid, segment: Segment, columns: Columns, section: string | null): Sum[] {
  const lines = linesOf(grid, segment)
  const sums: Sum[] = []
  for (const [index, line] of lines.entries()) {
    if (!total.test(line.label)) continue
    const sets = partSets(lines, index)
    for (let column = 0; column < grid.columns; column++) {
      const sum = columnSum(document, grid, columns, section, line, sets, column)
      if (sum) sums.push(sum)
    }
  }
  return sums
}

function linesOf(grid: Grid, { bodyStart, end }: Segment): Line[] {
  const lines: Line[] = []
  for (let row = bodyStart; row < end; row++) {
    const label = labelOf(grid, row)
    if (label) lines.push({ row, label })
  }
  return lines
}

/** The first words of a row, whichever column they stand in: a total's name is often merged over 序号 and 名称. */
function labelOf(grid: Grid, row: number): string {
  const texts: string[] = []
  for (let column = 0; column < grid.columns; column++) {
    const text = grid.text(row, column)
    if (!text || /^\d+(?:\.\d+)*$/.test(text) || isPlaceholder(text)) continue
    if (readNumberCell(text)) break
    texts.push(text)
  }
  return texts.find((text) => total.test(text)) ?? texts[0] ?? ''
}

/** The sets of rows that a total may close. Where 其中 makes the nesting unsure, only sets without those rows. */
function partSets(lines: readonly Line[], index: number): Line[][] {
  const before = lines.slice(0, index)
  const lastTotal = before.findLastIndex((line) => total.test(line.label))
  const since = before.slice(lastTotal + 1).filter((line) => !part.test(line.label))
  const closing = lines[index]
  if (closing && subtotal.test(closing.label)) return since.length > 1 ? [since] : []
  const all = before.filter((line) => !total.test(line.label) && !part.test(line.label))
  const subtotals = before.filter((line) => subtotal.test(line.label))
  const sets =
    subtotals.length > 1
      ? [subtotals, all, [...subtotals, ...since]]
      : subtotals.length === 1
        ? [[...subtotals, ...since], all]
        : lastTotal >= 0
          ? [since, all]
          : [all]
  return sets.filter((set) => set.length > 1)
}

function columnSum(
  document: string,
  grid: Grid,
  { heads }: Columns,
  section: string | null,
  closing: Line,
  sets: readonly Line[][],
  column: number,
): Sum | undefined {
  const head = heads[column]
  const totalCell = grid.at(closing.row, column)
  if (!head || !totalCell || !grid.starts(closing.row, column)) return undefined
  const printed = readNumberCell(grid.text(closing.row, column))
  if (!printed || printed.range || printed.operator || !isAdditive(head.text, head.label.unit ?? printed.unit, printed.value))
    return undefined
  const place = (cell: Cell, row: number) => evidenceOfCell(grid.table, cell, lineOf(grid, row), section)
  const candidates = sets.flatMap((set) => {
    if (mixesUnits(grid, heads, set)) return []
    const read = set.map((line) => ({ line, part: partAt(grid, line, column, head.label.unit, place) }))
    const whole = read.every(({ line, part }) => part !== undefined || isPlaceholder(grid.text(line.row, column)))
    const parts = read.flatMap(({ part }) => part ?? [])
    return whole && parts.length > 1 ? [parts] : []
  })
  const closest = [...candidates].sort((a, b) => distance(a, printed.value).cmp(distance(b, printed.value)))[0]
  if (!closest) return undefined
  const label = head.text || grid.table.caption || ''
  return {
    document,
    label,
    parts: closest,
    total: {
      label: closing.label,
      raw: totalCell.text,
      interval: toSpan(intervalIn(printed.value, printed.unit ?? head.label.unit)),
      evidence: place(totalCell, closing.row),
    },
    unit: printed.unit ?? head.label.unit,
    completeness: 'all',
  }
}

function partAt(
  grid: Grid,
  line: Line,
  column: number,
  unit: string | null,
  place: (cell: Cell, row: number) => Part['evidence'],
): Part | undefined {
  const cell = grid.at(line.row, column)
  const print = grid.text(line.row, column)
  const number = readNumberCell(print)
  if (!cell || !number || number.range || number.approximate || !grid.starts(line.row, column)) return undefined
  return {
    label: line.label,
    raw: cell.text,
    interval: toSpan(intervalIn(number.value, number.unit ?? unit)),
    evidence: place(cell, line.row),
  }
}

/** Shares add up only to 100; rates and values per unit do not add up at all. */
function isAdditive(heading: string, unit: string | null, value: string): boolean {
  const ratio = share.test(heading) || (unit !== null && findUnit(unit)?.dimension === 'ratio')
  if (ratio) return new Decimal(value).eq(100) && !/率|增/.test(heading)
  return !notAdditive.test(heading) && !(unit !== null && findUnit(unit)?.dimension.includes('/'))
}

/** Rows in different units (吨 and 万元 in one column) do not add up. */
function mixesUnits(grid: Grid, heads: Columns['heads'], lines: readonly Line[]): boolean {
  const column = heads.findIndex((head) => head.role === 'unit')
  return column >= 0 && new Set(lines.map((line) => grid.text(line.row, column))).size > 1
}

const distance = (parts: readonly Part[], value: string): Decimal =>
  parts.reduce((left, { interval }) => left.minus(new Decimal(interval.low).plus(interval.high).div(2)), new Decimal(value)).abs()
