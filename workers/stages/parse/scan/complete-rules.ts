import type { Stroke } from './find-rules.ts'
import { type Ink, join } from './picture.ts'
import { type Slice, slicer } from './rule-slice.ts'

/** All lengths in inches. */
const lengths = {
  /** Worn print and bad scans leave gaps of up to this length in a line. */
  gap: 0.17,
  /** Pieces shorter than this go on a line only where they meet or cross another: a dash or a stroke of a letter meets none. */
  piece: 0.2,
  shortest: 0.025,
  /** A piece that ends this near to another line meets it. */
  touch: 0.03,
  /** A line may wander by so much from one piece to the next. */
  drift: 0.012,
  /** Where a line ends its course is measured along this length. */
  measured: 0.15,
  speck: 0.012,
  /** Lines nearer to one another are one. */
  apart: 0.025,
}

type End = { place: number; near: number }
type Piece = { from: number; to: number; near: number; first: number; last: number }

/** Walks on from the end of a line, in pixels: what is found of it behind its gaps. */
class Walk {
  private readonly px: (inches: number) => number
  private readonly sliceAt: (place: number, near: number) => Slice | undefined
  private readonly crossing: readonly Stroke[]

  constructor(ink: Ink, { across, thickness }: Stroke, strokes: readonly Stroke[], dpi: number) {
    this.px = (inches) => Math.max(1, Math.round(inches * dpi))
    this.sliceAt = slicer(ink, { across, thickness, reach: this.px(lengths.drift) }, dpi)
    this.crossing = strokes.filter((other) => other.across !== across)
  }

  /** Where the line's own ink stands at its end, followed from a little before. */
  endOf(stroke: Stroke, way: 1 | -1): End {
    const place = way === 1 ? stroke.to - 1 : stroke.from
    let near = stroke.at
    for (let at = place - way * this.px(lengths.measured); at !== place + way; at += way) {
      const slice = at < stroke.from || at >= stroke.to ? undefined : this.sliceAt(at, near)
      if (slice?.free) near = near * 0.7 + ((slice.first + slice.last + 1) / 2) * 0.3
    }
    return { place, near }
  }

  /** The next piece behind a gap; undefined where nothing that is a line goes on. */
  next({ place, near }: End, way: 1 | -1): Piece | undefined {
    const gap = this.px(lengths.gap)
    for (let at = place + way; Math.abs(at - place) <= gap; at += way) {
      if (this.sliceAt(at, near) === undefined) continue
      const piece = this.follow(at, near, way)
      if (piece !== undefined && this.belongs(piece)) return piece
      if (piece !== undefined) at = way === 1 ? piece.to - 1 : piece.from
    }
    return undefined
  }

  /** The free ink from a place on. */
  private follow(start: number, from: number, way: 1 | -1): Piece | undefined {
    let near = from
    let [end, free, inked, first, last] = [start, 0, 0, Number.POSITIVE_INFINITY, 0]
    const speck = this.px(lengths.speck)
    for (let at = start; Math.abs(at - end) <= speck; at += way) {
      const slice = this.sliceAt(at, near)
      if (slice === undefined) continue
      inked++
      end = at
      if (!slice.free) continue
      free++
      near = near * 0.9 + ((slice.first + slice.last + 1) / 2) * 0.1
      first = Math.min(first, slice.first)
      last = Math.max(last, slice.last)
    }
    if (inked < this.px(lengths.shortest) || free < inked * 0.5) return undefined
    return { from: Math.min(start, end), to: Math.max(start, end) + 1, near, first, last }
  }

  private belongs({ from, to, near }: Piece): boolean {
    if (to - from >= this.px(lengths.piece)) return true
    const [touch, gap] = [this.px(lengths.touch), this.px(lengths.gap)]
    return this.crossing.some(
      (line) => line.at >= from - touch && line.at <= to + touch && near >= line.from - gap && near <= line.to + gap,
    )
  }
}

function add(stroke: Stroke, { from, to, first, last }: Piece): Stroke {
  const area = stroke.across
    ? { left: from, right: to, top: first, bottom: last + 1 }
    : { top: from, bottom: to, left: first, right: last + 1 }
  return { ...stroke, from: Math.min(stroke.from, from), to: Math.max(stroke.to, to), area: join(stroke.area, area) }
}

/** The line with what goes on of it at both ends. */
function grown(stroke: Stroke, walk: Walk): Stroke {
  let whole = stroke
  for (const way of [1, -1] as const)
    for (let end = walk.endOf(whole, way); ; ) {
      const piece = walk.next(end, way)
      if (piece === undefined) break
      whole = add(whole, piece)
      end = { place: way === 1 ? piece.to - 1 : piece.from, near: piece.near }
    }
  return whole
}

/** Pieces of one line that overlap after growing are one. */
function merge(strokes: readonly Stroke[], drift: number): Stroke[] {
  const merged: Stroke[] = []
  for (const stroke of [...strokes].sort((a, b) => a.from - b.from)) {
    const same = merged.find(
      (other) => other.across === stroke.across && stroke.from <= other.to && Math.abs(other.at - stroke.at) <= drift,
    )
    if (same === undefined) {
      merged.push({ ...stroke })
      continue
    }
    const [a, b] = [same.to - same.from, stroke.to - stroke.from]
    same.at = (same.at * a + stroke.at * b) / (a + b)
    same.to = Math.max(same.to, stroke.to)
    same.area = join(same.area, stroke.area)
  }
  return merged
}

/** Lines that were mended let others meet them: so many times at most. */
const rounds = 4

const lengthOf = (strokes: readonly Stroke[]) => strokes.reduce((sum, { from, to }) => sum + to - from, 0)

/**
 * Mends lines of which print or scan lost pieces: from each of its ends a line goes on along its course, over gaps, as long as
 * there is ink that stands free like a line's. No line is made where there is no ink.
 */
export function completeRules(ink: Ink, strokes: readonly Stroke[], dpi: number): Stroke[] {
  const drift = Math.max(2, Math.round(dpi * lengths.apart))
  let whole = [...strokes]
  for (let round = 0; round < rounds; round++) {
    const before = lengthOf(whole)
    const now = whole
    whole = merge(
      now.map((stroke) => grown(stroke, new Walk(ink, stroke, now, dpi))),
      drift,
    )
    if (lengthOf(whole) === before) break
  }
  return whole
}
