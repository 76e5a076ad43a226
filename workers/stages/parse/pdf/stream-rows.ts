import { median } from './compose-line.ts'
import type { Piece, Rows } from './text-rows.ts'

/** Lines of two rows may overlap by this share of the font size. */
const overlap = 0.3
/** A cell over several rows stands in their middle, at most this many font sizes off. */
const offMiddle = 0.75
/** The next line of one cell stands at most this many times as far below as the nearest lines of a cell do. */
const nextLine = 1.3

type Row = { pieces: Piece[] }

const runOf = (piece: Piece) => piece.glyphs.reduce((first, glyph) => Math.min(first, glyph.run), Number.POSITIVE_INFINITY)
const topOf = (pieces: readonly Piece[]) => Math.min(...pieces.map((piece) => piece.top))
const bottomOf = (pieces: readonly Piece[]) => Math.max(...pieces.map((piece) => piece.bottom))

/**
 * Rows in the order in which the page's content shows them: printers write a row's cells from left to right, each with
 * all its lines, so that a step back to the left begins a row. Undefined where the content is in another order, or in
 * an order of lines that tells nothing of cells; of print read from a picture there is no content to tell.
 */
export function readStreamRows(pieces: readonly Piece[], columns: number): Rows | undefined {
  const size = median(pieces.map((piece) => piece.size))
  const ordered = pieces.map((piece) => ({ piece, run: runOf(piece) })).sort((a, b) => a.run - b.run || a.piece.x0 - b.piece.x0)
  const stream = ordered.map(({ piece }) => piece)
  const told = !isRecognised(pieces) && goesByCells(stream, size)
  if (!told && !hasWholeLines(stream, columns, size)) return undefined
  const rows = cutRows(stream, size)
  const cores = rows.map((row, index) => {
    const core = row.pieces.filter((piece) => !mayHang(rows, index, piece))
    return core.length > 0 ? core : row.pieces
  })
  for (const [index, core] of cores.entries()) {
    const next = cores[index + 1]
    if (next !== undefined && bottomOf(core) > topOf(next) + size * overlap) return undefined
  }
  const rowOf = new Map(rows.flatMap((row, index) => row.pieces.map((piece) => [piece, index] as const)))
  const merged = new Set<number>()
  for (let index = 0; index < rows.length; index++)
    for (const [column, last] of spansFrom(rows, cores, index, size))
      for (let row = index + 1; row <= last; row++) merged.add(row * columns + column)
  return { rows: rows.length, rowOf: pieces.map((piece) => rowOf.get(piece) ?? 0), merged }
}

/** Whether these pieces were read from a picture. */
export const isRecognised = (pieces: readonly Piece[]) =>
  pieces.some(({ glyphs }) => glyphs.some(({ recognition }) => recognition !== undefined))

/** Whether the content steps up to the next cell somewhere: an order of printed lines never does. */
const goesByCells = (stream: readonly Piece[], size: number) =>
  stream.some((piece, index) => {
    const before = stream[index - 1]
    return before !== undefined && piece.column > before.lastColumn && piece.base < before.base - size * 0.25
  })

/** Whether no cell has a second line and every line fills most columns: then lines are rows in any order of content. */
function hasWholeLines(stream: readonly Piece[], columns: number, size: number): boolean {
  const filled = new Map<number, Set<number>>()
  let line = Number.NaN
  for (const piece of [...stream].sort((a, b) => a.base - b.base)) {
    if (!(piece.base - line < size * 0.45)) line = piece.base
    filled.set(line, (filled.get(line) ?? new Set()).add(piece.column))
  }
  const needed = Math.max(2, columns * 0.6)
  return filled.size > 1 && [...filled.values()].every((own) => own.size >= needed)
}

function cutRows(stream: readonly Piece[], size: number): Row[] {
  const pitch = nearestLines(stream, size)
  const rows: Row[] = []
  for (const [index, piece] of stream.entries()) {
    const before = stream[index - 1]
    const row = rows[rows.length - 1]
    if (row !== undefined && before !== undefined && goesOn(row, before, piece, pitch, size)) row.pieces.push(piece)
    else rows.push({ pieces: [piece] })
  }
  return rows
}

/** The distance of two lines of one cell: the nearest that follow one another in one column. */
function nearestLines(stream: readonly Piece[], size: number): number {
  let nearest = Number.POSITIVE_INFINITY
  for (const [index, piece] of stream.entries()) {
    const before = stream[index - 1]
    if (before?.column === piece.column && piece.base - before.base > size * 0.8) nearest = Math.min(nearest, piece.base - before.base)
  }
  return nearest
}

function goesOn(row: Row, before: Piece, piece: Piece, pitch: number, size: number): boolean {
  if (piece.column > before.lastColumn) return piece.top < bottomOf(row.pieces) - size * overlap
  if (piece.column < before.column) return false
  return Math.abs(piece.base - before.base) <= pitch * nextLine
}

const blankIn = (row: Row | undefined, column: number) =>
  row !== undefined && !row.pieces.some((piece) => piece.column <= column && piece.lastColumn >= column)

/** A cell of which the next row has none may stand over several rows, if others stand beside it. */
const mayHang = (rows: readonly Row[], index: number, piece: Piece) =>
  blankIn(rows[index + 1], piece.column) && rows[index]?.pieces.some((other) => other.column !== piece.column) === true

/** The columns of this row whose cell stands in the middle of several rows, with the last of them. */
function spansFrom(rows: readonly Row[], cores: readonly Piece[][], index: number, size: number): [number, number][] {
  const own = rows[index]?.pieces ?? []
  const spans: [number, number][] = []
  for (const column of new Set(own.map((piece) => piece.column))) {
    const cell = own.filter((piece) => piece.column === column)
    if (cell.some((piece) => piece.lastColumn > column || !mayHang(rows, index, piece))) continue
    const last = lastSpanned(rows, cores, index, cell, size)
    if (last > index) spans.push([column, last])
  }
  return spans
}

/** The last row of the cell: its own, or the one below with which it stands in the middle. */
function lastSpanned(rows: readonly Row[], cores: readonly Piece[][], index: number, cell: readonly Piece[], size: number): number {
  const column = cell[0]?.column ?? 0
  const rest = (rows[index]?.pieces ?? []).filter((piece) => piece.column !== column)
  if (Math.abs(topOf(cell) - topOf(rest)) < size * 0.25) return column === 0 ? lastNamed(rows, index) : index
  const centre = (topOf(cell) + bottomOf(cell)) / 2
  const off = (last: number) => Math.abs((topOf(rest) + bottomOf(cores[last] ?? [])) / 2 - centre)
  let best = index
  for (let last = index; last < rows.length && (last === index || blankIn(rows[last], column)); last++)
    if (off(last) < off(best) - size * 0.2) best = last
  return off(best) <= size * offMiddle ? best : index
}

/** The last of the rows below without a group name that have a name in the next column: a group's name may stand at its top. */
function lastNamed(rows: readonly Row[], index: number): number {
  let last = index
  while (blankIn(rows[last + 1], 0) && !blankIn(rows[last + 1], 1)) last++
  return last
}
