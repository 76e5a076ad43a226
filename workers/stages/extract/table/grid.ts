import { normalise } from '../../../../rules/engine/normalise.ts'
import type { Cell, Table } from '../../../../schemas/document.ts'

/** A table as a full rectangle: a merged cell stands at each place it covers. Rows and columns count from 0 here. */
export type Grid = {
  readonly table: Table
  readonly rows: number
  readonly columns: number
  readonly at: (row: number, column: number) => Cell | undefined
  /** The cell's normalised print, without any space. */
  readonly text: (row: number, column: number) => string
  /** True where the cell begins in this row and column, not where a merged one continues. */
  readonly starts: (row: number, column: number) => boolean
}

/** Lays a table's cells out. Cells outside the table's own size are left out. A million cells cost some megabytes, no more. */
export function layOut(table: Table): Grid {
  const { rows, columns, cells } = table
  const places = new Int32Array(rows * columns).fill(-1)
  for (const [index, cell] of cells.entries())
    for (let row = cell.row - 1; row < Math.min(cell.row - 1 + cell.rowSpan, rows); row++)
      for (let column = cell.column - 1; column < Math.min(cell.column - 1 + cell.columnSpan, columns); column++)
        places[row * columns + column] = index
  const texts: string[] = []
  const indexAt = (row: number, column: number) =>
    row < 0 || row >= rows || column < 0 || column >= columns ? -1 : (places[row * columns + column] ?? -1)
  const at = (row: number, column: number) => cells[indexAt(row, column)]
  const text = (row: number, column: number) => {
    const index = indexAt(row, column)
    if (index < 0) return ''
    texts[index] ??= normalise(cells[index]?.text ?? '').text.replaceAll(' ', '')
    return texts[index]
  }
  const starts = (row: number, column: number) => {
    const cell = at(row, column)
    return cell !== undefined && cell.row - 1 === row && cell.column - 1 === column
  }
  return { table, rows, columns, at, text, starts }
}

/** A printed row as one line, its cells apart by bars. */
export function lineOf(grid: Grid, row: number): string {
  const texts: string[] = []
  for (let column = 0; column < grid.columns; column++)
    if (column === 0 || grid.at(row, column) !== grid.at(row, column - 1)) texts.push(grid.text(row, column))
  return texts.filter(Boolean).join(' | ')
}
