import type { Table, TextBlock } from '../../../../schemas/document.ts'
import type { Citation, Fact } from '../../../../schemas/fact.ts'
import { isPlaceholder } from '../vocabulary.ts'
import { evidenceOfCell } from '../evidence.ts'
import { readColumns, type Columns } from './columns.ts'
import { readContext, type TableContext } from './context.ts'
import { layOut, type Grid } from './grid.ts'
import { readRow } from './row.ts'
import { cutSegments, type Segment } from './segments.ts'
import { bindCell } from './bind.ts'
import words from './words.json' with { type: 'json' }

/** Every fact that a table's cells state, in reading order. */
export function readTable(table: Table, notes: readonly TextBlock[], section: string | null, base: Pick<TableContext, 'owner' | 'identity' | 'vocabulary'>): Fact[] {
  const grid = layOut(table)
  const context = readContext(table, notes, section, base)
  return cutSegments(grid, base.vocabulary).flatMap((segment) => readSegment(grid, segment, context))
}

function readSegment(grid: Grid, segment: Segment, context: TableContext): Fact[] {
  const columns = readColumns(grid, segment, context.vocabulary, context.identity)
  const facts: Fact[] = []
  const above: Above = { source: new Map(), units: new Map(), parents: new Map() }
  for (let row = segment.bodyStart; row < segment.end; row++) {
    for (const [block, labelColumn] of columns.labels.entries()) {
      const span = { from: labelColumn, to: columns.labels[block + 1] ?? grid.columns }
      facts.push(...readBlock(grid, row, span, columns, context, above))
    }
  }
  return facts
}

/** What earlier rows leave for later ones: a source that 同上 repeats, a row of units in a turned table, parent names. */
export type Above = { readonly source: Map<number, Citation | null>; readonly units: Map<number, string>; readonly parents: Map<number, string> }

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
    facts.push(...bindCell({ cell, print: grid.text(row, column), head, label, rowUnit, columnUnit: above.units.get(column) ?? null, source, sourceExpected: sourceColumn >= 0, evidence, context }))
  }
  return facts
}

function sourceAt(grid: Grid, row: number, column: number, context: TableContext, above: Above): Citation | null {
  const cell = grid.at(row, column)
  const print = grid.text(row, column)
  if (new RegExp(words.sameAsAbove).test(print)) return above.source.get(column) ?? null
  const source = cell && !isPlaceholder(print) ? { text: cell.text.replace(/\s+/g, ''), evidence: evidenceOfCell(grid.table, cell, cell.text, context.section) } : null
  above.source.set(column, source)
  return source
}

function lineOf(grid: Grid, row: number): string {
  const texts: string[] = []
  for (let column = 0; column < grid.columns; column++) if (column === 0 || grid.at(row, column) !== grid.at(row, column - 1)) texts.push(grid.text(row, column))
  return texts.filter(Boolean).join(' | ')
}

