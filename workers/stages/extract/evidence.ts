import type { Cell, Recognition, Table, TextBlock } from '../../../schemas/document.ts'
import type { Evidence } from '../../../schemas/place.ts'
import { joinRecognitions } from '../join-recognitions.ts'

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
const shorten = (text: string) => (text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text)

/** How sure a reading is; nothing to say of print that was no picture. */
export const sureness = (recognition: Recognition | undefined): Pick<Evidence, 'confidence'> =>
  recognition === undefined ? {} : { confidence: recognition.confidence }

/** The place of a block of text, by its first line; `text` is what is quoted of it. */
export const evidenceOfBlock = (
  { page, lines, paragraph, recognised = [] }: TextBlock,
  text: string,
  section: string | null = null,
): Evidence => ({
  ...emptyEvidence,
  ...{ page, bbox: lines[0]?.bbox ?? null, paragraph, section, text: shorten(text) },
  ...sureness(joinRecognitions(recognised.map(({ recognition }) => recognition))),
})

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
    text: shorten(row),
    ...sureness(cell.recognition),
  }
}
