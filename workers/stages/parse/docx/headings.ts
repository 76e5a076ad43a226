import type { Content, Paragraph } from './content.ts'
import { printedText } from './table-item.ts'

const longestHeading = 50
/** A numbered line this short, without inner punctuation, is a heading even in the body's own type. */
const longestPlainHeading = 25

const patterns: readonly [pattern: RegExp, level: number, strong: boolean][] = [
  [/^第[一二三四五六七八九十百\d]+[章篇部]/, 1, true],
  [/^第[一二三四五六七八九十百\d]+节/, 2, true],
  [/^附(?:件|录)\s*[一二三四五六七八九十\dA-Z]/, 1, false],
  [/^[一二三四五六七八九十]+[、．.]/, 1, true],
  [/^[（(][一二三四五六七八九十]+[）)]/, 2, true],
  [/^\d{1,2}(?:[.．]\d{1,2}){3}(?![\d.．%％])/, 4, false],
  [/^\d{1,2}(?:[.．]\d{1,2}){2}(?![\d.．%％])/, 3, false],
  [/^\d{1,2}[.．]\d{1,2}(?![\d.．%％])\s*[^\d\s]/, 2, false],
  [/^\d{1,2}[、．.\s]\s*[^\d\s]/, 3, false],
]

/** What the body is set in: the commonest size and font, weighed by characters. */
export type Body = { size: number | null; font: string | null }

const commonest = <T>(weights: Map<T, number>): T | null => [...weights].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null

export function findBody(content: readonly Content[]): Body {
  const sizes = new Map<number | null, number>()
  const fonts = new Map<string | null, number>()
  for (const item of content) {
    if (item.kind !== 'paragraph') continue
    sizes.set(item.size, (sizes.get(item.size) ?? 0) + item.text.length)
    fonts.set(item.font, (fonts.get(item.font) ?? 0) + item.text.length)
  }
  return { size: commonest(sizes), font: commonest(fonts) }
}

const endsSentence = (text: string) => /[。；;，,、：:！？]$/.test(text)

/**
 * The level of a paragraph that is a heading, from 1. Its style decides; where the writer used none, a short numbered line
 * that stands out (bold, larger or in another font), or that is numbered as only headings are, is one.
 */
export function findHeadingLevel(paragraph: Paragraph, body: Body): number | null {
  const text = printedText(paragraph)
  if (text === '') return null
  if (paragraph.style.level !== null) return text.length <= 2 * longestHeading ? paragraph.style.level : null
  if (text.length > longestHeading || endsSentence(text)) return null
  const [, level, strong] = patterns.find(([pattern]) => pattern.test(text)) ?? []
  if (level === undefined) return null
  const larger = paragraph.size !== null && body.size !== null && paragraph.size > body.size
  const otherFont = paragraph.font !== null && body.font !== null && paragraph.font !== body.font
  if (paragraph.bold || larger || otherFont) return level
  return strong && text.length <= longestPlainHeading && !/[，。；：,;:]/.test(text) ? level : null
}

/** How many paragraphs from the start may hold the title. */
const titleWithin = 25

/** The document's printed title: the lines in a title style, or the neighbouring lines in the largest type of its beginning. */
export function findTitle(content: readonly Content[]): string | null {
  const start: Paragraph[] = []
  for (const item of content) {
    if (start.length >= titleWithin || (start.length > 0 && item.kind === 'table')) break
    if (item.kind === 'paragraph' && item.text.trim() !== '') start.push(item)
  }
  const styled = start.filter(({ style }) => /^(?:title|标题|文档标题|封面标题)$/i.test(style.name))
  if (styled.length > 0) return joinTitle(styled)
  const largest = Math.max(...start.map(({ size }) => size ?? 0))
  const first = start.findIndex(({ size, text }) => (size ?? 0) === largest && text.length <= 2 * longestHeading)
  const lead = start[first]
  if (!lead || largest === 0 || lead.style.level !== null || (!lead.centred && !lead.bold)) return null
  const lines = [lead]
  for (const next of start.slice(first + 1)) {
    if (next.size !== lead.size || next.style.level !== null || next.text.length > longestHeading) break
    lines.push(next)
  }
  return lines.length > 5 ? lead.text : joinTitle(lines)
}

const joinTitle = (lines: readonly Paragraph[]) => lines.map(({ text }) => text.replace(/\s*\n\s*/g, '')).join('')
