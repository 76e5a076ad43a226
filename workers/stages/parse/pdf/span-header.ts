import type { Piece } from './text-rows.ts'

export type SpanHeader = { y: number; columns: Set<number>; spans: Map<Piece, { column: number; lastColumn: number }> }

/**
 * In a header without ruling: a heading that stands over several columns, whose own texts are all below it.
 * Gives the y that parts the two levels and the columns it holds for.
 */
export function spanHeader(pieces: readonly Piece[], columns: number): SpanHeader | undefined {
  const over = pieces.filter((piece) => piece.lastColumn > piece.column || standsOver(piece, pieces))
  const held = new Set<number>()
  const spans: SpanHeader['spans'] = new Map()
  let y = 0
  for (const piece of over) {
    const middle = (piece.x0 + piece.x1) / 2
    const isBelow = (column: number) => {
      const own = pieces.filter((other) => other !== piece && other.column <= column && other.lastColumn >= column)
      return own.length > 0 && own.every((other) => other.top > piece.base - piece.size * 0.3)
    }
    let first = piece.column
    let last = piece.lastColumn
    if (![first, last].every(isBelow)) continue
    while (first > 0 && isBelow(first - 1)) first--
    while (last < columns - 1 && isBelow(last + 1)) last++
    const below = pieces.filter((other) => other !== piece && other.column >= first && other.lastColumn <= last)
    const centre = (Math.min(...below.map((other) => other.x0)) + Math.max(...below.map((other) => other.x1))) / 2
    if (Math.abs(centre - middle) > piece.size * 4) continue
    for (let column = first; column <= last; column++) held.add(column)
    spans.set(piece, { column: first, lastColumn: last })
    y = Math.max(y, (piece.bottom + Math.min(...below.map((other) => other.top))) / 2)
  }
  return held.size > 0 ? { y, columns: held, spans } : undefined
}

/**
 * Whether a heading narrower than its middle column stands over several: the text below it is in line with the texts of
 * both neighbouring columns, which have nothing beside the heading itself.
 */
function standsOver(piece: Piece, pieces: readonly Piece[]): boolean {
  const own = pieces.filter((other) => other.column === piece.column && other !== piece)
  const below = own.length === 1 ? own[0] : undefined
  if (below === undefined || below.base < piece.base + piece.size * 0.9) return false
  const inLine = (column: number) => {
    const beside = pieces.filter((other) => other.column <= column && other.lastColumn >= column)
    return beside.length === 1 && Math.abs((beside[0]?.base ?? 0) - below.base) < below.size * 0.2
  }
  return inLine(piece.column - 1) && inLine(piece.column + 1)
}

/** A body's number, which no header prints; a year is a header's. */
const bodyNumber = /^[≥≤<>＜＞]?\s*[-−－]?[\d,]+(?:\.\d+)?\s*[%％‰]?$|^[—–－/／-]$/
const isYear = (text: string) => /^(?:19|20)\d{2}$/.test(text)

/** The pieces above the first row of numbers, where no rule ends the header; none where numbers come first. */
export function headerPieces(pieces: readonly Piece[], columns: number): Piece[] {
  const numbers = pieces.filter((piece) => bodyNumber.test(piece.text) && !isYear(piece.text)).sort((a, b) => a.base - b.base)
  const first = numbers.find((piece) => {
    const beside = numbers.filter((other) => Math.abs(other.base - piece.base) < piece.size * 0.45)
    return beside.length >= Math.min(2, columns - 1)
  })
  return first === undefined ? [] : pieces.filter((piece) => piece.base < first.base - first.size * 1.2)
}
