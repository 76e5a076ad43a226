import type { Cell } from '../../../../schemas/document.ts'
import { columnOf } from '../grid/sheet.ts'

export type Merge = { top: number; left: number; bottom: number; right: number }

/** Larger merges are looked up one by one instead of cell by cell, so that a hostile one costs no memory. */
const largestListed = 4_096
const columnsInSheet = 16_384

/** A1:N1 → its corners; undefined for what is no range. */
export function findMerge(reference: string): Merge | undefined {
  const [from = '', to = from] = reference.split(':')
  const [left, right] = [columnOf(from), columnOf(to)]
  const [top, bottom] = [from, to].map((corner) => Number(/\d+$/.exec(corner)?.[0]))
  if (!left || !right || !top || !bottom || bottom < top || right < left || right > columnsInSheet) return undefined
  return { top, left, bottom, right }
}

const keyOf = (row: number, column: number) => row * columnsInSheet + column

/** Gives merged cells their spans and drops the cells that a merge covers: a sheet shows only the first. */
export function applyMerges(cells: Cell[], merges: readonly Merge[]): Cell[] {
  if (merges.length === 0) return cells
  const first = new Map(merges.map((merge) => [keyOf(merge.top, merge.left), merge]))
  const covered = new Set<number>()
  const large: Merge[] = []
  for (const merge of merges) {
    if ((merge.bottom - merge.top + 1) * (merge.right - merge.left + 1) > largestListed) large.push(merge)
    else
      for (let row = merge.top; row <= merge.bottom; row++) for (let at = merge.left; at <= merge.right; at++) covered.add(keyOf(row, at))
  }
  const inLarge = ({ row, column }: Cell) =>
    large.some(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right)
  return cells.filter((cell) => {
    const key = keyOf(cell.row, cell.column)
    const own = first.get(key)
    if (own) {
      cell.rowSpan = own.bottom - own.top + 1
      cell.columnSpan = own.right - own.left + 1
      return true
    }
    return !covered.has(key) && !inLarge(cell)
  })
}
