import type { Box } from '../../../../schemas/place.ts'
import { isNumeric } from './cell-text.ts'
import type { Place } from './merge-cells.ts'
import { around, type Glyph } from './page-content.ts'
import { boxOf, type Grid, intervalOf } from './table-grid.ts'

/** One place of the grid inside a merged cell, with the print that stands in it. */
type Part = { place: Place; glyphs: Glyph[] }

/** Print of one place stands in its middle: no farther off than this share of its height. */
const offMiddle = 0.12

const textOf = (glyphs: readonly Glyph[]) => glyphs.map(({ text }) => text).join('')

/** The stretches of print, each with its box. */
function stretchesOf(glyphs: readonly Glyph[]): { glyphs: Glyph[]; box: Box }[] {
  const byRun = new Map<number, Glyph[]>()
  for (const glyph of glyphs) byRun.set(glyph.run, [...(byRun.get(glyph.run) ?? []), glyph])
  return [...byRun.values()].map((own) => ({ glyphs: own, box: around(own.map(({ x0, top, x1, bottom }): Box => [x0, top, x1, bottom])) }))
}

/** Whether each place holds its print in its own middle, as cells under one another do, and the lines of one cell do not. */
const standApart = (grid: Grid, parts: readonly Part[]) =>
  parts.every(({ place, glyphs }) => {
    const [, top, , bottom] = boxOf(grid, place)
    const middle = (Math.min(...glyphs.map((glyph) => glyph.top)) + Math.max(...glyphs.map((glyph) => glyph.bottom))) / 2
    return Math.abs(middle - (top + bottom) / 2) <= (bottom - top) * offMiddle
  })

/**
 * The places of a merged cell in a picture, where the print in it shows that a rule was lost: pieces of print on both sides of
 * a line of the grid that none of them crosses, with a number among them, or all in the middle of their own places.
 */
export function partCell(grid: Grid, place: Place, glyphs: readonly Glyph[]): Part[] | undefined {
  const { row, column, rowSpan, columnSpan } = place
  if (rowSpan * columnSpan === 1 || glyphs.length === 0) return undefined
  const parts: Part[] = Array.from({ length: rowSpan * columnSpan }, (_, at) => ({
    place: { row: row + Math.floor(at / columnSpan), column: column + (at % columnSpan), rowSpan: 1, columnSpan: 1 },
    glyphs: [],
  }))
  for (const stretch of stretchesOf(glyphs)) {
    const [x0, y0, x1, y1] = stretch.box
    const [left, right] = [intervalOf(grid.xs, x0), intervalOf(grid.xs, x1)]
    const [top, bottom] = [intervalOf(grid.ys, y0), intervalOf(grid.ys, y1)]
    if (left !== right || top !== bottom) return undefined
    parts[(top - row) * columnSpan + left - column]?.glyphs.push(...stretch.glyphs)
  }
  const filled = parts.filter((part) => part.glyphs.length > 0)
  if (filled.length < 2) return undefined
  const numbered = filled.some((part) => isNumeric(textOf(part.glyphs)))
  return numbered || (filled.length === parts.length && standApart(grid, filled)) ? parts : undefined
}
