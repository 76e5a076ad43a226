import { completeRules } from './complete-rules.ts'
import { type Area, heightOf, type Ink, join, overlap, widthOf } from './picture.ts'
import { standsFree } from './stands-free.ts'

/** A straight line of print, in pixels. `at` is its middle across, `thickness` its usual width. */
export type Stroke = { across: boolean; at: number; from: number; to: number; thickness: number; area: Area }

/** All lengths in inches, so that they hold at any resolution. */
const lengths = {
  /** A run of ink this long may be a piece of a line: letters have shorter strokes, or are no neighbours of other lines. */
  run: 0.13,
  /** Specks of paper in a line, and the gap that a scanner leaves in one. */
  speck: 0.012,
  gap: 0.09,
  thickest: 0.05,
  /** Skew and curling paper let a line wander by this much. */
  drift: 0.025,
  /** A line that is held by no others must be this long. */
  alone: 0.8,
  /** No letter of a table has a stroke as long as this. */
  long: 0.3,
  /** Lines that come this near to one another meet. */
  touch: 0.06,
}

/** Pieces this many times longer than a gap are no strokes of neighbouring letters. */
const longPiece = 4

type Runs = { starts: number[]; ends: number[]; lines: number[] }

/** Long runs of ink along the rows (or columns) of a page. */
function findRuns({ width, height, bits }: Ink, across: boolean, shortest: number, speck: number): Runs {
  const runs: Runs = { starts: [], ends: [], lines: [] }
  const [lines, length] = across ? [height, width] : [width, height]
  const [lineStep, step] = across ? [width, 1] : [1, width]
  for (let line = 0; line < lines; line++) {
    let start = -1
    let last = -1
    const close = () => {
      if (start >= 0 && last + 1 - start >= shortest) {
        runs.starts.push(start)
        runs.ends.push(last + 1)
        runs.lines.push(line)
      }
    }
    for (let place = 0, at = line * lineStep; place < length; place++, at += step) {
      if (bits[at] === 0) continue
      if (start < 0 || place - last > speck + 1) {
        close()
        start = place
      }
      last = place
    }
    close()
  }
  return runs
}

type Piece = { from: number; to: number; first: number; last: number; ink: number; weighted: number }

/** Runs on neighbouring lines that overlap are one piece: a line of some thickness, perhaps slightly aslant. */
function joinRuns({ starts, ends, lines }: Runs): Piece[] {
  const pieces: Piece[] = []
  let open: { piece: Piece; from: number; to: number; line: number }[] = []
  for (let index = 0; index < lines.length; index++) {
    const [from, to, line] = [starts[index] ?? 0, ends[index] ?? 0, lines[index] ?? 0]
    open = open.filter((other) => line - other.line <= 2)
    const under = open.find((other) => line > other.line - 1 && overlap(from, to, other.from, other.to) > -2 && other.line < line)
    const ink = to - from
    if (under === undefined) {
      const piece = { from, to, first: line, last: line, ink, weighted: ink * line }
      pieces.push(piece)
      open.push({ piece, from, to, line })
      continue
    }
    const { piece } = under
    piece.from = Math.min(piece.from, from)
    piece.to = Math.max(piece.to, to)
    piece.last = line
    piece.ink += ink
    piece.weighted += ink * line
    open.push({ piece, from, to, line })
  }
  return pieces
}

const strokeOf = (across: boolean, { from, to, first, last, ink, weighted }: Piece): Stroke => ({
  across,
  at: weighted / ink + 0.5,
  from,
  to,
  thickness: ink / (to - from),
  area: across ? { left: from, top: first, right: to, bottom: last + 1 } : { left: first, top: from, right: last + 1, bottom: to },
})

/** Pieces on one line with small gaps between them are one line: a speck's gap always, a wider one only between long pieces. */
function joinPieces(pieces: Stroke[], speck: number, gap: number, drift: number): Stroke[] {
  const gapOf = (a: Stroke, b: Stroke) => (Math.min(a.to - a.from, b.to - b.from) >= gap * longPiece ? gap : speck)
  const joined: Stroke[] = []
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    const before = joined.findLast((other) => piece.from - other.to <= gapOf(other, piece) && Math.abs(other.at - piece.at) <= drift)
    if (before === undefined) joined.push({ ...piece })
    else {
      const [a, b] = [before.to - before.from, piece.to - piece.from]
      before.at = (before.at * a + piece.at * b) / (a + b)
      before.thickness = (before.thickness * a + piece.thickness * b) / (a + b)
      before.to = Math.max(before.to, piece.to)
      before.area = join(before.area, piece.area)
    }
  }
  return joined
}

const meets = (a: Stroke, b: Stroke, touch: number) =>
  b.at >= a.from - touch && b.at <= a.to + touch && a.at >= b.from - touch && a.at <= b.to + touch

/** Whether the ends of a stroke meet lines that run across it; of one longer than letters have, whether it meets any. */
function isHeld(stroke: Stroke, lines: readonly Stroke[], long: number, touch: number): boolean {
  const across = lines.filter((line) => line.across !== stroke.across && meets(stroke, line, touch))
  if (stroke.to - stroke.from >= long) return across.length > 0
  return [stroke.from, stroke.to].every((end) => across.some((line) => Math.abs(line.at - end) <= touch))
}

/** The long lines, and shorter ones that hang on lines that are kept already: strokes of letters hang on nothing. */
function keepHeld(strokes: readonly Stroke[], alone: number, long: number, touch: number): Stroke[] {
  const kept = strokes.filter(({ from, to }) => to - from >= alone)
  let rest = strokes.filter(({ from, to }) => to - from < alone)
  for (;;) {
    const found = rest.filter((stroke) => isHeld(stroke, kept, long, touch))
    if (found.length === 0) return kept
    rest = rest.filter((stroke) => !found.includes(stroke))
    kept.push(...found)
  }
}

/** The ruling lines of a page. */
export function findRules(ink: Ink, dpi: number): Stroke[] {
  const px = (inches: number) => Math.max(1, Math.round(inches * dpi))
  const pieces = [true, false].flatMap((across) => {
    const runs = findRuns(ink, across, px(lengths.run), px(lengths.speck))
    const thin = joinRuns(runs)
      .map((piece) => strokeOf(across, piece))
      .filter(({ area, thickness }) => {
        const depth = across ? heightOf(area) : widthOf(area)
        return thickness <= px(lengths.thickest) && depth <= px(lengths.thickest) + px(lengths.drift) * 2
      })
    return joinPieces(thin, px(lengths.speck), px(lengths.gap), px(lengths.drift)).filter((stroke) => standsFree(ink, stroke, dpi))
  })
  return completeRules(ink, keepHeld(pieces, px(lengths.alone), px(lengths.long), px(lengths.touch)), dpi)
}
