import type { Block, TextBlock } from '../../../../schemas/document.ts'
import { findCaption, findUnit } from './attach-captions.ts'
import { type BodyStyle, measureBody } from './body-style.ts'
import type { TextLine } from './compose-line.ts'
import { findTitle } from './find-title.ts'
import { joinText } from './group-lines.ts'
import { findHeadingRank, levelsOf, unnumbered } from './headings.ts'
import { addPart, continuesTable, finishTable, type GatheredTable, gather } from './joined-table.ts'
import type { PageTable } from './page-table.ts'
import { composeParagraph, goesOn, goesOnLarge, type PageFrame, type Paragraph, type PlacedLine } from './paragraphs.ts'
import { findRunningHeads } from './running-heads.ts'
import { captionPattern, notePattern, sentenceEnd, unitPattern } from './table-words.ts'

/** What is kept of a page once its characters are read. */
export type PageRecord = PageFrame & { lines: TextLine[]; tables: PageTable[] }

type Item = { kind: 'line'; placed: PlacedLine } | { kind: 'table'; gathered: GatheredTable }
type Draft = { kind: 'heading' | 'paragraph' | 'note'; rank: number; paragraph: Paragraph }

/** Puts the pages together: running heads apart, captions to their tables, tables joined over pages, lines to paragraphs and headings. */
export function buildDocument(pages: readonly PageRecord[]): { title: string | null; blocks: Block[]; runningHeads: string[] } {
  const heads = findRunningHeads(pages)
  const bodies = pages.map((page) => ({ ...page, lines: page.lines.filter((line) => !heads.lines.has(line)) }))
  const styles = measureStyles(bodies)
  const items = layOut(bodies, styles)
  const printed = items.flatMap((item) => (item.kind === 'line' ? [item.placed] : []))
  const title = findTitle(printed)
  const blocks = number(draftBlocks(items, new Set(title)))
  const name = title.reduce((text, { line }, index) => (index === 0 ? line.text : joinText(text, line.text, true)), '')
  return { title: name === '' ? null : name, blocks, runningHeads: heads.texts }
}

/** Portrait and landscape pages have margins of their own. */
function measureStyles(pages: readonly PageRecord[]): Map<number, BodyStyle> {
  const widths = new Map<number, TextLine[]>()
  for (const page of pages) {
    const key = Math.round(page.width / 20)
    const lines = widths.get(key) ?? []
    for (const line of page.lines) lines.push(line)
    widths.set(key, lines)
  }
  return new Map([...widths].map(([key, lines]) => [key, measureBody(lines, key * 20)]))
}

function layOut(pages: readonly PageRecord[], styles: Map<number, BodyStyle>): Item[] {
  const items: Item[] = []
  for (const page of pages) {
    const style = styles.get(Math.round(page.width / 20)) ?? measureBody(page.lines, page.width)
    const frame: PageFrame = page
    let rest = page.lines
    for (const table of page.tables) {
      const above = rest.filter((line) => (line.box[1] + line.box[3]) / 2 < table.box[1])
      rest = rest.slice(above.length)
      const found = findCaption(table, above)
      for (const line of above) if (!found.lines.includes(line)) items.push({ kind: 'line', placed: { line, frame, style } })
      const { caption, unit } = found.caption === null && above.length === 0 ? captionBefore(items, page.page) : found
      addTable(items, table, caption, unit, frame)
    }
    for (const line of rest) items.push({ kind: 'line', placed: { line, frame, style } })
  }
  return items
}

/** A caption (and unit line) left alone at the foot of the page before its table. */
function captionBefore(items: Item[], page: number): { caption: string | null; unit: string | null } {
  const lineAt = (back: number) => {
    const item = items[items.length - back]
    return item?.kind === 'line' && item.placed.frame.page === page - 1 ? item.placed.line.text : ''
  }
  const unit = unitPattern.test(lineAt(1)) ? lineAt(1) : null
  const name = lineAt(unit === null ? 1 : 2)
  if (!captionPattern.test(name) || sentenceEnd.test(name) || name.length > 60) return { caption: null, unit: null }
  items.splice(items.length - (unit === null ? 1 : 2))
  return { caption: unit === null ? name : `${name} ${unit}`, unit: unit ?? findUnit(name) }
}

function addTable(items: Item[], table: PageTable, caption: string | null, unit: string | null, frame: PageFrame): void {
  const last = items[items.length - 1]
  if (last?.kind === 'table' && continuesTable(last.gathered, table, caption, unit, frame.page)) addPart(last.gathered, table, frame)
  else items.push({ kind: 'table', gathered: gather(table, caption, unit, frame) })
}

function draftBlocks(items: readonly Item[], title: ReadonlySet<PlacedLine>): (Draft | GatheredTable)[] {
  const drafts: (Draft | GatheredTable)[] = []
  let group: PlacedLine[] = []
  let note: number | undefined
  const close = () => {
    if (group.length > 0) drafts.push(draft(group, title, note))
    group = []
  }
  for (const item of items) {
    if (item.kind === 'table') {
      close()
      drafts.push(item.gathered)
      note = 0
      continue
    }
    const { placed } = item
    const last = group[group.length - 1]
    const titled = last !== undefined && title.has(last) && title.has(placed)
    if (last !== undefined && (titled || (title.has(last) === title.has(placed) && (goesOn(last, placed) || goesOnLarge(last, placed))))) {
      group.push(placed)
      continue
    }
    close()
    note = noteSize(note, placed)
    group = [placed]
  }
  close()
  return drafts
}

/** After a table: 0 while a note may begin, the note's font size while notes go on, undefined in the body. */
function noteSize(state: number | undefined, { line, style }: PlacedLine): number | undefined {
  if (state === undefined) return undefined
  if (notePattern.test(line.text)) return line.size
  return state > 0 && Math.abs(line.size - state) < 0.3 && line.size < style.size * 0.96 ? state : undefined
}

function draft(group: readonly PlacedLine[], title: ReadonlySet<PlacedLine>, note: number | undefined): Draft {
  const paragraph = composeParagraph(group)
  const first = group[0]
  if (first === undefined || title.has(first)) return { kind: 'paragraph', rank: unnumbered, paragraph }
  if (note !== undefined && note > 0) return { kind: 'note', rank: unnumbered, paragraph }
  const { line, style, frame } = first
  const rank = findHeadingRank(paragraph.text, {
    lines: group.length,
    larger: line.size > style.size * 1.05,
    muchLarger: line.size > style.size * 1.14 || (line.bold && line.size >= style.size * 0.98 && isCentred(line, frame)),
    bold: line.bold,
    centred: isCentred(line, frame),
    fields: line.segments.length > 1 && /\d\s*$/.test(line.text),
  })
  const covered = frame.page === [...title][0]?.frame.page && rank === unnumbered
  return rank === undefined || covered ? { kind: 'paragraph', rank: unnumbered, paragraph } : { kind: 'heading', rank, paragraph }
}

const isCentred = (line: TextLine, frame: PageFrame) => Math.abs((line.box[0] + line.box[2]) / 2 - frame.width / 2) < 14

function number(drafts: readonly (Draft | GatheredTable)[]): Block[] {
  const levels = levelsOf(drafts.flatMap((item) => ('rank' in item && item.kind === 'heading' ? [item.rank] : [])))
  let paragraphs = 0
  let tables = 0
  return drafts.map((item): Block => {
    if (!('rank' in item)) return finishTable(item, ++tables)
    const { text, lines, recognised, printed } = item.paragraph
    const block: TextBlock = {
      kind: item.kind,
      level: item.kind === 'heading' ? (levels.get(item.rank) ?? 1) : null,
      text,
      paragraph: ++paragraphs,
      page: printed[0]?.frame.page ?? null,
      lines,
      ...(recognised.length === 0 ? {} : { recognised }),
    }
    return block
  })
}
