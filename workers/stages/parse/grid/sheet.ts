import type { Cell } from '../../../../schemas/document.ts'

/** A sheet's cells that print something, in row order, at their sheet positions with the spans of their merges. */
export type Sheet = {
  name: string | null
  cells: Cell[]
  hiddenRows: ReadonlySet<number>
  hiddenColumns: ReadonlySet<number>
}

const columnNames: string[] = []

/** 1 → A, 27 → AA */
export function columnName(column: number): string {
  const known = columnNames[column]
  if (known !== undefined) return known
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  columnNames[column] = name
  return name
}

/** A → 1, AA → 27; the letters at the start of a reference such as F5. 0 where there are none. */
export function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column
}

const year = /^(?:19|20)\d\d(?:年)?$/

/** Whether a cell holds a figure; a year stands in headers as well, so it tells nothing. */
export const isFigure = ({ number, text }: Cell) =>
  !year.test(text) && (number !== null || /^[-+−－]?[\d,，.．]*\d[\d,，.．]*\s*[%％‰]?$/.test(text))
