import { readCellText } from './cell-text.ts'
import type { Place } from './merge-cells.ts'
import type { Glyph } from './page-content.ts'
import { inside, type PageCell, type PageTable, type Region } from './page-table.ts'
import { partCell } from './part-cell.ts'
import { boxOf, findGrid, findUnclear, type Grid, intervalOf } from './table-grid.ts'
import { tidyTable } from './tidy-table.ts'

function cellOf(grid: Grid, place: Place, glyphs: readonly Glyph[]): PageCell {
  const box = boxOf(grid, place)
  return { ...place, ...readCellText(glyphs, box), box }
}

/** Reads a table whose rows and columns are ruled. Undefined where it holds no text. */
export function readRuledTable(region: Region, glyphs: readonly Glyph[]): PageTable | undefined {
  const grid = findGrid(region)
  if (grid === undefined) return undefined
  const { xs, ys, rows, columns, places } = grid
  const owner = new Array<number>(rows * columns).fill(-1)
  for (const [index, place] of places.entries())
    for (let r = place.row; r < place.row + place.rowSpan; r++)
      for (let c = place.column; c < place.column + place.columnSpan; c++) owner[r * columns + c] = index
  const content: Glyph[][] = places.map(() => [])
  for (const glyph of glyphs) {
    if (!inside(glyph, region.box, 1)) continue
    const at = intervalOf(ys, (glyph.top + glyph.bottom) / 2) * columns + intervalOf(xs, (glyph.x0 + glyph.x1) / 2)
    content[owner[at] ?? -1]?.push(glyph)
  }
  const recognised = glyphs.some(({ recognition }) => recognition !== undefined)
  const doubtful = recognised ? findUnclear(grid, region, owner) : new Set()
  const cells = places.flatMap((place, index): PageCell[] => {
    const own = content[index] ?? []
    const parts = recognised ? partCell(grid, place, own) : undefined
    if (parts !== undefined) return parts.map((part) => ({ ...cellOf(grid, part.place, part.glyphs), inferred: true }))
    const cell = cellOf(grid, place, own)
    return [doubtful.has(index) ? { ...cell, inferred: true } : cell]
  })
  return tidyTable({ box: region.box, rows, columns, edges: xs, cells, ruled: true })
}
