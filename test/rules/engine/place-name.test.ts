import { expect, test } from 'vitest'
import { placeName } from '../../../rules/engine/place-name.ts'
import type { Evidence } from '../../../schemas/place.ts'
import { document, evidence } from '../rule-tester.ts'

const nowhere: Partial<Evidence> = { page: null, table: null, row: null, column: null }

test.each([
  ['a page’s table', { page: 4, table: 1, row: 14 }, '验收报告.pdf 第4页 表1 第14行'],
  ['a table without pages', { page: null, table: 2, row: 5 }, '验收报告.pdf 表2 第5行'],
  ['a sheet’s cell', { ...nowhere, sheet: '指标', cell: 'F5' }, '验收报告.pdf 工作表“指标” F5'],
  ['a sentence on a page', { ...nowhere, page: 3, section: '二、目标' }, '验收报告.pdf 第3页 “二、目标”'],
  ['a paragraph', { ...nowhere, section: '二、目标', paragraph: 12 }, '验收报告.pdf “二、目标” 第12段'],
  ['nothing but the file', nowhere, '验收报告.pdf'],
] as const)('%s', (_, over, name) => {
  const one = document()
  expect(placeName({ document: one.id, evidence: evidence(over) }, { documents: [one] })).toBe(name)
})
