import type { Fact } from '../../../../schemas/fact.ts'
import type { Unread } from '../../../../schemas/reading.ts'
import { evidenceOfCell } from '../evidence.ts'
import { readLabel } from '../label.ts'
import { readNumberCell } from '../numbers.ts'
import { findQualitative, isPlaceholder } from '../vocabulary.ts'
import type { Columns } from './columns.ts'
import type { TableContext } from './context.ts'
import { type Grid, lineOf } from './grid.ts'
import type { Segment } from './segments.ts'

/** A table with at least so many rows of indicators is an indicator table: a row in it with an unknown name may be one, too. */
const indicatorRows = 5

/** What a table seems to state and no fact came of: values that are no numbers, and rows of an indicator table with unknown names. */
export function readUnread(
  grid: Grid,
  segment: Segment,
  { heads, labels }: Columns,
  { owner, vocabulary, section }: TableContext,
  facts: readonly Fact[],
): Unread[] {
  const read = new Set(facts.map(({ evidence }) => `${evidence.row}:${evidence.column}`))
  const ofIndicators = new Set(facts.filter((fact) => fact.subject.startsWith('hj')).map((fact) => fact.subject)).size >= indicatorRows
  const unread: Unread[] = []
  for (let row = segment.bodyStart; row < segment.end; row++)
    for (const [block, labelColumn] of labels.entries()) {
      const print = grid.text(row, labelColumn)
      const { subject, name } = readLabel(print, vocabulary)
      if (print.length < 2 || subject === null || (subject === undefined && !ofIndicators)) continue
      for (let column = labelColumn + 1; column < (labels[block + 1] ?? grid.columns); column++) {
        const cell = grid.at(row, column)
        const head = heads[column]
        if (!cell || head?.role !== 'value' || !grid.starts(row, column) || isPlaceholder(cell.text)) continue
        if (read.has(`${cell.row}:${cell.column}`)) continue
        if (subject === undefined && readNumberCell(grid.text(row, column)) === undefined && findQualitative(cell.text) === undefined)
          continue
        const evidence = evidenceOfCell(grid.table, cell, lineOf(grid, row), section)
        unread.push({ document: owner.document, subject: subject ?? null, label: name, raw: cell.text, evidence })
      }
    }
  return unread
}
