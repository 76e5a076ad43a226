import type { Recognition } from '../../../../schemas/document.ts'
import type { Box } from '../../../../schemas/place.ts'
import { around, type Glyph } from './page-content.ts'
import { isBlank, isWide } from './printed-character.ts'

/** A stretch of a line with no wide gap in it. */
export type Segment = { start: number; end: number; x0: number; x1: number }

/** One printed line: its text, the left edge of every UTF-16 unit and the right edge of the last one. */
export type TextLine = {
  text: string
  xs: number[]
  box: Box
  base: number
  size: number
  bold: boolean
  segments: Segment[]
  /** The box of every UTF-16 unit, only where the line does not read across the page (turned labels). */
  turned: boolean
  glyphs: Glyph[]
  /** How its characters [start, end) were read, where they were read from a picture. */
  recognised: RecognisedSpan[]
}

export type RecognisedSpan = { start: number; end: number; recognition: Recognition }

type Pair = { left: Glyph; right: Glyph; spaced: boolean; gap: number }

/** Gaps of this many ems part columns or fields from one another. */
const segmentGap = 1.1

/** Sorts by reading order, drops a character drawn twice (false bold) and parts the printed ones from the blanks. */
function pairsOf(glyphs: readonly Glyph[]): { first: Glyph | undefined; pairs: Pair[] } {
  const sorted = [...glyphs].sort((a, b) => a.x0 - b.x0)
  const pairs: Pair[] = []
  let first: Glyph | undefined
  let left: Glyph | undefined
  let spaced = false
  for (const glyph of sorted) {
    if (isBlank(glyph.text)) {
      spaced = left !== undefined
      continue
    }
    if (left === undefined) first = glyph
    else if (left.text === glyph.text && glyph.x0 - left.x0 < (left.x1 - left.x0) * 0.25) continue
    else pairs.push({ left, right: glyph, spaced, gap: glyph.x0 - left.x1 })
    left = glyph
    spaced = false
  }
  return { first, pairs }
}

const em = (pair: Pair) => Math.max(pair.left.size, pair.right.size)
const bothWide = (pair: Pair) => isWide(pair.left.text) && isWide(pair.right.text)
const eitherWide = (pair: Pair) => isWide(pair.left.text) || isWide(pair.right.text)

/** How far apart, in points, justification sets the CJK characters of this line; 0 where it does not. */
function findLetterSpacing(pairs: readonly Pair[]): { spacing: number; justified: boolean } {
  const wide = pairs.filter(bothWide)
  const apart = wide.filter((pair) => pair.gap > em(pair) * 0.1 || pair.spaced)
  const all = apart.length === wide.length
  const justified =
    apart.length > 0 &&
    ((all && (wide.length <= 5 || wide.length === pairs.length)) || (wide.length >= 4 && apart.length >= wide.length * 0.6))
  if (!justified) return { spacing: 0, justified }
  const gaps = apart.map((pair) => pair.gap).sort((a, b) => a - b)
  return { spacing: Math.max(0, gaps[Math.floor(gaps.length / 2)] ?? 0), justified }
}

function needsSpace(pair: Pair, spacing: number, justified: boolean): boolean {
  const size = em(pair)
  const gap = pair.gap - spacing
  if (bothWide(pair)) return (!justified && pair.gap > size * (pair.spaced ? 0.12 : 0.22)) || gap > size * 1.4
  if (eitherWide(pair)) return (!justified && pair.spaced && pair.gap > size * 0.08) || gap > size * 0.6
  return pair.spaced ? pair.gap > -size * 0.05 : gap > size * 0.22
}

/** Sets the characters of one line into text. Spaces that only justify CJK text go; those between words stay. Undefined without ink. */
export function composeLine(glyphs: readonly Glyph[]): TextLine | undefined {
  const { first, pairs } = pairsOf(glyphs)
  if (first === undefined) return undefined
  const { spacing, justified } = findLetterSpacing(pairs)
  const inked = [first, ...pairs.map((pair) => pair.right)]
  const xs: number[] = []
  const segments: Segment[] = [{ start: 0, end: 0, x0: first.x0, x1: first.x1 }]
  let text = ''
  const recognised: RecognisedSpan[] = []
  const note = ({ recognition, text: letters }: Glyph) => {
    const last = recognised[recognised.length - 1]
    if (recognition === undefined) return
    if (last?.recognition === recognition) last.end = text.length
    else recognised.push({ start: text.length - letters.length, end: text.length, recognition })
  }
  const add = (letters: string, x0: number, x1: number) => {
    for (let unit = 0; unit < letters.length; unit++) xs.push(x0 + ((x1 - x0) * unit) / letters.length)
    text += letters
  }
  add(first.text, first.x0, first.x1)
  note(first)
  for (const pair of pairs) {
    const wideGap = pair.gap - (spacing < em(pair) * segmentGap ? spacing : 0) > em(pair) * segmentGap
    if (needsSpace(pair, spacing, justified)) add(' ', pair.left.x1, pair.right.x0)
    if (wideGap) segments.push({ start: text.length, end: text.length, x0: pair.right.x0, x1: pair.right.x1 })
    add(pair.right.text, pair.right.x0, pair.right.x1)
    note(pair.right)
    const segment = segments[segments.length - 1]
    if (segment !== undefined) {
      segment.end = text.length
      segment.x1 = Math.max(segment.x1, pair.right.x1)
    }
  }
  const last = inked[inked.length - 1] ?? first
  xs.push(last.x1)
  if (segments[0] !== undefined && segments.length === 1) segments[0].end = text.length
  return {
    text,
    xs: monotone(xs),
    box: around(inked.map((glyph) => [glyph.x0, glyph.top, glyph.x1, glyph.bottom])),
    base: median(inked.map((glyph) => glyph.base)),
    size: median(inked.map((glyph) => glyph.size)),
    bold: inked.filter((glyph) => glyph.bold).length > inked.length / 2,
    segments,
    turned: false,
    glyphs: inked,
    recognised,
  }
}

/** Kerning may let boxes overlap; the edges must not run backwards. */
function monotone(xs: number[]): number[] {
  for (let index = 1; index < xs.length; index++) xs[index] = Math.max(xs[index] ?? 0, xs[index - 1] ?? 0)
  return xs
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
