import type { Block, Cell, ParsedDocument } from '../../../../schemas/document.ts'

type Printed = Partial<Omit<ParsedDocument, 'blocks'>> & { readonly lines?: readonly (string | readonly (readonly string[])[])[] }

const cell = (text: string, row: number, column: number): Cell => ({
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  text,
  page: null,
  bbox: null,
  cell: null,
  number: null,
  formula: null,
  confidence: 1,
})

/** A line beginning with "# " or "## " is a heading of level 1 or 2, an array of rows a table, anything else a paragraph. */
function block(line: string | readonly (readonly string[])[], index: number): Block {
  if (typeof line !== 'string') {
    const cells = line.flatMap((row, r) => row.flatMap((text, c) => (text === '' ? [] : [cell(text, r + 1, c + 1)])))
    const columns = Math.max(...line.map((row) => row.length))
    return { kind: 'table', table: index + 1, caption: null, rows: line.length, columns, cells, page: null, sheet: null }
  }
  const [, marks, heading] = /^(#{1,2}) (.*)$/.exec(line) ?? []
  return {
    kind: marks ? 'heading' : 'paragraph',
    level: marks?.length ?? null,
    text: heading ?? line,
    paragraph: index + 1,
    page: null,
    lines: [],
  }
}

/** A parsed document as print: its lines in order, everything else filled in. */
export const printed = ({ lines = [], ...over }: Printed): ParsedDocument => ({
  file: '001.docx',
  sha256: '0'.repeat(64),
  format: 'docx',
  status: 'parsed',
  problems: [],
  pages: 3,
  ocrPages: 0,
  title: null,
  blocks: lines.map(block),
  runningHeads: [],
  hiddenSheets: [],
  ...over,
})
