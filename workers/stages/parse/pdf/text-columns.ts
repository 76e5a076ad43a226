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

/**
 * Parts a line where its gaps are wider than `ems` of its font size, and at any smaller gap in which one of the `edges`
 * stands. Justified gaps do not count.
 */
export function spansOf(line: TextLine, ems: number, edges: readonly number[] = []): Span[] {
  const spans: Span[] = []
  const limit = Math.max(ems * line.size, Math.min(justification(line) * 1.6, line.size * 1.2))
  for (const [index, glyph] of line.glyphs.entries()) {
    const last = spans[spans.length - 1]
    const end = line.glyphs[index - 1]?.x1 ?? 0
    const parted = glyph.x0 - end > limit || (glyph.x0 - end > 1.5 && edges.some((x) => x >= end - 0.5 && x <= glyph.x0 + 0.5))
    if (last !== undefined && !parted) {
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

/** Two columns of text stand at least this far apart, in points. */
const narrowestGutter = 2.5

/** A number of the table's body; a year may stand in its header, whose spanning texts must not close a gutter. */
const bodyNumber = /^(?!(?:19|20)\d{2}$)[≥≤<>]?\s*[-−－]?[\d,]+(?:\.\d+)?\s*[%％‰]?$/

/**
 * The x that part the columns of these lines, from the white gutters that all well-filled lines leave free. Lines with
 * few spans (wrapped cells, spanning headers) have no say. Empty where the text has one column.
 */
export function findColumns(lines: readonly TextLine[], ems: number): number[] {
  const all = lines.map((line) => spansOf(line, ems)).filter((spans) => spans.length > 1)
  const body = all.slice(
    Math.max(
      0,
      all.findIndex((spans) => spans.filter((span) => bodyNumber.test(span.text)).length >= 2),
    ),
  )
  const rows = body.length >= 3 ? body : all
  const counts = rows.map((spans) => spans.length).sort((a, b) => a - b)
  const many = counts[Math.floor(counts.length * 0.9)] ?? 0
  const typical = rows.filter((spans) => spans.length >= Math.max(2, many * 0.6)).flat()
  const others = lines.flatMap((line) => spansOf(line, ems))
  const sorted = typical.sort((a, b) => a.x0 - b.x0)
  const edges: number[] = []
  let reach = sorted[0]?.x1 ?? 0
  for (const span of sorted) {
    if (span.x0 - reach >= narrowestGutter) edges.push(narrowed(reach, span.x0, others))
    reach = Math.max(reach, span.x1)
  }
  return edges
}

/** The middle of what all lines leave free of this gutter; wrapped cells may reach into it from either side. */
function narrowed(left: number, right: number, spans: readonly Span[]): number {
  let from = left
  let to = right
  for (const { x0, x1 } of spans) {
    if (x0 <= left && x1 > from && x1 < right - 1) from = x1
    if (x1 >= right && x0 < to && x0 > left + 1) to = x0
  }
  return from < to ? (from + to) / 2 : (left + right) / 2
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
