import { utils, write } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { cellsOf, outline, parseBytes, tablesOf } from '../printed.ts'

function makeXls() {
  const sheet = utils.aoa_to_sheet([
    ['某开发区基础数据表'],
    ['项目', '单位', '2021年'],
    ['工业增加值', '亿元', 356.4],
    ['占比', '%', 0.4339],
    ['隐藏行', '吨', 9],
  ])
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }]
  sheet['!rows'] = [{}, {}, {}, {}, { hidden: true }]
  Object.assign(sheet['C3'] as object, { z: '0.00' })
  Object.assign(sheet['C4'] as object, { z: '0.00%' })
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '经济')
  utils.book_append_sheet(book, utils.aoa_to_sheet([['项目', 7]]), '底稿')
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
  return new Uint8Array(write(book, { bookType: 'biff8', type: 'buffer' }))
}

test('an old workbook reads like a new one: shown text, exact numbers, caption, hidden sheets', async () => {
  const parsed = await parseBytes(makeXls())
  expect(parsed).toMatchObject({ format: 'xls', hiddenSheets: ['底稿'] })
  expect(outline(parsed)).toEqual(['table: 某开发区基础数据表'])
  const [table] = tablesOf(parsed)
  expect(cellsOf(table).slice(0, 9)).toEqual([
    '1,1 项目',
    '1,2 单位',
    '1,3 2021年',
    '2,1 工业增加值',
    '2,2 亿元',
    '2,3 356.40',
    '3,1 占比',
    '3,2 %',
    '3,3 43.39%',
  ])
  expect(
    table?.cells
      .filter(({ number }) => number !== null)
      .map(({ cell, number }) => [cell, number])
      .slice(0, 2),
  ).toEqual([
    ['C3', '356.4'],
    ['C4', '0.4339'],
  ])
})
