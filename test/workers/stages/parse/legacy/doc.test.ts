import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cellsOf, outline, parseBytes, tablesOf } from '../printed.ts'

const bytes = readFileSync(new URL('../fixtures/wide-table.doc', import.meta.url))

test('an old Word document gives headings, text and tables, also a table too wide for its properties to stand beside the text', async () => {
  const parsed = await parseBytes(bytes)
  expect(parsed).toMatchObject({ format: 'doc', status: 'parsed', title: '某经济开发区年度工作报告' })
  expect(outline(parsed)).toEqual([
    'paragraph: 某经济开发区年度工作报告',
    'heading1: 一、指标完成情况',
    'paragraph: 本年度工业增加值为356.42亿元。',
    'table: 表1 指标完成情况',
    'note: 注：按不变价计算。',
    'table: 表2 企业情况',
    'heading1: 二、下一步工作',
  ])
  const [wide, small] = tablesOf(parsed)
  expect(wide).toMatchObject({ rows: 3, columns: 13 })
  expect(cellsOf(wide)[14]).toBe('2,2 单位工业增加值综合能耗')
  expect(cellsOf(small)).toEqual(['1,1 项目', '1,2 数量', '2,1 企业', '2,2 126', '3,1 从业人员', '3,2 5320'])
})

test('a damaged one fails with a reason', async () => {
  const damaged = await parseBytes(bytes.subarray(0, 6_000))
  expect(damaged).toMatchObject({ format: expect.stringMatching(/doc|unknown/), status: 'failed' })
})
