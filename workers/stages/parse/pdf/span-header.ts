import type { Piece } from './text-rows.ts'

export type SpanHeader = { y: number; columns: Set<number>; spans: Map<Piece, { column: number; lastColumn: number }> }

/**
 * In a header without ruling: a heading that stands over several columns, whose own texts are all below it.
 * Gives the y that parts the two levels and the columns it holds for.
 */
export function spanHeader(pieces: readonly Piece[], columns: number): SpanHeader | undefined {
  const over = pieces.filter((piece) => piece.lastColumn > piece.column)
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
