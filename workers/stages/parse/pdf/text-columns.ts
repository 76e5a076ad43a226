import type { TextLine } from './compose-line.ts'
import type { Glyph, Rule } from './page-content.ts'
import { isWide } from './printed-character.ts'

/** A stretch of one printed line that stands apart from its neighbours. */
export type Span = { x0: number; x1: number; text: string; base: number; top: number; bottom: number; size: number; glyphs: Glyph[] }

/** How far justification sets the CJK characters of this line apart; 0 where it does not. */
function justification(line: TextLine): number {
  const gaps: number[] = []
  for (const [index, glyph] of line.glyphs.entries()) {
    const before = line.glyphs[index - 1]
    if (before !== undefined && isWide(before.text) && isWide(glyph.text)) gaps.push(glyph.x0 - before.x1)
  }
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.3)] ?? 0
  return gaps.length >= 4 && usual > line.size * 0.1 ? usual : 0
}

/** Gaps wider than this, in points, part two columns of this line for certain. */
export const widestInside = (line: TextLine, ems: number): number =>
  Math.max(ems * line.size, Math.min(justification(line) * 1.6, line.size * 1.2))

/** Parts a line wherever `parted` says so of two neighbours. */
function cut(line: TextLine, parted: (left: Glyph, right: Glyph) => boolean): Span[] {
  const spans: Span[] = []
  for (const [index, glyph] of line.glyphs.entries()) {
    const last = spans[spans.length - 1]
    const before = line.glyphs[index - 1]
    if (last !== undefined && before !== undefined && !parted(before, glyph)) {
      last.x1 = Math.max(last.x1, glyph.x1)
      last.text += glyph.text
      last.glyphs.push(glyph)
    } else {
      const { base, size, box } = line
      spans.push({ x0: glyph.x0, x1: glyph.x1, text: glyph.text, base, top: box[1], bottom: box[3], size, glyphs: [glyph] })
    }
  }
  return spans
}

/** Some printers show every character by itself: then a new text object tells nothing. */
function tellsCells(line: TextLine): boolean {
  let changes = 0
  for (const [index, glyph] of line.glyphs.entries()) if (index > 0 && glyph.run !== line.glyphs[index - 1]?.run) changes++
  return changes <= (line.glyphs.length - 1) * 0.5
}

/** Neighbours that the page's content shows far from one another belong to two cells (a character drawn twice for boldness comes between, too). */
export const isJump = (left: Glyph, right: Glyph): boolean => right.run < left.run || right.run > left.run + 2

/** Fonts change between scripts, and a text object with them. */
const changesScript = (left: Glyph, right: Glyph) => isWide(left.text) !== isWide(right.text)

/** Gaps of this many points part two cells where an edge stands in them. */
const smallestGap = 1.2
/** An edge may stand this far (points) off the place where one cell's text ends and the next one's begins. */
const offEdge = 3

/**
 * Parts a line where its gaps are wider than `ems` of its font size, and at the `edges` where a smaller gap or a new text
 * object stands there. Justified gaps do not count.
 */
export function spansOf(line: TextLine, ems: number, edges: readonly number[] = []): Span[] {
  const limit = widestInside(line, ems)
  if (edges.length === 0) return cut(line, (left, right) => right.x0 - left.x1 > limit)
  const telling = tellsCells(line)
  return cut(line, (left, right) => {
    const gap = right.x0 - left.x1
    if (gap > limit) return true
    const near = (slack: number, from = left.x1, to = right.x0) =>
      edges.some((x) => x >= Math.min(from, to) - slack && x <= Math.max(from, to) + slack)
    const [from, to] = [inkEnd(left), inkStart(right)]
    if (to - from > smallestGap && near(0.5, from, to)) return true
    if (isJump(left, right)) return near(offEdge)
    if (!telling || left.run === right.run) return false
    return (gap > smallestGap || !changesScript(left, right)) && near(offEdge)
  })
}

const inkStart = (glyph: Glyph) => glyph.x0 + (/[（〔【《「『]/.test(glyph.text) ? (glyph.x1 - glyph.x0) / 2 : 0)
const inkEnd = (glyph: Glyph) => glyph.x1 - (/[）〕】》」』，。、；：]/.test(glyph.text) ? (glyph.x1 - glyph.x0) / 2 : 0)

/** From where to where a span has ink: brackets and stops are drawn in one half of their square. */
export function inkOf({ glyphs, x0, x1 }: Span): [number, number] {
  const [first, last] = [glyphs[0], glyphs[glyphs.length - 1]]
  return first === undefined || last === undefined ? [x0, x1] : [inkStart(first), Math.max(inkEnd(last), inkStart(first))]
}

/** The smallest stretches of a line that surely belong to one cell each: no gap, no new text object and no jump of the content inside. */
export function atomsOf(line: TextLine): Span[] {
  const telling = tellsCells(line)
  return cut(line, (left, right) => right.x0 - left.x1 > line.size * 0.12 || isJump(left, right) || (telling && left.run !== right.run))
}

/** The x at which several rules of a table were drawn in pieces: printers draw one piece for each cell. */
export function findBreaks(rules: readonly Rule[], left: number, right: number): number[] {
  const ends = rules.flatMap((rule, index) => rule.breaks.map((x) => ({ x, index }))).sort((a, b) => a.x - b.x)
  const clusters: { x: number; rules: Set<number>; count: number }[] = []
  for (const end of ends) {
    const cluster = clusters[clusters.length - 1]
    if (cluster !== undefined && end.x - cluster.x < 3) cluster.rules.add(end.index)
    else clusters.push({ x: end.x, rules: new Set([end.index]), count: 1 })
  }
  const needed = Math.max(2, rules.length * 0.5)
  return clusters.filter(({ x, rules: owners }) => owners.size >= needed && x > left + 4 && x < right - 4).map(({ x }) => x)
}
