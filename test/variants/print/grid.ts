import type { Cell } from '../document.ts'

export type Placed = { text: string; row: number; column: number; rows: number; columns: number; formula?: string }

/** Cells with their grid positions: a spanning cell pushes those after it aside, as HTML does. */
export function place(rows: readonly (readonly Cell[])[]): { cells: Placed[]; columns: number } {
  const taken = new Set<string>()
  const cells: Placed[] = []
  let columns = 0
  rows.forEach((row, r) => {
    let column = 0
    for (const cell of row) {
      while (taken.has(`${r}:${column}`)) column++
      const spec = typeof cell === 'string' ? { text: cell } : cell
      const height = spec.rows ?? 1
      const width = spec.columns ?? 1
      for (let i = 0; i < height; i++) for (let j = 0; j < width; j++) taken.add(`${r + i}:${column + j}`)
      cells.push({ text: spec.text, row: r, column, rows: height, columns: width, ...(spec.formula ? { formula: spec.formula } : {}) })
      column += width
      columns = Math.max(columns, column)
    }
  })
  return { cells, columns }
}

/** Splits "m^3^" into runs, the raised ones marked. */
export function runs(text: string): { text: string; raised: boolean }[] {
  return text
    .split('^')
    .map((part, i) => ({ text: part, raised: i % 2 === 1 }))
    .filter((run) => run.text !== '')
}

export const flat = (text: string): string => text.replaceAll('^', '')
