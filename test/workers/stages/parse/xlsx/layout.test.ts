import { expect, test } from 'vitest'
import { makeRawXlsx, makeXlsx } from '../make-xlsx.ts'
import { cellsOf, outline, parseBytes, tablesOf } from '../printed.ts'

const merge =
  (...ranges: string[]) =>
  (book: Parameters<NonNullable<Parameters<typeof makeXlsx>[1]>>[0]) => {
    for (const range of ranges) book.worksheets[0]?.mergeCells(range)
  }

test('a merged title and its unit become the caption, merged headers keep their spans, the last line is a note', async () => {
  const bytes = await makeXlsx(
    {
      指标: [
        ['某开发区基础数据表'],
        ['单位：亿元'],
        ['项目', '2021年', undefined],
        [undefined, '上半年', '下半年'],
        ['工业增加值', 133.81, 143.18],
        ['注：按不变价计算。'],
      ],
    },
    merge('A1:C1', 'A2:C2', 'A3:A4', 'B3:C3', 'A6:C6'),
  )
  const parsed = await parseBytes(bytes)
  expect(outline(parsed)).toEqual(['table: 某开发区基础数据表 单位：亿元', 'note: 注：按不变价计算。'])
  const [table] = tablesOf(parsed)
  expect(table).toMatchObject({ sheet: '指标', rows: 3, columns: 3 })
  expect(cellsOf(table)).toEqual([
    '1,1+2,1 项目',
    '1,2+1,2 2021年',
    '2,2 上半年',
    '2,3 下半年',
    '3,1 工业增加值',
    '3,2 133.81',
    '3,3 143.18',
  ])
  expect(table?.cells.map(({ cell }) => cell)).toEqual(['A3', 'B3', 'B4', 'C4', 'A5', 'B5', 'C5'])
})

test('tables parted by blank rows are several, each with the line above it; numbering goes on over sheets', async () => {
  const rows = [
    ['一、能源'],
    ['项目', '2021年'],
    ['能耗', 1],
    [],
    ['二、水资源'],
    ['项目', '2021年'],
    ['水耗', 2],
    [],
    ['填表人：张三', '审核：李四'],
  ]
  const parsed = await parseBytes(
    await makeXlsx({
      甲: rows,
      乙: [
        ['项目', '值'],
        ['面积', 3],
      ],
    }),
  )
  expect(outline(parsed)).toEqual(['table: 一、能源', 'table: 二、水资源', 'note: 填表人：张三 审核：李四', 'table: -'])
  expect(tablesOf(parsed).map(({ table, sheet }) => [table, sheet])).toEqual([
    [1, '甲'],
    [2, '甲'],
    [3, '乙'],
  ])
})

test('tables side by side are two, a spacer column within one table is not', async () => {
  const beside = await makeXlsx(
    {
      表: [
        ['2021年指标汇总表'],
        ['项目', '值', undefined, '企业', '产值'],
        ['能耗', 1, undefined, '甲厂', 2],
        ['水耗', 3, undefined, '乙厂', 4],
      ],
    },
    merge('A1:E1'),
  )
  const parsed = await parseBytes(beside)
  expect(tablesOf(parsed).map(cellsOf)).toEqual([
    ['1,1 项目', '1,2 值', '2,1 能耗', '2,2 1', '3,1 水耗', '3,2 3'],
    ['1,1 企业', '1,2 产值', '2,1 甲厂', '2,2 2', '3,1 乙厂', '3,2 4'],
  ])
  expect(tablesOf(parsed).map(({ caption }) => caption)).toEqual(['2021年指标汇总表', '2021年指标汇总表'])
  const spaced = await makeXlsx({
    表: [
      ['项目', '2020年', undefined, '2021年'],
      ['能耗', 1, undefined, 2],
      ['水耗', 3, undefined, 4],
    ],
  })
  expect(tablesOf(await parseBytes(spaced))).toMatchObject([{ columns: 4, rows: 3 }])
})

test('a blank row inside a table does not cut its header off', async () => {
  const bytes = await makeXlsx({ 表: [['项目', '单位', '2021年'], ['能耗', '吨', 1], [], ['水耗', '吨', 2]] })
  expect(tablesOf(await parseBytes(bytes)).map(cellsOf)).toEqual([
    ['1,1 项目', '1,2 单位', '1,3 2021年', '2,1 能耗', '2,2 吨', '2,3 1', '4,1 水耗', '4,2 吨', '4,3 2'],
  ])
})

test('hidden sheets are only named; hidden rows and columns are left out, told, and part no table', async () => {
  const bytes = await makeXlsx(
    {
      公开: [
        ['项目', '2020年', '2021年'],
        ['能耗', 1, 2],
        ['旧能耗', 8, 9],
        ['水耗', 3, 4],
      ],
      底稿: [
        ['项目', '值'],
        ['能耗', 7],
      ],
    },
    (book) => {
      const [shown, hidden] = book.worksheets
      if (!shown || !hidden) return
      hidden.state = 'veryHidden'
      shown.getColumn(2).hidden = true
      shown.getRow(3).hidden = true
    },
  )
  const parsed = await parseBytes(bytes)
  expect(parsed).toMatchObject({ status: 'parsed', hiddenSheets: ['底稿'], problems: [{ code: 'xlsx.hidden-cells' }] })
  expect(tablesOf(parsed).map(cellsOf)).toEqual([['1,1 项目', '1,3 2021年', '2,1 能耗', '2,3 2', '4,1 水耗', '4,3 4']])
})

test('what lies under a merged cell is not read', async () => {
  const written = [
    ['项目', '2021年', '2022年'],
    ['能耗', '1', '2'],
    ['旧名', '3', '4'],
  ]
  const cells = written.map((row, at) => `<row r="${at + 1}">${row.map((text) => `<c t="str"><v>${text}</v></c>`).join('')}</row>`)
  const bytes = makeRawXlsx(`<sheetData>${cells.join('')}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>`)
  expect(tablesOf(await parseBytes(bytes)).map(cellsOf)).toEqual([
    ['1,1 项目', '1,2 2021年', '1,3 2022年', '2,1+2,1 能耗', '2,2 1', '2,3 2', '3,2 3', '3,3 4'],
  ])
})

test('a sheet of sentences is text, not a table', async () => {
  const parsed = await parseBytes(await makeXlsx({ 说明: [['填报说明'], ['1. 数据口径为全部工业。'], ['2. 工业增加值按不变价。']] }))
  expect(outline(parsed)).toEqual(['paragraph: 填报说明', 'paragraph: 1. 数据口径为全部工业。', 'paragraph: 2. 工业增加值按不变价。'])
})
