import { expect, test } from 'vitest'
import { conversion, findUnit } from '../../../rules/engine/units.ts'

test.each([
  ['亿元', '万元', '10000'],
  ['百万元', '万元', '100'],
  ['元', '万元', '0.0001'],
  ['万吨标准煤', 'tce', '10000'],
  ['千克标准煤', 'tce', '0.001'],
  ['万tce', 'tce', '10000'],
  ['万m³', 'm3', '10000'],
  ['㎥', 'm3', '1'],
  ['亿立方米', 'm3', '100000000'],
  ['公顷', 'km2', '0.01'],
  ['hm²', 'km2', '0.01'],
  ['㎡', 'km2', '0.000001'],
  ['km\n2', 'km2', '1'],
  ['kg', 't', '0.001'],
  ['万吨/a', 't', '10000'],
  ['万吨标准煤/亿元', 'tce/万元', '1'],
  ['亿元/平方公里', '亿元/km2', '1'],
  ['万元/公顷', '亿元/km2', '0.01'],
  ['kg/万元', 't/万元', '0.001'],
  ['吨/亿元', 't/万元', '0.0001'],
  ['‰', '%', '0.1'],
  ['次', '次/年', '1'],
  ['户', '家', '1'],
  ['—', '1', '1'],
  ['无量纲', '1', '1'],
])('one %s is so many %s: %s', (from, to, factor) => {
  expect(conversion(from, to)?.toFixed()).toBe(factor)
})

test('15 亩 are one hectare, exactly within 20 digits', () => {
  expect(conversion('亩', 'km2')?.times(1500).toSignificantDigits(20).toFixed()).toBe('1')
})

test.each([
  ['万元', '%'],
  ['吨', 'tce'],
  ['万美元', '万元'],
  ['千瓦时', 'tce'],
  ['吨', 'm3'],
  ['个百分点', '%'],
])('%s cannot stand for %s', (from, to) => {
  expect(conversion(from, to)).toBeUndefined()
})

test('a tonne is a cubic metre of water only', () => {
  expect(conversion('万吨', 'm3', { water: true })?.toFixed()).toBe('10000')
  expect(conversion('吨/万元', 'm3/万元', { water: true })?.toFixed()).toBe('1')
})

test.each(['企业', '指标', '2021年', '数据来源', ''])('%s is no unit', (print) => {
  expect(findUnit(print)).toBeUndefined()
})
