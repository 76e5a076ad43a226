import { isNumeric } from './cell-text.ts'
import type { PageCell, PageTable } from './page-table.ts'

/** Lines of one cell leave less white than this, in heights of a line, between them. */
const lineGap = 0.75
/** A row of which words fill this share of the columns is whole: a header, or findings in words. */
const worded = 0.6

type Row = { cells: PageCell[]; numbers: Set<number>; words: number }

function rowsOf(table: PageTable): Row[] {
  return Array.from({ length: table.rows }, (_, row) => {
    const cells = table.cells.filter((cell) => cell.row === row && cell.rowSpan === 1 && cell.text !== '')
    const numbers = cells.filter(({ text }) => isNumeric(text.replace(/\s/g, '')))
    return { cells, numbers: new Set(numbers.map(({ column }) => column)), words: cells.length - numbers.length }
  })
}

const lineHeight = ({ box, lines }: PageCell) => (box[3] - box[1]) / Math.max(1, lines)

/** Whether no more white parts the two rows than parts the lines of a cell. */
function isClose(upper: Row, lower: Row): boolean {
  const white = Math.min(...lower.cells.map(({ box }) => box[1])) - Math.max(...upper.cells.map(({ box }) => box[3]))
  return white < Math.min(...[...upper.cells, ...lower.cells].map(lineHeight)) * lineGap
}

/** Whether two rows may be one that was cut: no column has a number in both, and the white between them is no wider than in a cell. */
function mayBeOne(upper: Row, lower: Row, columns: number): boolean {
  if (upper.numbers.size + lower.numbers.size === 0 || [...upper.numbers].some((column) => lower.numbers.has(column))) return false
  if (upper.words >= columns * worded || lower.words >= columns * worded) return false
  return isClose(upper, lower)
}

/**
 * A table read from a picture, with the cells marked whose place is inferred: those of a row in which a cell holds several
 * numbers, and those of unruled rows that may be parts of one.
 */
export function withInferredPlaces(table: PageTable): PageTable {
  if (!table.cells.some(({ recognition }) => recognition !== undefined)) return table
  const rows = rowsOf(table)
  const inferred = new Set(table.cells.filter((cell) => cell.several && cell.rowSpan === 1).map((cell) => cell.row))
  if (!table.ruled)
    for (const [index, row] of rows.slice(1).entries())
      if (mayBeOne(rows[index] ?? row, row, table.columns)) inferred.add(index).add(index + 1)
  const concerned = ({ row, rowSpan, several }: PageCell) => several || (rowSpan === 1 && inferred.has(row))
  return { ...table, cells: table.cells.map((cell) => (concerned(cell) ? { ...cell, inferred: true } : cell)) }
}
