import type { Line, Recognition, TextBlock } from '../../../../schemas/document.ts'
import type { Box, Evidence } from '../../../../schemas/place.ts'
import { joinRecognitions } from '../../join-recognitions.ts'
import { emptyEvidence, sureness } from '../evidence.ts'
import type { Passage, Piece } from './passages.ts'

type Range = { readonly start: number; readonly end: number }

const longestQuote = 200
const squeeze = (text: string): string =>
  text
    .replace(/\s*[\r\n]+\s*/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The printed text of a span of a passage. */
export function printOf(passage: Passage, span: Range): string {
  return squeeze(passage.pieces.flatMap((piece) => originals(piece, span, passage)).join(''))
}

function originals(piece: Piece, span: Range, passage: Passage): string[] {
  const range = rangeIn(piece, span, passage)
  return range ? [piece.block.text.slice(range.start, range.end)] : []
}

/** The span in the block's own characters; undefined where it stands in another block. */
function rangeIn({ start, normal, block }: Piece, span: Range, { text, pieces }: Passage): Range | undefined {
  const next = pieces.find((piece) => piece.start > start)?.start ?? text.length
  const from = Math.max(span.start, start)
  const to = Math.min(span.end, next)
  if (from >= to) return undefined
  const last = normal.at[to - 1 - start] ?? block.text.length - 1
  return { start: normal.at[from - start] ?? 0, end: last + 1 }
}

/**
 * The evidence of a value that stands at `value` (its digits at `digits`) in a sentence of a passage: page and a tight box of
 * the line that holds the digits (of all their lines where they are split), paragraph, section, and the sentence as printed.
 */
export function evidenceOf(passage: Passage, value: Range, digits: Range, sentence: Range): Evidence {
  const piece = passage.pieces.findLast((one) => one.start <= digits.start) ?? passage.pieces[0]
  if (!piece) return emptyEvidence
  const whole = rangeIn(piece, value, passage)
  const number = rangeIn(piece, digits, passage)
  const place = whole && number ? boxOf(piece.block, whole, number) : undefined
  return {
    ...emptyEvidence,
    page: place?.page ?? piece.block.page,
    bbox: place?.bbox ?? null,
    section: passage.section,
    paragraph: piece.block.paragraph,
    text: quote(passage, value, sentence),
    ...sureness(recognitionOf(passage, value)),
  }
}

/** How a span of a passage was read, where it was read from a picture. */
export function recognitionOf(passage: Passage, span: Range): Recognition | undefined {
  const pieces = passage.pieces.flatMap((piece) => {
    const range = rangeIn(piece, span, passage)
    const spans = piece.block.recognised ?? []
    return range === undefined ? [] : spans.filter(({ start, end }) => start < range.end && end > range.start)
  })
  const numbers = pieces.filter(({ recognition }) => recognition.second !== null)
  return joinRecognitions((numbers.length > 0 ? numbers : pieces).map(({ recognition }) => recognition))
}

function quote(passage: Passage, value: Range, sentence: Range): string {
  const text = printOf(passage, sentence)
  if (text.length <= longestQuote) return text
  const start = Math.max(sentence.start, Math.min(value.start - longestQuote / 2, sentence.end - longestQuote))
  const cut = printOf(passage, { start, end: Math.min(sentence.end, start + longestQuote) })
  return `${start > sentence.start ? '…' : ''}${cut}…`
}

function boxOf({ lines }: TextBlock, whole: Range, number: Range): { page: number; bbox: Box } | undefined {
  const holding = lines.filter((line) => line.start < number.end && line.end > number.start)
  const first = holding[0]
  if (!first) return undefined
  const boxes = holding.filter((line) => line.page === first.page).map((line) => boxOn(line, holding.length === 1 ? whole : number))
  const [x0, y0, x1, y1] = [0, 1, 2, 3].map((side) => boxes.map((box) => box[side] ?? 0))
  return { page: first.page, bbox: [Math.min(...(x0 ?? [])), Math.min(...(y0 ?? [])), Math.max(...(x1 ?? [])), Math.max(...(y1 ?? []))] }
}

function boxOn(line: Line, span: Range): Box {
  const from = Math.max(span.start, line.start) - line.start
  const to = Math.min(span.end, line.end) - line.start
  const [left, top, right, bottom] = line.bbox
  return [line.xs[from] ?? left, top, line.xs[to] ?? right, bottom]
}
