import { expect, test } from 'vitest'
import { splitFields } from '../../../../../workers/stages/parse/text/csv.ts'
import { cellsOf, parseBytes, tablesOf } from '../printed.ts'

test('quoted fields hold separators, quotes and line ends', () => {
  expect(splitFields('a,"b,""c""\nd",e\r\n1,,3\n"x', ',')).toEqual([['a', 'b,"c"\nd', 'e'], ['1', '', '3'], ['"x']])
  expect(splitFields('1,2,', ',')).toEqual([['1', '2', '']])
})

test('a title line becomes the caption, cells know their place, other separators work', async () => {
  const [table] = tablesOf(await parseBytes(Buffer.from('基础数据表,,\n项目,单位,2021年\n能耗,吨,"1,287,000"\n水耗,吨,5\n')))
  expect(table?.caption).toBe('基础数据表')
  expect(cellsOf(table)).toEqual([
    '1,1 项目',
    '1,2 单位',
    '1,3 2021年',
    '2,1 能耗',
    '2,2 吨',
    '2,3 1,287,000',
    '3,1 水耗',
    '3,2 吨',
    '3,3 5',
  ])
  expect(table?.cells[0]?.cell).toBe('A2')
  const [tabbed] = tablesOf(await parseBytes(Buffer.from('项目\t2021年\n能耗\t1\n水耗\t2\n')))
  expect(tabbed).toMatchObject({ rows: 3, columns: 2 })
})
