import { attachCaptions } from '../captions.ts'
import type { Item, TextItem } from '../item.ts'
import type { Content, Paragraph, RawTable } from './content.ts'
import { type Body, findBody, findHeadingLevel } from './headings.ts'
import { findFramed, innerBlocks, notesIn, printedText, tableItem } from './table-item.ts'

/** Tables in tables in tables: deeper is hostile, and nobody could read it. */
const deepestNesting = 12

/** Half points by which a centred line may exceed the body and still be a table's caption, not a title. */
const captionGrowth = 4

const isContents = ({ style }: Paragraph) => /^(?:toc \d|toc heading|table of figures|目录 ?\d?)$/i.test(style.name)

/** A paragraph broken by hand after a sentence is several; elsewhere the break is only a space. */
function lines(text: string) {
  const parts: string[] = []
  for (const part of text.split('\n').map((line) => line.trim())) {
    const before = parts.at(-1)
    if (part === '') continue
    if (before === undefined || /[。；;！？!?]$/.test(before)) parts.push(part)
    else parts[parts.length - 1] = `${before} ${part}`
  }
  return parts
}

function paragraphItems(paragraph: Paragraph, body: Body): TextItem[] {
  if (isContents(paragraph)) return []
  const level = findHeadingLevel(paragraph, body)
  const bodySized = (paragraph.size ?? 0) <= (body.size ?? 0) + captionGrowth
  const captionLike = (paragraph.centred && bodySized) || /^(?:caption|题注|表题|表格标题|表标题|表名)/i.test(paragraph.style.name)
  return lines(printedText(paragraph)).map((text) => ({ kind: level === null ? 'paragraph' : 'heading', level, text, captionLike }))
}

/** What stands elsewhere in the package: notes by their ids, the print of pictures by their links. */
export type Elsewhere = { readonly notes: ReadonlyMap<string, string>; readonly pictures: ReadonlyMap<string, readonly Item[]> }

function* walk(content: readonly Content[], body: Body, elsewhere: Elsewhere, depth: number): Generator<Item> {
  const printNotes = function* (ids: readonly string[]): Generator<Item> {
    for (const id of ids) {
      const text = elsewhere.notes.get(id)
      if (text) yield { kind: 'note', level: null, text }
    }
  }
  for (const item of content) {
    if (item.kind === 'paragraph') {
      yield* paragraphItems(item, body)
      yield* printNotes(item.notes)
    } else if (item.kind === 'picture') yield* elsewhere.pictures.get(item.link) ?? []
    else yield* walkTable(item, body, elsewhere, depth, printNotes)
  }
}

function* walkTable(
  table: RawTable,
  body: Body,
  elsewhere: Elsewhere,
  depth: number,
  printNotes: (ids: readonly string[]) => Generator<Item>,
): Generator<Item> {
  const framed = findFramed(table)
  if (framed && depth < deepestNesting) {
    yield* walk(framed, body, elsewhere, depth + 1)
    return
  }
  const item = tableItem(table)
  if (item.cells.some(({ text }) => text !== '')) yield item
  yield* printNotes(notesIn(table))
  if (depth < deepestNesting) for (const nested of innerBlocks(table)) yield* walk([nested], body, elsewhere, depth + 1)
}

/** The blocks of a Word text in reading order: captions with their tables, footnotes after what refers to them, no table of contents. */
export const itemsOf = (content: readonly Content[], elsewhere: Elsewhere): Item[] =>
  attachCaptions([...walk(content, findBody(content), elsewhere, 0)])
