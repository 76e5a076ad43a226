import { normalise } from '../../../../rules/engine/normalise.ts'
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
  columns: Columns,
  { owner, vocabulary, section }: TableContext,
  facts: readonly Fact[],
): Unread[] {
  const read = new Set(facts.map(({ evidence }) => `${evidence.row}:${evidence.column}`))
  const indicators = new Set(facts.map(({ subject }) => subject).filter((subject) => vocabulary.subjects.get(subject)?.indicator))
  const unread: Unread[] = []
  for (const { row, column, label } of namedCells(grid, segment, columns)) {
    const cell = grid.at(row, column)
    const { subject, name } = readLabel(label, vocabulary)
    if (!cell || subject === null || read.has(`${cell.row}:${cell.column}`) || isPlaceholder(cell.text)) continue
    if (subject === undefined && !(indicators.size >= indicatorRows && isValue(cell.text))) continue
    const evidence = evidenceOfCell(grid.table, cell, lineOf(grid, row), section)
    unread.push({ document: owner.document, subject: subject ?? null, label: name, raw: cell.text, evidence })
  }
  return unread
}

const isValue = (print: string): boolean => readNumberCell(normalise(print).text) !== undefined || findQualitative(print) !== undefined

/** Every cell under a value's heading, with the name of its row. */
function* namedCells(grid: Grid, { bodyStart, end }: Segment, { heads, labels }: Columns) {
  for (let row = bodyStart; row < end; row++)
    for (const [block, labelColumn] of labels.entries()) {
      const label = grid.text(row, labelColumn)
      if (label.length < 2) continue
      for (let column = labelColumn + 1; column < (labels[block + 1] ?? grid.columns); column++)
        if (heads[column]?.role === 'value' && grid.starts(row, column)) yield { row, column, label }
    }
}
