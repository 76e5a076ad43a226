import type { RowEdge } from './open-table.ts'
import type { Piece } from './text-rows.ts'

/** Headers have at most this many levels. */
const mostLevels = 3

/**
 * A rule under some columns only belongs to headings over them: each heading spans the columns around it.
 * Adds the places (row × columns + column) that join their left neighbour.
 */
export function joinHeaderRuns(
  edges: readonly number[],
  rowEdges: readonly RowEdge[],
  pieces: readonly Piece[],
  rowOf: Map<Piece, number>,
  joined: Set<number>,
): void {
  const columns = edges.length - 1
  for (const [row, below] of rowEdges.slice(1, mostLevels + 1).entries()) {
    for (const [start, last] of runsOf(below, columns)) {
      const own = pieces.filter((piece) => rowOf.get(piece) === row && piece.column >= start && piece.column <= last)
      const starts = shareRun(edges, own, start, last)
      for (let column = start + 1; column <= last; column++) if (!starts.has(column)) joined.add(row * columns + column)
    }
  }
}

/** The stretches of columns that this edge parts, where it does not part them all. */
function runsOf(edge: RowEdge, columns: number): [number, number][] {
  const parted = Array.from({ length: columns }, (_, column) => edge.parts(column))
  if (parted.every(Boolean)) return []
  const runs: [number, number][] = []
  for (let column = 0; column < columns; column++) {
    const last = runs[runs.length - 1]
    if (!parted[column]) continue
    if (last !== undefined && last[1] === column - 1) last[1] = column
    else runs.push([column, column])
  }
  return runs
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
