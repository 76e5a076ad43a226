import { expect, test } from 'vitest'
import type { Block, ParsedDocument, Table, TextBlock } from '../../../../../schemas/document.ts'
import { extractEvents } from '../../../../../workers/stages/extract/events/index.ts'
import { document } from '../../../../rules/rule-tester.ts'

const text = (kind: TextBlock['kind'], print: string, paragraph: number): TextBlock => ({
  kind,
  level: kind === 'heading' ? 1 : null,
  text: print,
  paragraph,
  page: null,
  lines: [],
})
const table = (...cells: string[]): Table => ({
  ...{ kind: 'table', table: 1, caption: null, rows: 1, columns: cells.length, page: null, sheet: null },
  cells: cells.map((print, index) => ({
    ...{ row: 1, column: index + 1, rowSpan: 1, columnSpan: 1, text: print, page: null, bbox: null, cell: null },
    ...{ number: null, formula: null, confidence: 1 },
  })),
})
const parsed = (...blocks: Block[]): ParsedDocument => ({
  ...{ file: '验收报告.docx', sha256: '0'.repeat(64), format: 'docx', status: 'parsed', problems: [], pages: 1, ocrPages: 0 },
  ...{ title: null, blocks, runningHeads: [], hiddenSheets: [] },
})
const PENALTY = '2021年9月，永泰热电因烟气超标被罚28万元。'
const extract = (blocks: Block[], over: Parameters<typeof document>[0] = {}) =>
  extractEvents('d1', parsed(...blocks), document(over).identity)

test('the sentence is quoted with its section and paragraph', () => {
  const { events } = extract([text('heading', '七、环境守法情况', 1), text('paragraph', `园区执法有力。${PENALTY}现已整改。`, 2)])
  expect(events).toHaveLength(1)
  expect(events[0]).toMatchObject({
    kind: 'penalty',
    document: 'd1',
    evidence: { section: '七、环境守法情况', paragraph: 2, text: PENALTY },
  })
})

test('a heading tells nothing, a cell that holds a sentence does', () => {
  expect(extract([text('heading', '企业被罚28万元的处理', 1)]).events).toEqual([])
  expect(extract([table('环境处罚', PENALTY)]).events).toMatchObject([{ kind: 'penalty', evidence: { table: 1, row: 1, column: 2 } }])
})

test('a chapter on emergency plans and an impact assessment tell what might happen', () => {
  const blocks = [text('heading', '风险识别与事故情景', 1), text('paragraph', '2021年某企业发生储罐泄漏。', 2)]
  expect(extract(blocks).events).toEqual([])
  expect(extract([text('paragraph', PENALTY, 1)], { identity: { role: 'planning_eia' } }).events).toEqual([])
})

test('the date of the signature is as precise as it is printed', () => {
  const dated = { identity: { role: 'annual_report', year: 2020, datedOn: '2021-05-01' } } as const
  expect(extract([text('paragraph', '青禾经济开发区管理委员会　2021年5月', 1)], dated).dates).toMatchObject([
    { what: 'signed', on: { from: '2021-05-01', to: '2021-05-31' }, year: 2020 },
  ])
  expect(extract([text('paragraph', '项目自2021年5月开工。', 1)], dated).dates).toEqual([])
})
