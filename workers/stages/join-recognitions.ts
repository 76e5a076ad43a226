import type { Recognition } from '../../schemas/document.ts'
import { placeInferred } from './place-inferred.ts'

/** One record for a text made of several pieces: as sure as its least sure piece. Undefined where nothing was read from a picture. */
export function joinRecognitions(pieces: readonly Recognition[]): Recognition | undefined {
  const [first, ...rest] = pieces
  if (first === undefined || rest.length === 0) return first
  const read = pieces.map((piece) => piece.read).join('')
  const second = pieces.every((piece) => piece.second === null) ? null : pieces.map((piece) => piece.second ?? piece.read).join('')
  const others = pieces.flatMap((piece, at) =>
    piece.others.map((other) => pieces.map((own, place) => (place === at ? other : own.read)).join('')),
  )
  const joined = { read, second, others, confidence: Math.min(...pieces.map((piece) => piece.confidence)) }
  return pieces.some((piece) => piece.placeInferred) ? placeInferred(joined) : joined
}
