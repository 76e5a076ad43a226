import type { Piece } from './text-rows.ts'

export type SpanHeader = { y: number; bottom: number; columns: Set<number>; spans: Map<Piece, { column: number; lastColumn: number }> }

type Range = [number, number]

/**
 * In a header without ruling between its levels: headings that stand over several columns, whose own texts are all below.
 * `levels`: the level of every piece where the page's content tells it; lines of equal height tell it otherwise.
 * Gives the y that parts the two levels and the columns it holds for.
 */
export function spanHeader(pieces: readonly Piece[], columns: number, levels?: readonly number[]): SpanHeader | undefined {
  const level = new Map(pieces.map((piece, index) => [piece, levels?.[index] ?? 0]))
  const held = new Set<number>()
  const spans: SpanHeader['spans'] = new Map()
  let y = 0
  let bottom = 0
  for (const piece of pieces) {
    const below = pieces.filter((other) =>
      levels === undefined ? other.base > piece.base + piece.size * 0.7 : (level.get(other) ?? 0) > (level.get(piece) ?? 0),
    )
    const range = findSpan(piece, pieces, below, columns, levels !== undefined)
    if (range === undefined) continue
    for (let column = range[0]; column <= range[1]; column++) held.add(column)
    spans.set(piece, { column: range[0], lastColumn: range[1] })
    const own = below.filter((other) => other.column >= range[0] && other.lastColumn <= range[1])
    y = Math.max(y, (piece.bottom + Math.min(...own.map((other) => other.top))) / 2)
    bottom = Math.max(bottom, ...own.map((other) => other.bottom))
  }
  return held.size > 0 ? { y, bottom, columns: held, spans } : undefined
}

/** The widest run of columns around the heading that has it in its middle and whose texts stand below it in the same lines. */
function findSpan(piece: Piece, pieces: readonly Piece[], below: readonly Piece[], columns: number, told: boolean): Range | undefined {
  const linesOf = (column: number) =>
    below.filter((other) => other.column === column && other.lastColumn === column).map((other) => other.base)
  const lines = linesOf(piece.column)
  const isLike = (column: number) => {
    const own = linesOf(column)
    const beside = pieces.some((other) => other !== piece && !below.includes(other) && other.column <= column && other.lastColumn >= column)
    if (beside || own.length === 0) return false
    if (told) return true
    // Over both columns itself: those below may be wrapped differently.
    if (piece.lastColumn > piece.column && Math.abs(Math.min(...own) - Math.min(...lines)) < piece.size * 0.2) return true
    return own.length === lines.length && own.every((base, index) => Math.abs(base - (lines[index] ?? 0)) < piece.size * 0.2)
  }
  if (lines.length === 0 || !isLike(piece.column) || !isLike(piece.lastColumn)) return undefined
  const whole = told ? wholeRun(piece, columns, isLike, (column) => linesOf(column).length > 0) : undefined
  return whole ?? widestRun(piece, below, columns, isLike)
}

/** The run of columns with headings of their own around this one, if no other heading shares it. */
function wholeRun(
  piece: Piece,
  columns: number,
  isLike: (column: number) => boolean,
  hasOwn: (column: number) => boolean,
): Range | undefined {
  let [first, last] = [piece.column, piece.lastColumn]
  while (first > 0 && isLike(first - 1)) first--
  while (last + 1 < columns && isLike(last + 1)) last++
  return last > first && !hasOwn(first - 1) && !hasOwn(last + 1) ? [first, last] : undefined
}

function widestRun(piece: Piece, below: readonly Piece[], columns: number, isLike: (column: number) => boolean): Range | undefined {
  let best: Range | undefined
  for (let first = piece.column; first >= 0 && isLike(first); first--)
    for (let last = piece.lastColumn; last < columns && isLike(last); last++) {
      if (last === first || !isSetOver(piece, below, [first, last])) continue
      if (best === undefined || last - first > best[1] - best[0]) best = [first, last]
    }
  return best
}

/** Set in the middle over these columns, from their left edge on, or up to their right edge. */
function isSetOver(piece: Piece, below: readonly Piece[], [first, last]: Range): boolean {
  const own = below.filter((other) => other.column >= first && other.lastColumn <= last)
  const centre = (Math.min(...own.map((other) => other.x0)) + Math.max(...own.map((other) => other.x1))) / 2
  const right = Math.max(...own.map((other) => other.x1))
  const width = right - Math.min(...own.map((other) => other.x0))
  if (first === piece.column && Math.abs(piece.x0 - Math.min(...own.map((other) => other.x0))) < piece.size * 0.5) return true
  if (last === piece.lastColumn && Math.abs(piece.x1 - right) < piece.size * 0.1) return true
  return Math.abs(centre - (piece.x0 + piece.x1) / 2) < Math.max(piece.size * 1.2, width * 0.12)
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

/** Lines of one row leave less white than this share of the font size between them. */
const lineGap = 0.75

/** The pieces down to the first white gap: one header, however many lines its cells take. */
export function firstBlock(pieces: readonly Piece[]): Piece[] {
  const block: Piece[] = []
  let bottom = Number.NEGATIVE_INFINITY
  for (const piece of [...pieces].sort((a, b) => a.top - b.top)) {
    if (block.length > 0 && piece.top - bottom > piece.size * lineGap) break
    block.push(piece)
    bottom = Math.max(bottom, piece.bottom)
  }
  return block
}
