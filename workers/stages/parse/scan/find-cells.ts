import type { Box } from '../../../../schemas/place.ts'
import { findClosedRegions } from '../pdf/find-regions.ts'
import type { Rule } from '../pdf/page-content.ts'
import { boxOf, findGrid } from '../pdf/table-grid.ts'

/** The boxes of all cells of the page's ruled tables, nested ones before those around them. */
export const findCells = (horizontals: readonly Rule[], verticals: readonly Rule[]): Box[] =>
  findClosedRegions(horizontals, verticals).flatMap((region) => {
    const grid = findGrid(region)
    return grid === undefined ? [] : grid.places.map((place) => boxOf(grid, place))
  })
