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

/**
 * Widths in the width of one Chinese character: a half-page panel, one whose cells wrap, the widest cell
 * before it wraps, and a cell's margins.
 */
const width = { around: 38, whole: 90, cell: 11, margins: 1.5 }

const widthOf = (text: string): number => {
  const all = [...text].reduce((sum, letter) => sum + (letter < '\u2e80' ? 0.58 : 1), 0)
  return Math.min(all, width.cell) + width.margins
}

/**
 * The cells of a wide row to show, from the left: the value, the cell that names the row, and what stands nearest to the value, as
 * much as a panel holds; `whole` rather wraps than leaves out. Holes are undefined.
 */
export function narrowRow(row: PrintedRow, mode: 'around' | 'whole'): readonly (number | undefined)[] {
  const { cells, at } = row
  const wanted = [at, nameCell(row), ...cells.flatMap((_cell, step) => [at - step - 1, at + step + 1])]
  const shown = new Set<number>()
  let used = 2 * widthOf('…')
  for (const index of wanted) {
    const cell = cells[index]
    if (cell === undefined || shown.has(index)) continue
    used += widthOf(cell)
    if (used > width[mode] && shown.size > 1) break
    shown.add(index)
  }
  const kept = [...shown].sort((a, b) => a - b)
  const holes = kept.flatMap((index, order) => (index === (kept[order - 1] ?? -1) + 1 ? [index] : [undefined, index]))
  return kept.at(-1) === cells.length - 1 ? holes : [...holes, undefined]
}

const nameCell = ({ cells, at }: PrintedRow): number =>
  cells.findIndex((cell, index) => index !== at && /[\p{L}]{2}/u.test(cell) && !/^[\d.,%\s]*$/.test(cell))

/** What a row is called: its first cell, other than the value, that holds words and not only a number. */
export const rowName = (row: PrintedRow): string | undefined => row.cells[nameCell(row)]
