import type { Table } from '../../../../schemas/document.ts'
import type { Citation, Fact } from '../../../../schemas/fact.ts'
import type { Calculation, Growth, Project, Sum, Unread } from '../../../../schemas/reading.ts'
import { evidenceOfCell } from '../evidence.ts'
import { readLabel } from '../label.ts'
import { isPlaceholder, type Vocabulary } from '../vocabulary.ts'
import { bindCell } from './bind.ts'
import { readTableCalculations } from './calculations.ts'
import { readColumnSums } from './column-sums.ts'
import { type Columns, readColumns } from './columns.ts'
import { readContext, type Surroundings, type TableContext } from './context.ts'
import { type Grid, layOut, lineOf } from './grid.ts'
import { readTableGrowths } from './growths.ts'
import { type KnownRows, knownRows } from './known-rows.ts'
import { readPeriodSums } from './period-sums.ts'
import { readProjects } from './projects.ts'
import { readRow } from './row.ts'
import { cutSegments, type Segment } from './segments.ts'
import { readRowSums } from './sums.ts'
import { readUnread } from './unread.ts'
import words from './words.json' with { type: 'json' }

/** What a table states: the facts of its cells in reading order, its printed totals, projects and changes. */
export type TableReading = {
  readonly facts: Fact[]
  readonly sums: Sum[]
  readonly projects: Project[]
  readonly growths: Growth[]
  readonly calculations: Calculation[]
  readonly unread: Unread[]
}

/** Reads one table with what stands around it. */
export function readTable(
  table: Table,
  surroundings: Surroundings,
  base: Pick<TableContext, 'owner' | 'identity' | 'vocabulary'>,
): TableReading {
  const reading: TableReading = { facts: [], sums: [], projects: [], growths: [], calculations: [], unread: [] }
  if (table.cells.length > largeTable && !namesAnySubject(table, base.vocabulary)) return reading
  const grid = layOut(table)
  const context = readContext(table, surroundings, base)
  for (const segment of cutSegments(grid, base.vocabulary)) {
    const columns = readColumns(grid, segment, context.vocabulary, context.identity)
    const facts = readFacts(grid, segment, columns, context)
    const calculated = readTableCalculations(grid, segment, columns, context)
    reading.facts.push(...facts, ...calculated.facts)
    reading.calculations.push(...calculated.calculations)
    reading.unread.push(...readUnread(grid, segment, columns, context, facts))
    reading.sums.push(
      ...readRowSums(base.owner.document, grid, segment, columns, context.section),
      ...readColumnSums(base.owner.document, grid, segment, columns, context.section),
      ...readPeriodSums(grid, segment, columns, context),
    )
    reading.projects.push(...readProjects(grid, segment, context))
    reading.growths.push(...readTableGrowths(grid, segment, columns, context))
  }
  return reading
}

/** Tables of more cells than this are raw records (monitoring data): read only if some cell names a subject. */
const largeTable = 20_000

function namesAnySubject(table: Table, vocabulary: Vocabulary): boolean {
  const seen = new Set<string>()
  return table.cells.some(({ text }) => {
    if (text.length < 2 || text.length > 60 || /^[-\d.:/ ]+$/.test(text) || seen.has(text)) return false
    seen.add(text)
    return typeof readLabel(text, vocabulary).subject === 'string'
  })
}

function readFacts(grid: Grid, segment: Segment, columns: Columns, context: TableContext): Fact[] {
  const facts: Fact[] = []
  const known = knownRows(grid, segment, columns, context.vocabulary)
  const above: Above = { source: new Map(), units: new Map(), parents: new Map(), known }
  for (let row = segment.bodyStart; row < segment.end; row++) {
    for (const [block, labelColumn] of columns.labels.entries()) {
      const span = { from: labelColumn, to: columns.labels[block + 1] ?? grid.columns }
      facts.push(...readBlock(grid, row, span, columns, context, above))
    }
  }
  return facts
}

/** What earlier rows leave for later ones: a source that 同上 repeats, a row of units in a turned table, parent names. */
export type Above = {
  readonly source: Map<number, Citation | null>
  readonly units: Map<number, string>
  readonly parents: Map<number, string>
  /** What the names of this part of the table say together. */
  readonly known: KnownRows
}

/** The columns [from, to) that one column of names governs. */
type Span = { readonly from: number; readonly to: number }

function readBlock(grid: Grid, row: number, span: Span, columns: Columns, context: TableContext, above: Above): Fact[] {
  const label = readRow(grid, row, span.from, columns, context, above)
  if (!label) return []
  const inBlock = (role: string) => {
    for (let column = span.from + 1; column < span.to; column++) if (columns.heads[column]?.role === role) return column
    return undefined
  }
  if (label.head.role === 'unit') {
    for (let column = span.from + 1; column < span.to; column++) above.units.set(column, grid.text(row, column))
    return []
  }
  const unitColumn = inBlock('unit') ?? (columns.labels.length === 1 ? columns.heads.findIndex((head) => head.role === 'unit') : -1)
  const sourceColumn = inBlock('source') ?? -1
  const source = sourceColumn >= 0 ? sourceAt(grid, row, sourceColumn, context, above) : context.source
  const rowUnit = unitColumn >= 0 ? grid.text(row, unitColumn) : ''
  const line = lineOf(grid, row)
  const facts: Fact[] = []
  for (let column = span.from + 1; column < span.to; column++) {
    const cell = grid.at(row, column)
    const head = columns.heads[column]
    if (!cell || !head || !grid.starts(row, column) || column === unitColumn || column === sourceColumn) continue
    if (isPlaceholder(cell.text)) continue
    const evidence = evidenceOfCell(grid.table, cell, line, context.section)
    facts.push(
      ...bindCell({
        cell,
        beside: column === span.from + 1 || grid.at(row, column - 1) === grid.at(row, span.from),
        print: grid.text(row, column),
        head,
        label,
        rowUnit,
        namesUnit: columns.heads[span.from]?.label.unit ?? null,
        columnUnit: above.units.get(column) ?? null,
        source,
        sourceExpected: sourceColumn >= 0,
        evidence,
        context,
        heads: columns.heads,
        known: above.known,
      }),
    )
  }
  return facts
}

function sourceAt(grid: Grid, row: number, column: number, context: TableContext, above: Above): Citation | null {
  const cell = grid.at(row, column)
  const print = grid.text(row, column)
  if (new RegExp(words.sameAsAbove).test(print)) return above.source.get(column) ?? null
  const source =
    cell && !isPlaceholder(print)
      ? { text: cell.text.replace(/\s+/g, ''), evidence: evidenceOfCell(grid.table, cell, cell.text, context.section) }
      : null
  above.source.set(column, source)
  return source
}
