import type { Line } from '../../../../schemas/document.ts'
import type { BodyStyle } from './body-style.ts'
import type { RecognisedSpan, TextLine } from './compose-line.ts'
import { joinText } from './group-lines.ts'
import { findScheme } from './headings.ts'
import { type PageContent, round, rounded, toDisplayed } from './page-content.ts'
import { isWide } from './printed-character.ts'
import { notePattern } from './table-words.ts'

export type PageFrame = Pick<PageContent, 'page' | 'width' | 'height' | 'turns' | 'warp'>
export type PlacedLine = { line: TextLine; frame: PageFrame; style: BodyStyle }

/** Printed lines that make one paragraph. */
export type Paragraph = { text: string; lines: Line[]; recognised: RecognisedSpan[]; printed: PlacedLine[] }

/** A first line stands in at least this many ems. */
const indent = 1.1
/** Lines farther apart than this share of the usual distance begin a new paragraph. */
const widePitch = 1.4

/** The width of what cannot be broken at the start of a line: one CJK character, or a whole word or number. */
function unbreakable(line: TextLine): number {
  let end = 0
  while (end < line.text.length && end < 60 && !isWide(line.text[end] ?? '') && line.text[end] !== ' ') end++
  const last = Math.max(1, end)
  return (line.xs[last] ?? line.box[2]) - line.box[0]
}

const endsSentence = (text: string) => /[。；！？!?;：:]["”’）)]?$/.test(text)

function isNearBelow(previous: PlacedLine, next: PlacedLine): boolean {
  if (previous.frame.page !== next.frame.page) return next.frame.page === previous.frame.page + 1
  const distance = next.line.base - previous.line.base
  const usual = Math.max(previous.style.pitch, previous.line.size * 1.2)
  return distance > previous.line.size * 0.5 && distance <= Math.max(usual * widePitch, previous.line.size * 2.1)
}

/**
 * Whether the next line goes on the paragraph: it follows closely in the same size, the line before is full (its first
 * word would not have fitted), and it is neither indented nor numbered as a new item.
 */
export function goesOn(previous: PlacedLine, next: PlacedLine): boolean {
  const { line: a } = previous
  const { line: b, style } = next
  if (a.turned || b.turned || Math.abs(a.size - b.size) > Math.max(a.size, b.size) * 0.1 || !isNearBelow(previous, next)) return false
  if (a.segments.length > 1 && b.segments.length > 1) return false
  const right = Math.max(previous.style.right, a.box[2])
  // A line set to the right (a signature, a date) is full at its end, but nothing goes on from it at the left.
  if (a.box[0] - style.left > (right - style.left) * 0.4 && a.box[0] - b.box[0] > a.size * 4) return false
  if (right - a.box[2] > unbreakable(b) + a.size * 0.7) return false
  const ended = endsSentence(a.text)
  if (ended && (findScheme(b.text) !== undefined || notePattern.test(b.text))) return false
  const stepsIn = b.box[0] - style.left > b.size * indent
  if (!stepsIn) return true
  return !ended && Math.abs(b.box[0] - a.box[0]) < b.size * 2.5
}

/** Whether two large centred lines are one title or heading broken over two lines. */
export function goesOnLarge(previous: PlacedLine, next: PlacedLine): boolean {
  const { line: a, style } = previous
  const { line: b } = next
  const large = a.size > style.size * 1.15 && Math.abs(a.size - b.size) < a.size * 0.04 && a.bold === b.bold
  const centred = Math.abs(a.box[0] + a.box[2] - b.box[0] - b.box[2]) < 24
  const wide = a.box[2] - a.box[0] > (style.right - style.left) * 0.6
  const near = previous.frame.page === next.frame.page && b.base - a.base < a.size * 2.6
  return large && centred && wide && near && findScheme(b.text) === undefined && !endsSentence(a.text)
}

/** Joins printed lines into one text, keeping where every line's characters stand. */
export function composeParagraph(printed: readonly PlacedLine[]): Paragraph {
  let text = ''
  const lines: Line[] = []
  const recognised: RecognisedSpan[] = []
  for (const [index, { line, frame }] of printed.entries()) {
    const joined = index === 0 ? line.text : joinText(text, line.text, true)
    const start = joined.length - line.text.length
    const last = lines[lines.length - 1]
    if (last !== undefined && last.end > start) {
      last.end = start
      last.xs = last.xs.slice(0, last.end - last.start + 1)
    }
    text = joined
    for (const span of line.recognised) recognised.push({ ...span, start: start + span.start, end: start + span.end })
    lines.push(...placeLine(line, frame, start))
  }
  return { text, lines, recognised, printed: [...printed] }
}

/** A line as displayed; on a sideways page, or for a turned label, one entry for each character, so that every span has its box. */
function placeLine(line: TextLine, frame: PageFrame, start: number): Line[] {
  if (frame.turns === 0 && frame.warp === undefined) {
    return [{ start, end: start + line.text.length, page: frame.page, bbox: rounded(line.box), xs: line.xs.map(round) }]
  }
  return Array.from({ length: line.text.length }, (_, index) => {
    const bbox = rounded(toDisplayed(frame, [line.xs[index] ?? 0, line.box[1], line.xs[index + 1] ?? 0, line.box[3]]))
    return { start: start + index, end: start + index + 1, page: frame.page, bbox, xs: [bbox[0], bbox[2]] }
  })
}
