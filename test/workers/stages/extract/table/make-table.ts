import { standardFor } from '../../../../../rules/standards/index.ts'
import type { Cell, Table, TextBlock } from '../../../../../schemas/document.ts'
import type { Identity } from '../../../../../schemas/reading.ts'
import { readTable, type TableReading } from '../../../../../workers/stages/extract/table/read-table.ts'
import { vocabularyOf } from '../../../../../workers/stages/extract/vocabulary.ts'

/**
 * A table drawn as text: a line a row, | between cells; a cell of « continues the one to its left, ^ the one above.
 */
export function drawTable(drawing: string, caption: string | null = null): Table {
  const rows = drawing
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((text) => text.trim()))
  const cells: Cell[] = []
  const owners = rows.map((row) => row.map((): Cell | undefined => undefined))
  for (const [r, row] of rows.entries())
    for (const [c, text] of row.entries()) {
      const owner = text === '«' ? owners[r]?.[c - 1] : text === '^' ? owners[r - 1]?.[c] : undefined
      const line = owners[r]
      if (owner && line) {
        owner.columnSpan = Math.max(owner.columnSpan, c + 2 - owner.column)
        owner.rowSpan = Math.max(owner.rowSpan, r + 2 - owner.row)
        line[c] = owner
        continue
      }
      const cell: Cell = {
        row: r + 1,
        column: c + 1,
        rowSpan: 1,
        columnSpan: 1,
        text,
        page: null,
        bbox: null,
        cell: null,
        number: null,
        formula: null,
        confidence: 1,
      }
      cells.push(cell)
      if (line) line[c] = cell
    }
  return {
    kind: 'table',
    table: 1,
    caption,
    rows: rows.length,
    columns: Math.max(...rows.map((row) => row.length)),
    cells,
    page: null,
    sheet: null,
  }
}

export const identity = (over: Partial<Identity> = {}): Identity => ({
  role: 'acceptance_report',
  year: null,
  park: '云岭经济开发区',
  region: null,
  stage: null,
  baseYear: 2019,
  finalYear: 2022,
  datedOn: null,
  approvedOn: null,
  waterScarce: null,
  confidence: 1,
  ...over,
})

/** Reads a drawn table as part of a document of this identity. */
export function readDrawn(
  drawing: string,
  { caption = null, notes = [], ...over }: Partial<Identity> & { caption?: string | null; notes?: string[] } = {},
): TableReading {
  const who = identity(over)
  const blocks: TextBlock[] = notes.map((text, index) => ({ kind: 'note', level: null, text, paragraph: index + 1, page: null, lines: [] }))
  return readTable(
    drawTable(drawing, caption),
    { section: null, lead: null, notes: blocks },
    {
      owner: { document: 'd1', role: who.role },
      identity: who,
      vocabulary: vocabularyOf(standardFor(null)),
    },
  )
}

/** Facts as short lines: "industrial_value_added 2021 actual 3564200". */
export const told = ({ facts }: TableReading): string[] =>
  facts.map((fact) => [fact.subject, fact.year ?? '-', fact.kind, fact.canonical?.value ?? fact.text].join(' '))
