import { isStronglyNumbered, levelOfNumber } from '../heading-numbers.ts'
import type { Content, Paragraph } from './content.ts'
import { printedText } from './table-item.ts'

const longestHeading = 100

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

/**
 * The level of a paragraph that is a heading, from 1. Its style decides; where the writer used none, a short numbered line
 * that stands out (bold, larger or in another font), or that is numbered as only headings are, is one.
 */
export function findHeadingLevel(paragraph: Paragraph, body: Body): number | null {
  const text = printedText(paragraph)
  if (text === '') return null
  if (paragraph.style.level !== null) return text.length <= longestHeading ? paragraph.style.level : null
  const level = levelOfNumber(text)
  if (level === null) return null
  const larger = paragraph.size !== null && body.size !== null && paragraph.size > body.size
  const otherFont = paragraph.font !== null && body.font !== null && paragraph.font !== body.font
  if (paragraph.bold || larger || otherFont) return level
  return isStronglyNumbered(text) ? level : null
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
  const first = start.findIndex(({ size, text }) => (size ?? 0) === largest && text.length <= longestHeading)
  const lead = start[first]
  if (!lead || largest === 0 || lead.style.level !== null || (!lead.centred && !lead.bold)) return null
  const lines = [lead]
  for (const next of start.slice(first + 1)) {
    if (next.size !== lead.size || next.style.level !== null || next.text.length > longestHeading / 2) break
    lines.push(next)
  }
  return lines.length > 5 ? lead.text : joinTitle(lines)
}

const joinTitle = (lines: readonly Paragraph[]) => lines.map(({ text }) => text.replace(/\s*\n\s*/g, '')).join('')
