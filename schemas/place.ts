import { z } from 'zod'

const oneBased = z.number().int().positive()

/** Left, top, right, bottom in points; the origin is the page's top left corner. */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type Box = z.infer<typeof Box>

/**
 * Where a value stands in its document. A PDF or picture has page and box, a spreadsheet sheet and cell ("F5"),
 * a word-processor text paragraph or table, row and column. Tables count from 1 in document order, rows and columns
 * from 1 within their table, paragraphs from 1 in document order. `text` is the printed line or cell.
 */
export const Evidence = z.object({
  page: oneBased.nullable(),
  bbox: Box.nullable(),
  table: oneBased.nullable(),
  row: oneBased.nullable(),
  column: oneBased.nullable(),
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  section: z.string().nullable(),
  paragraph: oneBased.nullable(),
  text: z.string(),
  /** Of print read from a picture: how sure the reading of what stands there is. */
  confidence: z.number().min(0).max(1).optional(),
})
export type Evidence = z.infer<typeof Evidence>
