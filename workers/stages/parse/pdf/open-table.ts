import type { Box } from '../../../../schemas/place.ts'
import { readCellText } from './cell-text.ts'
import type { TextLine } from './compose-line.ts'
import { findColumns } from './find-columns.ts'
import { joinHeaderRuns } from './header-runs.ts'
import { mergeCells, type Place } from './merge-cells.ts'
import { around, type Rule } from './page-content.ts'
import type { PageCell, PageTable } from './page-table.ts'
import { firstBlock, headerPieces, spanHeader } from './span-header.ts'
import { readStreamRows } from './stream-rows.ts'
import { boundaries, covers, intervalOf } from './table-grid.ts'
import { atomsOf, findBreaks, inkOf, type Span, spansOf } from './text-columns.ts'
import { findRows, type Piece, type Rows as SplitRows } from './text-rows.ts'
import { tidyTable } from './tidy-table.ts'

/** Inside a table, gaps of this many ems part two columns. */
const columnGap = 0.6
/** A table with more ruled bands than this rules every row; only stacked numbers part such a band further. */
const fewBands = 3

/** A boundary between two rows: a printed rule (then it holds where the rule runs), or a white gap across all or some columns. */
export type RowEdge = { y: number; parts(column: number): boolean }

/** What is known of an open table before its columns are found. `edges`: its column boundaries where vertical lines tell them. */
export type OpenArea = { box: Box; full: readonly Rule[]; partial: readonly Rule[]; lines: readonly TextLine[]; edges?: readonly number[] }

/** The rows found so far: their upper edges, and the row of every piece. */
type Rows = { edges: RowEdge[]; of: Map<Piece, number> }

/**
 * Reads a table without vertical lines (three-line, borderless, or only framed): columns from the pieces in which its
 * rules were drawn or from the white gutters, rows from its rules or from its printed lines. Undefined with one column.
 */
export function readOpenTable(area: OpenArea): PageTable | undefined {
  const edges = area.edges ?? columnEdges(area)
  if (edges.length < 3) return undefined
  const pieces = area.lines.flatMap((line) => spansOf(line, columnGap, edges).map((span) => placed(span, edges)))
  if (pieces.length === 0) return undefined
  return assemble(area, edges, pieces, findAllRows(area, edges, pieces))
}

function columnEdges(area: OpenArea): number[] {
  const [left, , right] = area.box
  const breaks = findBreaks(area.full, left, right)
  const atoms = area.lines.map(atomsOf)
  const crossed = (x: number) => atoms.filter((line) => line.some((atom) => atom.x0 < x - 2 && atom.x1 > x + 2)).length
  const drawn = breaks.filter((x) => crossed(x) <= area.lines.length * 0.35)
  const inner = drawn.length > 0 ? drawn : findColumns(area.lines, columnGap).filter((x) => x > left && x < right)
  return [left, ...inner, right]
}

function placed(span: Span, edges: readonly number[]): Piece {
  const [x0, x1] = inkOf(span)
  const slack = Math.min(2, (x1 - x0) / 4)
  const column = intervalOf(edges, x0 + slack)
  const lastColumn = Math.max(column, intervalOf(edges, x1 - slack))
  const width = (edges[lastColumn + 1] ?? 0) - (edges[column] ?? 0)
  return { ...span, column, lastColumn, filled: span.x1 - span.x0 >= width - span.size * 2.2 && span.glyphs.length > 2 }
}

function findAllRows(area: OpenArea, edges: readonly number[], pieces: readonly Piece[]): Rows {
  const rules = [...area.full, ...area.partial]
  const ys = boundaries(rules, area.box[1], area.box[3])
  const wide = rules.filter((rule) => rule.to - rule.from >= (area.box[2] - area.box[0]) * 0.6)
  const bands = boundaries(wide, area.box[1], area.box[3]).length - 1
  const rows: Rows = { edges: [], of: new Map() }
  for (let band = 0; band + 1 < ys.length; band++) {
    const top = ys[band] ?? 0
    rows.edges.push({ y: top, parts: (column) => covers(rules, top, edges[column] ?? 0, edges[column + 1] ?? 0) })
    const own = pieces.filter((piece) => intervalOf(ys, middle(piece)) === band)
    if (band > 0) addBody(rows, own, edges.length - 1, bands)
    else addFirstBand(rows, own, edges.length - 1, bands, ys.length > 2)
  }
  return rows
}

const middle = (piece: Piece) => (piece.top + piece.bottom) / 2

/** The first band is the header where a rule ends it; otherwise header and body stand in it together. */
function addFirstBand(rows: Rows, own: readonly Piece[], columns: number, bands: number, ruled: boolean): void {
  const above = ruled ? own : headerPieces(own, columns)
  const told = ruled ? readStreamRows(own, columns) : undefined
  if (told !== undefined && told.rows > 1) {
    addHeader(rows, own, columns, told)
    return
  }
  const header = spanHeader(above, columns)
  if (header === undefined) {
    const head = ruled ? own : firstBlock(above)
    for (const piece of head) rows.of.set(piece, 0)
    addRest(rows, own, head, columns, bands)
    return
  }
  const head = ruled ? own : above.filter((piece) => middle(piece) < header.bottom)
  for (const [piece, span] of header.spans) Object.assign(piece, span)
  rows.edges.push({ y: header.y, parts: (column) => header.columns.has(column) })
  for (const piece of head) rows.of.set(piece, middle(piece) > header.y && header.columns.has(piece.column) ? 1 : 0)
  addRest(rows, own, head, columns, bands)
}

/** A header whose levels the page's content tells: a heading without another one below it goes down to the body. */
function addHeader(rows: Rows, own: readonly Piece[], columns: number, told: SplitRows): void {
  for (const [piece, span] of spanHeader(own, columns, told.rowOf)?.spans ?? []) Object.assign(piece, span)
  const merged = new Set<number>()
  for (let row = 1; row < told.rows; row++)
    for (let column = 0; column < columns; column++)
      if (!own.some((piece, index) => told.rowOf[index] === row && piece.column <= column && piece.lastColumn >= column))
        merged.add(row * columns + column)
  addRows(rows, own, columns, { ...told, merged })
}

function addRest(rows: Rows, own: readonly Piece[], head: readonly Piece[], columns: number, bands: number): void {
  const body = own.filter((piece) => !head.includes(piece))
  if (body.length === 0) return
  if (head.length > 0) {
    const y = (Math.max(...head.map((piece) => piece.bottom)) + Math.min(...body.map((piece) => piece.top))) / 2
    rows.edges.push({ y, parts: () => true })
  }
  addBody(rows, body, columns, bands)
}

function addBody(rows: Rows, own: readonly Piece[], columns: number, bands: number): void {
  addRows(rows, own, columns, splitBand(own, columns, bands))
}

function addRows(rows: Rows, own: readonly Piece[], columns: number, split: SplitRows): void {
  const start = rows.edges.length - 1
  for (const [index, piece] of own.entries()) rows.of.set(piece, start + (split.rowOf[index] ?? 0))
  for (let row = 1; row < split.rows; row++)
    rows.edges.push({ y: gapBefore(own, split.rowOf, row), parts: (column) => split.merged?.has(row * columns + column) !== true })
}

/** Rows inside one band: where rules stand between most rows, only stacked numbers part a band further. */
function splitBand(pieces: readonly Piece[], columns: number, bands: number): SplitRows {
  const split = findRows(pieces, columns)
  if (split.rows <= 1 || bands <= fewBands) return split
  const numbered = new Map<number, Set<number>>()
  for (const [index, piece] of pieces.entries())
    if (/^[\d,.\s−-]+%?$/.test(piece.text))
      numbered.set(piece.column, (numbered.get(piece.column) ?? new Set()).add(split.rowOf[index] ?? 0))
  const stacked = [...numbered.values()].filter((rows) => rows.size >= Math.max(2, split.rows * 0.8)).length
  return stacked >= 2 && split.rows >= 3 ? split : { rows: 1, rowOf: pieces.map(() => 0) }
}

function gapBefore(pieces: readonly Piece[], rowOf: readonly number[], row: number): number {
  const above = Math.max(...pieces.filter((_, index) => rowOf[index] === row - 1).map((piece) => piece.bottom))
  const below = Math.min(...pieces.filter((_, index) => rowOf[index] === row).map((piece) => piece.top))
  return (above + below) / 2
}

function assemble(area: OpenArea, edges: readonly number[], pieces: readonly Piece[], rows: Rows): PageTable | undefined {
  const columns = edges.length - 1
  const joined = new Set<number>()
  for (const piece of pieces)
    for (let column = piece.column + 1; column <= piece.lastColumn; column++) joined.add((rows.of.get(piece) ?? 0) * columns + column)
  joinHeaderRuns(edges, rows.edges, pieces, rows.of, joined)
  const places = mergeCells(rows.edges.length, columns, {
    above: (row, column) => rows.edges[row]?.parts(column) ?? true,
    before: (column, row) => !joined.has(row * columns + column),
  })
  const ys = [...rows.edges.map((edge) => edge.y), area.box[3]]
  const cells: PageCell[] = places.map((place) => {
    const glyphs = pieces.filter((piece) => holds(place, rows.of.get(piece) ?? 0, piece.column)).flatMap((piece) => piece.glyphs)
    const cell: Box = [
      edges[place.column] ?? 0,
      ys[place.row] ?? 0,
      edges[place.column + place.columnSpan] ?? 0,
      ys[place.row + place.rowSpan] ?? 0,
    ]
    const box = glyphs.length === 0 ? cell : around(glyphs.map((glyph): Box => [glyph.x0, glyph.top, glyph.x1, glyph.bottom]))
    return { ...place, ...readCellText(glyphs, cell), box }
  })
  return tidyTable({ box: area.box, rows: rows.edges.length, columns, edges: [...edges], cells, ruled: false })
}

const holds = (place: Place, row: number, column: number) =>
  row >= place.row && row < place.row + place.rowSpan && column >= place.column && column < place.column + place.columnSpan
