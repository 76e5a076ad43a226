import type { Evidence } from '../../../schemas/place.ts'
import { visible } from './plain-text.ts'

/** A row of a table as printed: its cells from the left, and which of them a place is about. */
export type PrintedRow = { readonly cells: readonly string[]; readonly at: number }

/** The cells of the row that a place quotes; undefined where it quotes no row, or where the value cannot be found in it. */
export function findPrintedRow({ text, table, cell, column }: Evidence, raw: string | null): PrintedRow | undefined {
  if (table === null && cell === null) return undefined
  const cells = visible(text).split(' | ')
  const value = raw === null ? null : visible(raw).trim()
  const holds = (at: number) => cells[at] !== undefined && (value === null || cells[at]?.includes(value) === true)
  const at = column !== null && holds(column - 1) ? column - 1 : value === null ? -1 : cells.findIndex((one) => one.trim() === value)
  return cells.length < 2 || at === -1 ? undefined : { cells, at }
}

/** The part of a wide row to show: its first two cells, which name it, and those around the value. Holes are marked by undefined. */
export function narrowRow({ cells, at }: PrintedRow, most = 9): readonly (number | undefined)[] {
  const all = cells.map((_cell, index) => index)
  if (all.length <= most) return all
  const from = Math.max(2, Math.min(at - 3, all.length - (most - 2)))
  const shown = all.slice(from, from + most - 2)
  const before = from > 2 ? [undefined] : []
  return [0, 1, ...before, ...shown, ...(from + most - 2 < all.length ? [undefined] : [])]
}

/** What a row is called: its first cell that holds words and not only a number. */
export const rowName = ({ cells, at }: PrintedRow): string | undefined =>
  cells.find((cell, index) => index !== at && /[\p{L}]{2}/u.test(cell) && !/^[\d.,%\s]*$/.test(cell))
