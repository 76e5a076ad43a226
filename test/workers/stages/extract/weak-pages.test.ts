import { expect, test } from 'vitest'
import type { Block, ParsedDocument } from '../../../../schemas/document.ts'
import { findWeakPages } from '../../../../workers/stages/extract/weak-pages.ts'

const cells = (page: number, confidences: readonly number[], text = '1.5') =>
  confidences.map((confidence, at) => ({
    ...{ row: 1, column: at + 1, rowSpan: 1, columnSpan: 1, text, page, bbox: null, cell: null, number: null, formula: null, confidence },
    recognition: { read: text, second: text === '1.5' ? text : null, others: [], confidence },
  }))
const documentOf = (all: ReturnType<typeof cells>): ParsedDocument => {
  const block: Block = { kind: 'table', table: 1, caption: null, rows: 1, columns: 9, cells: all, page: 1, sheet: null }
  return {
    ...{ file: 'a.pdf', sha256: '', format: 'pdf', status: 'parsed', problems: [], pages: 9, ocrPages: 9, title: null },
    ...{ blocks: [block], runningHeads: [], hiddenSheets: [] },
  }
}

test('a page with many doubtful numbers or unclear words is weak, one doubtful number among many is not', () => {
  const weak = findWeakPages(
    documentOf([
      ...cells(1, [0.97, 0.97, 0.97, 0.6]),
      ...cells(2, [0.97, 0.6, 0.5, 0.97]),
      ...cells(3, [0.7, 0.8], '园区概况'),
      ...cells(4, [0.98, 0.95], '园区概况'),
      ...cells(5, [...Array<number>(40).fill(0.97), 0.6, 0.6]),
    ]),
  )
  expect(weak).toEqual([
    { page: 2, numbers: 4, doubtful: 2, words: 1 },
    { page: 3, numbers: 0, doubtful: 0, words: 0.75 },
  ])
})
