import { median } from './compose-line.ts'
import { isRecognised, readStreamRows } from './stream-rows.ts'
import type { Span } from './text-columns.ts'

/** A printed line of one column; `filled` where it takes its column's whole width, so that the next line may continue it. */
export type Piece = Span & { column: number; lastColumn: number; filled: boolean }

/** The row of every piece; `merged`: the places (row × columns + column) that the cell above goes on into. */
export type Rows = { rows: number; rowOf: number[]; merged?: ReadonlySet<number> }

/** A number, a dash, a bound or a year: what a cell prints on one line. */
const atomic = /^(?:[\d,.，．:：%％‰≥≤<>＜＞≈~～+\-−–—－/／*()（）×\s]+|\d{4}年度?|[≥≤]?\s*[\d.,]+\s*%?|无|是|否|达标|未达标|√|×)$/

type Anchor = { base: number; columns: Set<number>; numbers: number }

function anchorsOf(pieces: readonly Piece[], columns: number, size: number): Anchor[] {
  const clusters: Anchor[] = []
  for (const piece of [...pieces].sort((a, b) => a.base - b.base)) {
    const last = clusters[clusters.length - 1]
    const number = atomic.test(piece.text) ? 1 : 0
    if (last !== undefined && piece.base - last.base < size * 0.45) {
      last.columns.add(piece.column)
      last.numbers += number
    } else clusters.push({ base: piece.base, columns: new Set([piece.column]), numbers: number })
  }
  const needed = Math.max(2, columns * 0.6)
  return clusters.filter((cluster) => cluster.numbers > 0 || (cluster.columns.size >= needed && !continues(cluster, pieces)))
}

/** Whether most of this line's pieces go on from a filled line above them: wrapped text, not a new row. */
function continues(anchor: Anchor, pieces: readonly Piece[]): boolean {
  const wrapped = [...anchor.columns].filter((column) => {
    const above = pieces.filter((piece) => piece.column === column && piece.base < anchor.base - 1)
    return above.sort((a, b) => b.base - a.base)[0]?.filled === true
  })
  return wrapped.length * 2 > anchor.columns.size
}

/** A label without any number (a group heading) is a row of its own where it keeps the rows' distance and the line above it is not full. */
function addLoneLabels(anchors: Anchor[], pieces: readonly Piece[], size: number): Anchor[] {
  const bases = anchors.map((anchor) => anchor.base)
  const pitch = Math.min(...bases.slice(1).map((base, index) => base - (bases[index] ?? base)))
  if (!Number.isFinite(pitch)) return anchors
  const lone: Anchor[] = []
  const first = Math.min(...pieces.map((piece) => piece.column))
  for (const column of [first, first + 1]) {
    const own = pieces.filter((piece) => piece.column === column).sort((a, b) => a.base - b.base)
    const right = Math.max(...own.map((piece) => piece.x1))
    for (const [index, piece] of own.entries()) {
      const above = own[index - 1]
      const below = own[index + 1]
      const aligned = [...bases, ...lone.map((anchor) => anchor.base)].some((base) => Math.abs(base - piece.base) < size * 0.45)
      const apart =
        (above === undefined || piece.base - above.base >= pitch * 0.9) && (below === undefined || below.base - piece.base >= pitch * 0.9)
      const unfilled = above === undefined || right - above.x1 > size * 1.5
      if (!aligned && apart && unfilled) lone.push({ base: piece.base, columns: new Set([column]), numbers: 0 })
    }
  }
  return [...anchors, ...lone].sort((a, b) => a.base - b.base)
}

/**
 * In a picture, whose print comes in no order of cells: a text that stands a whole row's distance from every row, and as far from
 * its own column's other texts, is a row of its own (a group's heading over all columns).
 */
function addLoneLines(anchors: Anchor[], pieces: readonly Piece[]): Anchor[] {
  const bases = anchors.map((anchor) => anchor.base)
  const pitch = Math.min(...bases.slice(1).map((base, index) => base - (bases[index] ?? base))) * 0.9
  if (!Number.isFinite(pitch)) return anchors
  const lone = pieces.filter(
    (piece) =>
      bases.every((base) => Math.abs(base - piece.base) >= pitch) &&
      pieces.every((other) => other === piece || other.column !== piece.column || Math.abs(other.base - piece.base) >= pitch),
  )
  return [...anchors, ...lone.map(({ base, column }) => ({ base, columns: new Set([column]), numbers: 0 }))].sort((a, b) => a.base - b.base)
}

/**
 * Parts the printed lines of a band without ruling into table rows and gives the row of every piece. Numbers and lines
 * that fill most columns anchor the rows; the other lines are wrapped text around (or below) their anchor.
 */
export function findRows(pieces: readonly Piece[], columns: number): Rows {
  const told = readStreamRows(pieces, columns)
  if (told !== undefined) return told
  const size = median(pieces.map((piece) => piece.size))
  const labelled = addLoneLabels(anchorsOf(pieces, columns, size), pieces, size)
  const anchors = isRecognised(pieces) ? addLoneLines(labelled, pieces) : labelled
  if (anchors.length <= 1) return { rows: 1, rowOf: pieces.map(() => 0) }
  const first = anchors[0]?.base ?? 0
  const alignedTo = (piece: Piece) => anchors.findIndex((anchor) => Math.abs(anchor.base - piece.base) < size * 0.45)
  const loose = pieces.filter((piece) => alignedTo(piece) < 0)
  const hangs = loose.length > 0 && loose.every((piece) => piece.base > first) && hangsBelow(loose, pieces, anchors, size)
  const rowOf = pieces.map((piece) => {
    const aligned = alignedTo(piece)
    if (aligned >= 0) return aligned
    const above = anchors.findLastIndex((anchor) => anchor.base < piece.base)
    if (hangs) return Math.max(0, above)
    const [before, after] = [anchors[above], anchors[above + 1]]
    if (before === undefined) return 0
    if (after === undefined) return above
    return piece.base - before.base <= after.base - piece.base ? above : above + 1
  })
  return { rows: anchors.length, rowOf }
}

/** Whether wrapped lines stand below the first line of their cell (top alignment), not around the middle. */
function hangsBelow(loose: readonly Piece[], pieces: readonly Piece[], anchors: readonly Anchor[], size: number): boolean {
  const above = (piece: Piece) => {
    const own = pieces.filter((other) => other.column === piece.column && other.base < piece.base - size * 0.45)
    return own.sort((a, b) => b.base - a.base)[0]
  }
  const distances = pieces.flatMap((piece) => piece.base - (above(piece)?.base ?? Number.NaN)).filter(Number.isFinite)
  const pitch = Math.min(...distances) * 1.2
  const isAligned = (piece: Piece) => anchors.some((anchor) => Math.abs(anchor.base - piece.base) < size * 0.45)
  return loose.every((piece) => {
    let from = piece
    for (let next = above(from); next !== undefined && from.base - next.base <= pitch; next = above(from)) {
      if (isAligned(next)) return true
      from = next
    }
    return false
  })
}
