import { expect, test } from 'vitest'
import { normalise } from '../../../rules/engine/normalise.ts'

test.each([
  ['１，２３４．５％', '1,234.5%'],
  ['工业 增加值', '工业增加值'],
  ['（万 m³）', '(万m3)'],
  ['㎡', 'm2'],
  ['CO₂', 'CO2'],
  ['−3.2、－3.2、‐3.2', '-3.2、-3.2、-3.2'],
  ['园 区 2021 年', '园区2021年'],
  ['HJ 274', 'HJ 274'],
  ['⽬标⻓度', '目标长度'],
])('%s is read as %s', (print, text) => {
  expect(normalise(print).text).toBe(text)
})

test('every character knows where it came from', () => {
  const print = '绿化 面积12㎡'
  const { text, at } = normalise(print)
  expect(text).toBe('绿化面积12m2')
  expect(at.map((index) => print[index])).toEqual(['绿', '化', '面', '积', '1', '2', '㎡', '㎡'])
})

test('a thin space between digits stays, as a thousands mark', () => {
  expect(normalise('1\u2009012.40').text).toBe('1\u2009012.40')
})
