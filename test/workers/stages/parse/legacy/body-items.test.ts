import { expect, test } from 'vitest'
import { bodyItems } from '../../../../../workers/stages/parse/legacy/body-items.ts'

test('rows become a table, the lines before it text and caption, and a cell may have several lines', () => {
  const items = bodyItems(
    '一、概况\n正文一句。\n表1 指标\n指标\t单位\t2021年\t\n能耗\t吨标煤\n/万元\t0.361\t\n单位产值\n水耗\t吨\t3\t\n注：不变价。\n后文。',
  )
  expect(items.map((item) => (item.kind === 'table' ? item.caption : `${item.kind}: ${item.text}`))).toEqual([
    'heading: 一、概况',
    'paragraph: 正文一句。',
    '表1 指标',
    'note: 注：不变价。',
    'paragraph: 后文。',
  ])
  const [table] = items.filter((item) => item.kind === 'table')
  expect(table?.cells.map(({ text }) => text)).toEqual([
    '指标',
    '单位',
    '2021年',
    '能耗',
    '吨标煤\n/万元',
    '0.361',
    '单位产值\n水耗',
    '吨',
    '3',
  ])
})

test('two tables with a captioned gap between them are two', () => {
  const items = bodyItems('甲\t1\t\n乙\t2\t\n表2 水耗\n丙\t3\t\n')
  expect(items.map((item) => (item.kind === 'table' ? [item.rows, item.caption] : item.text))).toEqual([
    [2, null],
    [1, '表2 水耗'],
  ])
})
