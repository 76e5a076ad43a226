import type { Box } from '../../../../schemas/place.ts'
import type { CellText } from './cell-text.ts'
import type { Glyph, Rule } from './page-content.ts'

/**
 * One cell of a table on one page, counted from 0, in the page's upright frame. `inferred`: the print of a picture does not show for
 * certain which row or column it stands in.
 */
export type PageCell = { row: number; column: number; rowSpan: number; columnSpan: number; box: Box; inferred?: boolean } & CellText

/** The part of a table that stands on one page. `edges` are the x of its column boundaries. */
export type PageTable = { box: Box; rows: number; columns: number; edges: number[]; cells: PageCell[]; ruled: boolean }

/** An area that ruling lines claim for a table. `closed`: vertical lines part its columns. */
export type Region = { box: Box; horizontals: Rule[]; verticals: Rule[]; closed: boolean }

export const inside = (glyph: Glyph, box: Box, slack = 0): boolean => {
  const x = (glyph.x0 + glyph.x1) / 2
  const y = (glyph.top + glyph.bottom) / 2
  return x >= box[0] - slack && x <= box[2] + slack && y >= box[1] - slack && y <= box[3] + slack
}
