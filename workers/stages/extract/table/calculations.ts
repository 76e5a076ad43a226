import type { ParsedDocument, TextBlock } from '../../../../schemas/document.ts'
import type { Fact } from '../../../../schemas/fact.ts'
import type { Calculation } from '../../../../schemas/reading.ts'
import { evidenceOfCell } from '../evidence.ts'
import { readLabel } from '../label.ts'
import { extractProse } from '../prose/index.ts'
import { isPlaceholder } from '../vocabulary.ts'
import type { Columns } from './columns.ts'
import type { TableContext } from './context.ts'
import { type Grid, lineOf } from './grid.ts'
import type { Segment } from './segments.ts'

/** The calculations of a column 计算过程, read as the sentence "name（year）= print = result" that the row makes, with their inputs as facts. */
export function readTableCalculations(
  grid: Grid,
  segment: Segment,
  { heads, labels }: Columns,
  { owner, vocabulary, identity, section }: TableContext,
): { facts: Fact[]; calculations: Calculation[] } {
  const column = heads.findIndex((head) => head.role === 'calculation')
  const found: { facts: Fact[]; calculations: Calculation[] } = { facts: [], calculations: [] }
  if (column < 0) return found
  const result = heads.findLastIndex((head) => head.role === 'value')
  for (let row = segment.bodyStart; row < segment.end; row++) {
    const cell = grid.at(row, column)
    const { subject, name } = readLabel(grid.text(row, labels[0] ?? 0), vocabulary)
    if (!cell || !subject || isPlaceholder(cell.text)) continue
    const print = cell.text.replace(/\s+/g, '')
    const year = heads[result]?.year
    const outcome = result >= 0 && !isPlaceholder(grid.text(row, result)) ? `=${grid.text(row, result)}` : ''
    const named = print.startsWith(name) ? print : `${name}${year ? `（${year}年）` : ''}=${print}`
    const evidence = evidenceOfCell(grid.table, cell, lineOf(grid, row), section)
    for (const sentence of [named, `${named}${outcome}`]) {
      const reading = extractProse(asDocument(sentence), identity, owner, vocabulary)
      if (reading.calculations.length === 0) continue
      found.calculations.push(...reading.calculations.map((calculation) => ({ ...calculation, evidence })))
      found.facts.push(...reading.facts.map((fact) => ({ ...fact, evidence })))
      break
    }
  }
  return found
}

function asDocument(text: string): ParsedDocument {
  const block: TextBlock = { kind: 'paragraph', level: null, text: `${text}。`, paragraph: 1, page: null, lines: [] }
  const empty = { problems: [], pages: 1, ocrPages: 0, title: null, runningHeads: [], hiddenSheets: [] }
  return { file: '', sha256: '', format: 'text', status: 'parsed', ...empty, blocks: [block] }
}
