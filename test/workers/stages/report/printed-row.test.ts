import { expect, it } from 'vitest'
import { findPrintedRow, narrowRow, rowName } from '../../../../workers/stages/report/printed-row.ts'
import { at } from './sample-facts.ts'

const row = at({ table: 2, row: 3, column: 5, text: '12 | 污水处理厂处理水量 | 万立方米 | 815.86 | 839.29 | 866.00' })

it('finds the value in its printed row', () => {
  expect(findPrintedRow(row, '839.29')).toMatchObject({ at: 4 })
})

it('finds it by its print where cells were merged and columns do not count', () => {
  expect(findPrintedRow({ ...row, column: 9 }, '839.29')).toMatchObject({ at: 4 })
})

it('takes no sentence for a row', () => {
  expect(findPrintedRow(at({ paragraph: 3, text: '甲 | 乙' }), '乙')).toBeUndefined()
})

it('names a row by its words', () => {
  expect(rowName({ cells: ['12', '污水处理厂处理水量', '万立方米', '815.86'], at: 3 })).toBe('污水处理厂处理水量')
})

it('keeps value and name of a wide row, and shows where cells are left out', () => {
  const cells = ['1', '工业增加值', ...Array.from({ length: 40 }, (_, index) => `${1000 + index}.00`)]
  const shown = narrowRow({ cells, at: 30 }, 'around')
  expect(shown).toContain(30)
  expect(shown).toContain(1)
  expect(shown.at(-1)).toBeUndefined()
  expect(shown.length).toBeLessThan(14)
})
