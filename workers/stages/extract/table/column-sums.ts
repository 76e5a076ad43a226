import { Decimal } from '../../../../rules/engine/decimal.ts'
import { toSpan } from '../../../../rules/engine/interval.ts'
import { findUnit } from '../../../../rules/engine/units.ts'
import type { Sum } from '../../../../schemas/reading.ts'
import { intervalIn } from '../count-interval.ts'
import { evidenceOfCell } from '../evidence.ts'
import { readNumberCell } from '../numbers.ts'
import type { Columns } from './columns.ts'
import { type Grid, lineOf } from './grid.ts'
import type { Segment } from './segments.ts'
import words from './sums.json' with { type: 'json' }

const total = new RegExp(words.total)
const part = new RegExp(words.part)
const notAdditive = new RegExp(words.notAdditive)
const share = new RegExp(words.share)

type Part = Sum['parts'][number]

/**
 * Columns that a total's column closes: those right before it whose heads could add up; none where one is a year, a rate or another unit's. One
 * among several kinds may be a quantity of the Standard (煤炭 | 电力 | 天然气 | 可再生能源 | 合计); where more are, each stands for itself.
 */
function partColumns(columns: Columns, at: number): number[] {
  const found: number[] = []
  const unit = columns.heads[at]?.label.unit ?? null
  for (let column = at - 1; column >= 0 && !columns.labels.includes(column); column--) {
    const head = columns.heads[column]
    if (!head || head.leaf === '' || total.test(head.leaf) || head.year !== null) break
    if (head.role === 'unit' || head.role === 'source') break
    if (notAdditive.test(head.text) || share.test(head.text) || part.test(head.leaf) || (head.label.unit ?? unit) !== unit) return []
    found.unshift(column)
  }
  const known = found.filter((column) => columns.heads[column]?.label.subject !== undefined)
  const parts = known.length * 3 <= found.length ? found : found.slice(found.lastIndexOf(known.at(-1) ?? -1) + 1)
  return parts.length > 1 ? parts : []
}

/**
 * The totals that stand in a column of their own (去向: 建材利用 | 路基填筑 | 填埋 | 合计), each with the parts of its row. Read only where most
 * rows add up or there is one row alone whose total is near: otherwise the columns are not parts of it.
 */
export function readColumnSums(document: string, grid: Grid, { bodyStart, end }: Segment, columns: Columns, section: string | null): Sum[] {
  const at = columns.heads.findIndex((head) => total.test(head.leaf))
  const head = columns.heads[at]
  if (!head || head.year !== null || head.label.subject !== undefined) return []
  const parts = partColumns(columns, at)
  if (parts.length === 0) return []
  const sums: Sum[] = []
  for (let row = bodyStart; row < end; row++) {
    const sum = rowSum(document, grid, columns, section, row, parts, at)
    if (sum) sums.push(sum)
  }
  const off = sums.map(distanceOf)
  const right = off.filter((share) => share.lt('0.005')).length
  const holds = sums.length === 1 ? (off[0] as Decimal).lt('0.2') : right * 2 >= sums.length && right > 0
  return holds ? sums : []
}

function rowSum(
  document: string,
  grid: Grid,
  { heads }: Columns,
  section: string | null,
  row: number,
  columns: readonly number[],
  at: number,
): Sum | undefined {
  const line = lineOf(grid, row)
  const partAt = (column: number): Part | undefined => {
    const cell = grid.at(row, column)
    const number = readNumberCell(grid.text(row, column))
    if (!cell || !number || number.range || number.approximate || number.operator || !grid.starts(row, column)) return undefined
    const unit = number.unit ?? heads[column]?.label.unit ?? null
    if (unit !== null && (findUnit(unit)?.dimension === 'ratio' || findUnit(unit)?.dimension.includes('/'))) return undefined
    return {
      label: heads[column]?.leaf ?? '',
      raw: cell.text,
      interval: toSpan(intervalIn(number.value, unit)),
      evidence: evidenceOfCell(grid.table, cell, line, section),
    }
  }
  const whole = partAt(at)
  const parts = columns.map(partAt)
  if (!whole || !parts.every((one) => one !== undefined)) return undefined
  return { document, label: line.split(' | ')[0] ?? '', parts, total: whole, unit: heads[at]?.label.unit ?? null, completeness: 'all' }
}

const middle = ({ interval }: Pick<Part, 'interval'>) => new Decimal(interval.low).plus(interval.high).div(2)

/** How far the parts are from their total, as a share of it. */
function distanceOf({ parts, total }: Sum): Decimal {
  const sum = parts.reduce((all, one) => all.plus(middle(one)), new Decimal(0))
  const whole = middle(total)
  return whole.isZero() ? new Decimal(1) : sum.minus(whole).div(whole).abs()
}
