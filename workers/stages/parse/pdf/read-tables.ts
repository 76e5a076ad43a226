import type { Box } from '../../../../schemas/place.ts'
import { findBorderlessTables } from './borderless.ts'
import type { TextLine } from './compose-line.ts'
import { extendStack } from './extend-stack.ts'
import { findClosedRegions, findRuleStacks } from './find-regions.ts'
import { groupLines } from './group-lines.ts'
import { withInferredPlaces } from './inferred-places.ts'
import { readOpenTable } from './open-table.ts'
import type { Glyph, PageContent, Rule } from './page-content.ts'
import { inside, type PageTable, type Region } from './page-table.ts'
import { readRuledTable } from './ruled-table.ts'
import { splitStack } from './split-stack.ts'

export type PageLayout = { tables: PageTable[]; lines: TextLine[] }

/** A grid this empty is a chart's or a drawing's, not a table's. */
const emptiest = 0.12

/** Finds the tables of a page and the printed lines outside them, each in order from the top. */
export function readTables(page: PageContent): PageLayout {
  const tables: PageTable[] = []
  let glyphs: Glyph[] = page.glyphs
  let loose: Rule[] = page.horizontals
  const take = (table: PageTable, box: Box) => {
    tables.push(table)
    glyphs = glyphs.filter((glyph) => !inside(glyph, box, 1))
  }
  for (const region of findClosedRegions(page.horizontals, page.verticals)) {
    const own = glyphs.filter((glyph) => inside(glyph, region.box, 1))
    const table = own.length === 0 ? undefined : readClosed(region, own)
    if (table === undefined) continue
    take(table, region.box)
    loose = loose.filter((rule) => !within(rule, region.box))
  }
  for (const stack of findRuleStacks(loose)) {
    const outside = groupLines(glyphs)
    for (const found of splitStack(stack, outside)) {
      const part = extendStack(found, outside)
      const lines = groupLines(glyphs.filter((glyph) => inside(glyph, widened(part.box))))
      const table = readOpenTable({ ...part, lines })
      if (table !== undefined && isDense(table) && (part.full.length > 2 || isTabular(table))) take(table, widened(part.box))
    }
  }
  const lines = groupLines(glyphs)
  const bare = findBorderlessTables(lines)
  const taken = new Set(bare.flatMap((found) => found.lines))
  tables.push(...bare.map((found) => found.table))
  const ordered = tables.sort((a, b) => a.box[1] - b.box[1]).map(withInferredPlaces)
  return { tables: ordered, lines: lines.filter((line) => !taken.has(line)) }
}

/** Text may stand out a little to the left and right of an open table's rules. */
const widened = (box: Box): Box => [box[0] - 4, box[1], box[2] + 4, box[3]]

const within = (rule: Rule, box: Box) => rule.at >= box[1] - 4 && rule.at <= box[3] + 4 && rule.from >= box[0] - 6 && rule.to <= box[2] + 6

function isDense(table: PageTable): boolean {
  const filled = table.cells.filter((cell) => cell.text !== '').length
  return filled >= 2 && (table.cells.length <= 6 || filled >= table.cells.length * emptiest)
}

function readClosed(region: Region, glyphs: Glyph[]): PageTable | undefined {
  const ruled = readRuledTable(region, glyphs)
  if (ruled === undefined || (ruled.columns >= 2 && !isDense(ruled))) return undefined
  const full = region.horizontals.filter((rule) => rule.to - rule.from >= (region.box[2] - region.box[0]) * 0.9)
  const partial = region.horizontals.filter((rule) => !full.includes(rule))
  if (ruled.columns >= 2) {
    const stacked = ruled.rows <= 4 && ruled.cells.some((cell) => cell.lines >= 3)
    const open = stacked ? readOpenTable({ box: region.box, full, partial, lines: groupLines(glyphs), edges: ruled.edges }) : undefined
    return open !== undefined && open.rows >= ruled.rows + 2 && hasStackedNumbers(ruled) ? open : ruled
  }
  const open = readOpenTable({ box: region.box, full, partial, lines: groupLines(glyphs) })
  return open !== undefined && open.rows >= 2 && isTabular(open) ? open : undefined
}

/** Several numbers under one another in one ruled cell: its rows are not ruled. */
function hasStackedNumbers(table: PageTable): boolean {
  const stacked = table.cells.filter((cell) => cell.lines >= 3 && /^[\d,.\s%≥≤/—-]+$/.test(cell.text))
  return new Set(stacked.map((cell) => cell.column)).size >= 1
}

/** A framed text is no table: most cells of a table are filled, and short. */
function isTabular(table: PageTable): boolean {
  const filled = table.cells.filter((cell) => cell.text !== '')
  const long = filled.filter((cell) => cell.text.length > 60).length
  return filled.length >= table.rows * table.columns * 0.4 && long <= filled.length * 0.2
}
