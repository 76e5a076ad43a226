import type { Cell } from '../../../../schemas/document.ts'
import { isFigure, type Sheet } from './sheet.ts'

/** More blank rows than this end a table for good. */
const mostBlankRows = 2

const beyondAnySheet = 0x3fffffff

export type Bounds = { top: number; bottom: number; left: number; right: number }

export function boundsOf(cells: readonly Cell[]): Bounds {
  // Small integers from the start: from Infinity the engine would turn every row and column into a boxed double.
  const bounds = { top: beyondAnySheet, bottom: 0, left: beyondAnySheet, right: 0 }
  for (const { row, column, rowSpan, columnSpan } of cells) {
    if (row < bounds.top) bounds.top = row
    if (column < bounds.left) bounds.left = column
    if (row + rowSpan - 1 > bounds.bottom) bounds.bottom = row + rowSpan - 1
    if (column + columnSpan - 1 > bounds.right) bounds.right = column + columnSpan - 1
  }
  return bounds
}

/** The cells of the row that begins at `at`, as a half-open range; walking backwards gives the row that ends there. */
export function rowEnd(cells: readonly Cell[], at: number): number {
  const row = cells[at]?.row
  let end = at
  while (end < cells.length && cells[end]?.row === row) end++
  return end
}

export function rowStart(cells: readonly Cell[], end: number): number {
  const row = cells[end - 1]?.row
  let start = end
  while (start > 0 && cells[start - 1]?.row === row) start--
  return start
}

function visibleBetween(from: number, to: number, hidden: ReadonlySet<number>) {
  let count = 0
  for (let at = from + 1; at < to; at++) if (!hidden.has(at)) count++
  return count
}

/** A table that goes on under a blank row: the next rows have no header of their own and stay within its columns. */
function continues(upper: readonly Cell[], lower: readonly Cell[], blank: number) {
  if (blank > mostBlankRows) return false
  const first = lower.slice(0, rowEnd(lower, 0))
  if (first.length < 2 || !first.some(isFigure)) return false
  const above = boundsOf(upper)
  const below = boundsOf(lower)
  return above.bottom > above.top && above.right > above.left && below.left >= above.left && below.right <= above.right
}

/** Splits cells at blank rows; hidden rows are no gap, and a table that only has a blank row in it stays whole. */
export function splitRows(cells: readonly Cell[], hiddenRows: Sheet['hiddenRows']): Cell[][] {
  const bands: { cells: Cell[]; blankAbove: number }[] = []
  let bottom = 0
  for (const cell of cells) {
    const blank = cell.row > bottom + 1 ? visibleBetween(bottom, cell.row, hiddenRows) : 0
    const band = bands.at(-1)
    if (band && blank === 0) band.cells.push(cell)
    else bands.push({ cells: [cell], blankAbove: blank })
    bottom = Math.max(bottom, cell.row + cell.rowSpan - 1)
  }
  const joined: Cell[][] = []
  for (const { cells: band, blankAbove } of bands) {
    const upper = joined.at(-1)
    if (upper && continues(upper, band, blankAbove)) for (const cell of band) upper.push(cell)
    else joined.push(band)
  }
  return joined
}

/** A table of its own has a column of names, and at least two rows and columns. */
function standsAlone(cells: readonly Cell[]) {
  const { left, right, top, bottom } = boundsOf(cells)
  if (bottom === top || right === left) return false
  const names = cells.filter((cell) => cell.column === left)
  return names.filter(isFigure).length * 2 <= names.length
}

/** Splits cells at blank columns where tables stand side by side; a spacer column within one table does not split it. */
export function splitColumns(cells: Cell[], hiddenColumns: Sheet['hiddenColumns']): Cell[][] {
  const { left, right } = boundsOf(cells)
  const taken = new Uint8Array(right - left + 1)
  for (const { column, columnSpan } of cells) taken.fill(1, column - left, column - left + columnSpan)
  const groupAt = new Int32Array(taken.length)
  let group = 0
  for (let at = 1; at < taken.length; at++) {
    if (taken[at] === 1 && taken[at - 1] === 0 && !hiddenColumns.has(left + at - 1)) group++
    groupAt[at] = group
  }
  if (group === 0) return [cells]
  const groups: Cell[][] = Array.from({ length: group + 1 }, () => [])
  for (const cell of cells) groups[groupAt[cell.column - left] ?? 0]?.push(cell)
  return groups.every(standsAlone) ? groups : [cells]
}
