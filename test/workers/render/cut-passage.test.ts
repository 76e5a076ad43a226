import { expect, test } from 'vitest'
import type { Block, ParsedDocument, Table } from '../../../schemas/document.ts'
import { cutPassage } from '../../../workers/render/cut-passage.ts'

const paragraph = (number: number, text: string, level: number | null = null): Block => ({
  ...{ kind: level === null ? 'paragraph' : 'heading', level, text, paragraph: number, page: null, lines: [] },
})
/** A table of so many rows and columns, each cell telling its place; on a sheet it begins at A1. */
function makeTable(rows: number, columns: number, more: Partial<Table> = {}): Table {
  const cells = Array.from({ length: rows * columns }, (_, at) => {
    const [row, column] = [Math.floor(at / columns) + 1, (at % columns) + 1]
    const address = more.sheet == null ? null : `${String.fromCharCode(64 + column)}${row}`
    return {
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text: `${row}行${column}列`,
      page: null,
      bbox: null,
      cell: address,
      number: null,
      formula: null,
      confidence: 1,
    }
  })
  return { kind: 'table', table: 1, caption: '表1', rows, columns, cells, page: null, sheet: null, ...more }
}
const makeDocument = (blocks: Block[], more: Partial<ParsedDocument> = {}): ParsedDocument => ({
  ...{ file: '验收报告.docx', sha256: 'a'.repeat(64), format: 'docx', status: 'parsed', problems: [], pages: 1, ocrPages: 0, title: null },
  ...{ blocks, runningHeads: [], hiddenSheets: [], ...more },
})
const nowhere = { table: null, row: null, column: null, sheet: null, cell: null, paragraph: null }

test('a cell of a text comes with its table, the text around it and the headings above it', () => {
  const blocks = [
    paragraph(1, '一、概况', 1),
    paragraph(2, '三、指标', 1),
    paragraph(3, '3.1 基础数据', 2),
    paragraph(4, '见下表。'),
    makeTable(3, 2),
  ]
  const passage = cutPassage(makeDocument(blocks), { ...nowhere, table: 1, row: 2, column: 2 })
  expect(passage?.headings).toEqual(['三、指标', '3.1 基础数据'])
  expect(passage?.blocks.map(({ kind, isHere }) => [kind, isHere])).toEqual([
    ['heading', false],
    ['heading', false],
    ['heading', false],
    ['paragraph', false],
    ['table', true],
  ])
})

test('of a long table the rows around the cell are shown, and always its head', () => {
  const passage = cutPassage(makeDocument([makeTable(500, 3)]), { ...nowhere, table: 1, row: 300, column: 2 })
  const [table] = passage?.blocks ?? []
  if (table?.kind !== 'table') throw new Error('no table')
  const rows = table.cells.map(({ row }) => row)
  expect(rows).toContain(1)
  expect(rows).toContain(300)
  expect(rows.length).toBeLessThan(200)
  expect(rows).not.toContain(200)
})

test('a cell of a sheet is found by its address, and a hidden sheet is told', () => {
  const hidden = makeDocument([makeTable(40, 20, { sheet: '附表', table: 7 })], { format: 'xlsx', hiddenSheets: ['附表'] })
  const passage = cutPassage(hidden, { ...nowhere, sheet: '附表', cell: 'E11' })
  expect(passage).toMatchObject({ sheet: '附表', isHidden: true, blocks: [{ kind: 'table', fromRow: 3, toRow: 19, isHere: true }] })
})

test('a paragraph is shown among its neighbours', () => {
  const blocks = Array.from({ length: 20 }, (_, at) => paragraph(at + 1, `第${at + 1}段`))
  const passage = cutPassage(makeDocument(blocks), { ...nowhere, paragraph: 10 })
  expect(passage?.blocks.filter(({ isHere }) => isHere)).toMatchObject([{ text: '第10段' }])
  expect(passage?.blocks).toHaveLength(9)
})

test('a place that is not there is told as such', () => {
  expect(cutPassage(makeDocument([makeTable(2, 2)]), { ...nowhere, table: 9 })).toBeUndefined()
  expect(cutPassage(makeDocument([]), { ...nowhere, sheet: '无', cell: 'A1' })).toBeUndefined()
})

test('a text of endless length does not reach the reader’s browser', () => {
  const passage = cutPassage(makeDocument([paragraph(1, '长'.repeat(1_000_000))]), { ...nowhere, paragraph: 1 })
  expect(JSON.stringify(passage).length).toBeLessThan(10_000)
})
