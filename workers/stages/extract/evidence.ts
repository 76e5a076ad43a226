import type { Cell, Table } from '../../../schemas/document.ts'
import type { Evidence } from '../../../schemas/place.ts'

/** Evidence that says nothing yet. */
export const emptyEvidence: Evidence = {
  page: null,
  bbox: null,
  table: null,
  row: null,
  column: null,
  sheet: null,
  cell: null,
  section: null,
  paragraph: null,
  text: '',
}

const longestQuote = 240

/** The place of a table's cell; `text` is the printed row, so that a reader recognises it. */
export function evidenceOfCell(table: Table, cell: Cell, row: string, section: string | null): Evidence {
  return {
    ...emptyEvidence,
    page: cell.page,
    bbox: cell.bbox,
    table: table.table,
    row: cell.row,
    column: cell.column,
    sheet: table.sheet,
    cell: cell.cell,
    section,
    text: row.length > longestQuote ? `${row.slice(0, longestQuote)}…` : row,
  }
}
