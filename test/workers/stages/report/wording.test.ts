import { expect, it } from 'vitest'
import { articleWords, placeWords, thresholdWords, unitWords } from '../../../../workers/stages/report/wording.ts'
import { at } from './sample-facts.ts'

it('cites articles in words', () => {
  expect(articleWords('17(6)')).toBe('第十七条（六）')
  expect(articleWords('9、15、23')).toBe('第九条、第十五条、第二十三条')
  expect(articleWords('HJ 274')).toBe('HJ 274')
})

it('names a place by page, sheet and cell, or section, and says where a sheet is hidden', () => {
  expect(placeWords(at({ page: 12, table: 3, row: 4, column: 5, section: '三、指标' }))).toBe('第12页 · 第3个表第4行第5列 · 三、指标')
  expect(placeWords(at({ sheet: '旧口径', cell: 'F5', table: 1, row: 2, column: 6 }), ['旧口径'])).toBe('工作表“旧口径”（隐藏表） F5')
  expect(placeWords(at({ section: '二、过程', paragraph: 41 }))).toBe('二、过程 · 第41段')
})

it('prints thresholds and units as a reader knows them', () => {
  expect(thresholdWords('>=30')).toBe('≥30')
  expect(thresholdWords('= 达标')).toBe('达标')
  expect(thresholdWords('= 100')).toBe('= 100')
  expect(unitWords('亿元/km2')).toBe('亿元/km²')
  expect(unitWords('1')).toBe('')
})
