import type { Block, Cell, TextBlock } from '../../../schemas/document.ts'

export type TextItem = {
  kind: 'heading' | 'paragraph' | 'note'
  level: number | null
  text: string
  /** Set by its style or by being centred: such a line over a table is the table's caption, whatever its words. */
  captionLike?: boolean
  /** Of print read from a picture. */
  recognised?: TextBlock['recognised']
}
export type TableItem = { kind: 'table'; caption: string | null; rows: number; columns: number; cells: Cell[]; sheet: string | null }

/** A block that does not yet know its number. */
export type Item = TextItem | TableItem

/** Numbers paragraphs and tables from 1 in document order. */
export function numberItems(items: Iterable<Item>): Block[] {
  const blocks: Block[] = []
  let paragraph = 0
  let table = 0
  for (const item of items) {
    if (item.kind === 'table') blocks.push({ ...item, table: ++table, page: null })
    else {
      const { kind, level, text, recognised } = item
      const read = recognised === undefined ? {} : { recognised }
      blocks.push({ kind, level, text, paragraph: ++paragraph, page: null, lines: [], ...read })
    }
  }
  return blocks
}

/** A cell that knows only its place in its table and its text. */
export const plainCell = (row: number, column: number, rowSpan: number, columnSpan: number, text: string): Cell => ({
  row,
  column,
  rowSpan,
  columnSpan,
  text,
  page: null,
  bbox: null,
  cell: null,
  number: null,
  formula: null,
  confidence: 1,
})
