import type { PageCell, PageTable } from './page-table.ts'

/** Drops rows and columns in which no cell begins: slivers between double rules, white bands inside a frame, columns that every row merges. */
export function tidyTable(table: PageTable): PageTable | undefined {
  const isWhite = (cell: PageCell) => cell.columnSpan === table.columns || cell.rowSpan === table.rows
  const cells = table.cells.filter(
    (cell) => cell.text !== '' || (!isWhite(cell) && cell.box[2] - cell.box[0] > 4 && cell.box[3] - cell.box[1] > 4),
  )
  if (cells.every((cell) => cell.text === '')) return undefined
  const rowMap = renumber(table.rows, cells, (cell) => cell.row)
  const columnMap = renumber(table.columns, cells, (cell) => cell.column)
  const at = (map: number[], index: number, limit: number) => (index >= limit ? (map[limit] ?? 0) : (map[index] ?? 0))
  const moved = cells.map((cell) => {
    const row = at(rowMap, cell.row, table.rows)
    const column = at(columnMap, cell.column, table.columns)
    const rowSpan = Math.max(1, at(rowMap, cell.row + cell.rowSpan, table.rows) - row)
    const columnSpan = Math.max(1, at(columnMap, cell.column + cell.columnSpan, table.columns) - column)
    return { ...cell, row, column, rowSpan, columnSpan }
  })
  const kept = new Set(cells.map((cell) => cell.column))
  const edges = table.edges.filter((_, index) => index === table.columns || kept.has(index))
  return { ...table, rows: rowMap[table.rows] ?? 0, columns: columnMap[table.columns] ?? 0, edges, cells: moved }
}

/** New number of every old row or column; a line in which nothing begins takes the number of the next that is kept. */
function renumber(count: number, cells: readonly PageCell[], of: (cell: PageCell) => number): number[] {
  const begins = new Set(cells.map(of))
  const map: number[] = []
  let next = 0
  for (let index = 0; index < count; index++) {
    map.push(next)
    if (begins.has(index)) next++
  }
  map.push(next)
  return map
}
