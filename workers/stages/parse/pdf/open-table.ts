import type { Box } from '../../../../schemas/place.ts'
import { readCellText } from './cell-text.ts'
import type { TextLine } from './compose-line.ts'
import { mergeCells } from './merge-cells.ts'
import { around, type Rule } from './page-content.ts'
import type { PageCell, PageTable } from './page-table.ts'
import { boundaries, covers, intervalOf } from './ruled-table.ts'
import { spanHeader } from './span-header.ts'
import { findBreaks, findColumns, spansOf } from './text-columns.ts'
import { findRows, type Piece } from './text-rows.ts'
import { tidyTable } from './tidy-table.ts'

/** Inside a table, gaps of this many ems part two columns. */
const columnGap = 0.6

/** A boundary between two rows: a printed rule (then it holds where the rule runs), or a white gap across all or some columns. */
type RowEdge = { y: number; parts(column: number): boolean }

/** What is known of an open table before its columns are found. `edges`: its column boundaries where vertical lines tell them. */
export type OpenArea = { box: Box; full: readonly Rule[]; partial: readonly Rule[]; lines: readonly TextLine[]; edges?: readonly number[] }

/**
 * Reads a table without vertical lines (three-line, borderless, or only framed): columns from the pieces in which its
 * rules were drawn or from the white gutters, rows from its rules or from its printed lines. Undefined with one column.
 */
export function readOpenTable(area: OpenArea): PageTable | undefined {
  const edges = area.edges ?? columnEdges(area)
  const columns = edges.length - 1
  if (columns < 2) return undefined
  const pieces = area.lines.flatMap((line) => spansOf(line, columnGap, edges).map((span) => placed(span, edges)))
  if (pieces.length === 0) return undefined
  const rules = [...area.full, ...area.partial]
  const ys = boundaries(rules, area.box[1], area.box[3])
  const rowEdges: RowEdge[] = []
  const rowOf = new Map<Piece, number>()
  const wide = rules.filter((rule) => rule.to - rule.from >= (area.box[2] - area.box[0]) * 0.6)
  const fullBands = boundaries(wide, area.box[1], area.box[3]).length - 1
  for (let band = 0; band + 1 < ys.length; band++) {
    const [top, bottom] = [ys[band] ?? 0, ys[band + 1] ?? 0]
    rowEdges.push({ y: top, parts: (column) => covers(rules, top, edges[column] ?? 0, edges[column + 1] ?? 0) })
    const own = pieces.filter((piece) => intervalOf(ys, (piece.top + piece.bottom) / 2) === band)
    const start = rowEdges.length - 1
    const header = band === 0 && ys.length > 2 ? spanHeader(own, columns) : undefined
    if (header !== undefined) {
      for (const [piece, span] of header.spans) Object.assign(piece, span)
      rowEdges.push({ y: header.y, parts: (column) => header.columns.has(column) })
      for (const piece of own)
        rowOf.set(piece, start + ((piece.top + piece.bottom) / 2 > header.y && header.columns.has(piece.column) ? 1 : 0))
      continue
    }
    const split = splitBand(own, columns, fullBands, band === 0 && ys.length > 2)
    for (const [index, piece] of own.entries()) rowOf.set(piece, start + (split.rowOf[index] ?? 0))
    for (let row = 1; row < split.rows; row++) rowEdges.push({ y: gapBefore(own, split.rowOf, row), parts: () => true })
  }
  return assemble(area, edges, rowEdges, pieces, rowOf, ys[ys.length - 1] ?? area.box[3])
}

function columnEdges(area: OpenArea): number[] {
  const [left, , right] = area.box
  const breaks = findBreaks(area.full, left, right)
  const crossed = (x: number) =>
    area.lines.filter((line) => spansOf(line, columnGap).some((span) => span.x0 < x - 2 && span.x1 > x + 2)).length
  const drawn = breaks.filter((x) => crossed(x) <= area.lines.length * 0.35)
  const inner = drawn.length > 0 ? drawn : findColumns(area.lines, columnGap).filter((x) => x > left && x < right)
  return [left, ...inner, right]
}

function placed(span: ReturnType<typeof spansOf>[number], edges: readonly number[]): Piece {
  const slack = Math.min(2, (span.x1 - span.x0) / 4)
  const column = intervalOf(edges, span.x0 + slack)
  const lastColumn = Math.max(column, intervalOf(edges, span.x1 - slack))
  const width = (edges[lastColumn + 1] ?? 0) - (edges[column] ?? 0)
  return { ...span, column, lastColumn, filled: span.x1 - span.x0 >= width - span.size * 2.2 && span.glyphs.length > 2 }
}

/** Rows inside one band: wherever rules stand between most rows, only stacked numbers part a band further. */
function splitBand(pieces: readonly Piece[], columns: number, fullBands: number, header: boolean): { rows: number; rowOf: number[] } {
  const whole = { rows: 1, rowOf: pieces.map(() => 0) }
  if (header) return whole
  const split = findRows(pieces, columns)
  if (split.rows <= 1 || fullBands <= 3) return split
  const numbered = new Map<number, Set<number>>()
  for (const [index, piece] of pieces.entries())
    if (/^[\d,.\s−-]+%?$/.test(piece.text))
      numbered.set(piece.column, (numbered.get(piece.column) ?? new Set()).add(split.rowOf[index] ?? 0))
  const stacked = [...numbered.values()].filter((rows) => rows.size >= Math.max(2, split.rows * 0.8)).length
  return stacked >= 2 && split.rows >= 3 ? split : whole
}

function gapBefore(pieces: readonly Piece[], rowOf: readonly number[], row: number): number {
  const above = Math.max(...pieces.filter((_, index) => rowOf[index] === row - 1).map((piece) => piece.bottom))
  const below = Math.min(...pieces.filter((_, index) => rowOf[index] === row).map((piece) => piece.top))
  return (above + below) / 2
}

function assemble(
  area: OpenArea,
  edges: readonly number[],
  rowEdges: RowEdge[],
  pieces: Piece[],
  rowOf: Map<Piece, number>,
  end: number,
): PageTable | undefined {
  const rows = rowEdges.length
  const columns = edges.length - 1
  const joined = new Set<number>()
  for (const piece of pieces)
    for (let column = piece.column + 1; column <= piece.lastColumn; column++) joined.add((rowOf.get(piece) ?? 0) * columns + column)
  joinHeaderRuns(edges, rowEdges, pieces, rowOf, joined)
  const places = mergeCells(rows, columns, {
    above: (row, column) => rowEdges[row]?.parts(column) ?? true,
    before: (column, row) => !joined.has(row * columns + column),
  })
  const ys = [...rowEdges.map((edge) => edge.y), end]
  const cells: PageCell[] = places.map((place) => {
    const glyphs = pieces.filter((piece) => holds(place, rowOf.get(piece) ?? 0, piece.column)).flatMap((piece) => piece.glyphs)
    const area: Box = [
      edges[place.column] ?? 0,
      ys[place.row] ?? 0,
      edges[place.column + place.columnSpan] ?? 0,
      ys[place.row + place.rowSpan] ?? 0,
    ]
    const box = glyphs.length === 0 ? area : around(glyphs.map((glyph): Box => [glyph.x0, glyph.top, glyph.x1, glyph.bottom]))
    return { ...place, ...readCellText(glyphs, area), box }
  })
  return tidyTable({ box: area.box, rows, columns, edges: [...edges], cells, ruled: false })
}

const holds = (place: { row: number; column: number; rowSpan: number; columnSpan: number }, row: number, column: number) =>
  row >= place.row && row < place.row + place.rowSpan && column >= place.column && column < place.column + place.columnSpan

/** A rule under some columns only belongs to headings over them: each spans the columns around it. */
function joinHeaderRuns(
  edges: readonly number[],
  rowEdges: readonly RowEdge[],
  pieces: readonly Piece[],
  rowOf: Map<Piece, number>,
  joined: Set<number>,
): void {
  const columns = edges.length - 1
  for (let row = 0; row + 1 < rowEdges.length && row < 3; row++) {
    const below = rowEdges[row + 1]
    if (below === undefined) continue
    const parted = Array.from({ length: columns }, (_, column) => below.parts(column))
    if (parted.every(Boolean)) continue
    for (let start = 0; start < columns; start++) {
      if (!parted[start] || parted[start - 1]) continue
      let last = start
      while (parted[last + 1]) last++
      const own = pieces.filter((piece) => rowOf.get(piece) === row && piece.column >= start && piece.column <= last)
      const ends = shareRun(edges, own, start, last)
      for (let column = start + 1; column <= last; column++) if (!ends.has(column)) joined.add(row * columns + column)
    }
  }
}

/** The columns at which a new heading begins: between two headings the boundary nearest to their middle. */
function shareRun(edges: readonly number[], own: readonly Piece[], start: number, last: number): Set<number> {
  const sorted = [...own].sort((a, b) => a.x0 - b.x0)
  const starts = new Set<number>()
  if (sorted.length === 0) for (let column = start; column <= last; column++) starts.add(column)
  for (const [index, piece] of sorted.slice(1).entries()) {
    const before = sorted[index]
    if (before === undefined) continue
    const middle = (before.x0 + before.x1 + piece.x0 + piece.x1) / 4
    const inner = edges.map((x, column) => ({ column, off: Math.abs(x - middle) })).filter(({ column }) => column > start && column <= last)
    const nearest = inner.sort((a, b) => a.off - b.off)[0]
    if (nearest !== undefined) starts.add(nearest.column)
  }
  return starts
}
