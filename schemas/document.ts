import { z } from 'zod'
import { Box } from './place.ts'

const oneBased = z.number().int().positive()

/** What the bytes are, found from the bytes themselves, never from the file's name. */
export const Format = z.enum(['pdf', 'docx', 'xlsx', 'doc', 'xls', 'csv', 'html', 'text', 'image', 'unknown'])
export type Format = z.infer<typeof Format>

/** A change that knowledge made to a reading: to what another reader saw, or to characters that look alike; never to what only should be there. */
export const Repair = z.object({ from: z.string(), to: z.string(), why: z.string() })
export type Repair = z.infer<typeof Repair>

/**
 * How a piece of print was read from a picture: what the first engine read, what the second one read (null where it was not
 * asked), what else they held possible, likeliest first, and how sure the reading is. Below 0.9 it accuses nobody.
 */
export const Recognition = z.object({
  read: z.string(),
  second: z.string().nullable(),
  others: z.array(z.string()),
  confidence: z.number().min(0).max(1),
  repairs: z.array(Repair).optional(),
  /** Set where the picture does not show for certain which row or column of its table the print stands in. */
  placeInferred: z.literal(true).optional(),
})
export type Recognition = z.infer<typeof Recognition>

/**
 * One printed line of a paragraph on a page: the characters [start, end) of the paragraph's text, and the x of every
 * character's left edge plus the last one's right edge (end - start + 1 numbers), so that any span has its exact box.
 */
export const Line = z.object({ start: z.number().int(), end: z.number().int(), page: oneBased, bbox: Box, xs: z.array(z.number()) })
export type Line = z.infer<typeof Line>

/** A run of text. `heading` has a level from 1; `note` stands under a table (注：…). `lines` is empty outside PDF and pictures. */
export const TextBlock = z.object({
  kind: z.enum(['heading', 'paragraph', 'note']),
  level: oneBased.nullable(),
  text: z.string(),
  paragraph: oneBased,
  page: oneBased.nullable(),
  lines: z.array(Line),
  /** Of print read from a picture: how the characters [start, end) of the text were read. */
  recognised: z.array(z.object({ start: z.number().int(), end: z.number().int(), recognition: Recognition })).optional(),
})
export type TextBlock = z.infer<typeof TextBlock>

/**
 * One cell as printed, at its top left row and column. `number` is the exact decimal of a spreadsheet's numeric cell
 * (its text being what the sheet shows); `formula` the spreadsheet's formula. `confidence` is below 1 after OCR.
 */
export const Cell = z.object({
  row: oneBased,
  column: oneBased,
  rowSpan: oneBased,
  columnSpan: oneBased,
  text: z.string(),
  page: oneBased.nullable(),
  bbox: Box.nullable(),
  cell: z.string().nullable(),
  number: z.string().nullable(),
  formula: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  /** Of print read from a picture. */
  recognition: Recognition.optional(),
})
export type Cell = z.infer<typeof Cell>

/** A table, joined over its pages with repeated headers dropped. `caption` is the printed line above it (表4-1 …，单位：万元). */
export const Table = z.object({
  kind: z.literal('table'),
  table: oneBased,
  caption: z.string().nullable(),
  rows: z.number().int().nonnegative(),
  columns: z.number().int().nonnegative(),
  cells: z.array(Cell),
  page: oneBased.nullable(),
  sheet: z.string().nullable(),
})
export type Table = z.infer<typeof Table>

export const Block = z.union([TextBlock, Table])
export type Block = z.infer<typeof Block>

/** A fault met while reading, told in Chinese: what could not be read, and what to do. */
export const Problem = z.object({ code: z.string(), message: z.string(), page: oneBased.nullable() })
export type Problem = z.infer<typeof Problem>

/**
 * One file as parsed, whatever its format: blocks in reading order, running heads and feet apart.
 * `failed` means that nothing could be read, `partial` that something could not; both have a problem.
 */
export const ParsedDocument = z.object({
  file: z.string(),
  sha256: z.string(),
  format: Format,
  status: z.enum(['parsed', 'partial', 'failed']),
  problems: z.array(Problem),
  pages: z.number().int().nonnegative(),
  ocrPages: z.number().int().nonnegative(),
  title: z.string().nullable(),
  blocks: z.array(Block),
  runningHeads: z.array(z.string()),
  hiddenSheets: z.array(z.string()),
})
export type ParsedDocument = z.infer<typeof ParsedDocument>
