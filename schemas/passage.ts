import { z } from 'zod'
import { Format } from './document.ts'

const oneBased = z.number().int().positive()

/** Which place of a document is asked for, as evidence names it. */
export const PassagePlace = z.object({
  table: oneBased.nullable(),
  row: oneBased.nullable(),
  column: oneBased.nullable(),
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  paragraph: oneBased.nullable(),
})
export type PassagePlace = z.infer<typeof PassagePlace>

export const PassageCell = z.object({
  row: oneBased,
  column: oneBased,
  rowSpan: oneBased,
  columnSpan: oneBased,
  text: z.string(),
  formula: z.string().nullable(),
})
export type PassageCell = z.infer<typeof PassageCell>

/** A paragraph or a table as printed; `isHere` is true of the one that is asked for. A table's rows and columns may be a part of its own. */
export const PassageBlock = z.union([
  z.object({ kind: z.enum(['heading', 'paragraph', 'note']), text: z.string(), isHere: z.boolean() }),
  z.object({
    kind: z.literal('table'),
    caption: z.string().nullable(),
    /** Rows and columns of the whole table, and the first of each that `cells` holds. */
    rows: z.number().int(),
    columns: z.number().int(),
    fromRow: oneBased,
    toRow: oneBased,
    fromColumn: oneBased,
    toColumn: oneBased,
    cells: z.array(PassageCell),
    isHere: z.boolean(),
  }),
])
export type PassageBlock = z.infer<typeof PassageBlock>

/** What stands around a place of a document that has no pages: a word-processor text, or a spreadsheet. */
export const Passage = z.object({
  format: Format,
  /** The headings above, outermost first. */
  headings: z.array(z.string()),
  sheet: z.string().nullable(),
  isHidden: z.boolean(),
  blocks: z.array(PassageBlock),
})
export type Passage = z.infer<typeof Passage>
