import type { Box } from '../../../../schemas/place.ts'
import { mergeCells, type Place } from './merge-cells.ts'
import type { Rule } from './page-content.ts'
import type { Region } from './page-table.ts'

/** Lines this near to one another are one boundary of the grid. */
const sameLine = 3.5
/** A parting line must run along this share of the cell's side. */
const enough = 0.55
/** Between these shares a side in a picture is neither surely ruled nor surely open. */
const unclear = { from: 0.15, to: 0.8 }

/** The grid's boundaries along one axis: the lines' own places and the region's two ends. */
export function boundaries(rules: readonly Rule[], from: number, to: number): number[] {
  const places = [from, ...rules.map((rule) => rule.at), to].sort((a, b) => a - b)
  const kept: number[] = []
  for (const place of places) if (kept.length === 0 || place - (kept[kept.length - 1] ?? 0) > sameLine) kept.push(place)
  return kept
}

/** The share of the stretch that rules at this place cover. */
function coverage(rules: readonly Rule[], at: number, from: number, to: number): number {
  let covered = 0
  for (const rule of rules)
    if (Math.abs(rule.at - at) <= sameLine) covered += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from))
  return to > from ? covered / (to - from) : 1
}

/** Whether rules at this place cover most of the stretch. */
export const covers = (rules: readonly Rule[], at: number, from: number, to: number): boolean => coverage(rules, at, from, to) >= enough

/** The interval of `edges` that holds the value; the nearest one outside them. */
export function intervalOf(edges: readonly number[], value: number): number {
  const index = edges.findLastIndex((edge) => edge <= value)
  return Math.min(Math.max(index, 0), edges.length - 2)
}

/** The grid that a region's rules make: its boundaries across and down, and its cells by row and column, merged where no line parts them. */
export type Grid = { xs: number[]; ys: number[]; rows: number; columns: number; places: Place[] }

/** Undefined where the region is no grid, or a monstrous one. */
export function findGrid(region: Region): Grid | undefined {
  const [left, top, right, bottom] = region.box
  const xs = boundaries(region.verticals, left, right)
  const ys = boundaries(region.horizontals, top, bottom)
  const rows = ys.length - 1
  const columns = xs.length - 1
  if (rows < 1 || columns < 1 || rows * columns > 200_000) return undefined
  const places = mergeCells(rows, columns, {
    above: (row, column) => covers(region.horizontals, ys[row] ?? 0, xs[column] ?? 0, xs[column + 1] ?? 0),
    before: (column, row) => covers(region.verticals, xs[column] ?? 0, ys[row] ?? 0, ys[row + 1] ?? 0),
  })
  return { xs, ys, rows, columns, places }
}

/** The cells, by their number in `owner`, beside a side of the grid of which rules cover neither most nor next to nothing. */
export function findUnclear({ xs, ys, rows, columns }: Grid, region: Region, owner: readonly number[]): Set<number> {
  const found = new Set<number>()
  const look = (share: number, at: number, before: number) => {
    if (share > unclear.from && share < unclear.to) for (const index of [at, before]) found.add(owner[index] ?? -1)
  }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column
      const [x0, y0, x1, y1] = [xs[column] ?? 0, ys[row] ?? 0, xs[column + 1] ?? 0, ys[row + 1] ?? 0]
      if (row > 0) look(coverage(region.horizontals, y0, x0, x1), at, at - columns)
      if (column > 0) look(coverage(region.verticals, x0, y0, y1), at, at - 1)
    }
  return found
}

/** The box of a cell. */
export const boxOf = ({ xs, ys }: Grid, place: Place): Box => [
  xs[place.column] ?? 0,
  ys[place.row] ?? 0,
  xs[place.column + place.columnSpan] ?? 0,
  ys[place.row + place.rowSpan] ?? 0,
]
