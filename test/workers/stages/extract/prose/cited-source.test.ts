import { expect, test } from 'vitest'
import { read } from './read-prose.ts'

const sourceOf = (text: string): string | null => read(text).facts[0]?.source?.text ?? null

test.each([
  ['据开发区统计办统计，2021年园区实现工业增加值238.83亿元。', '开发区统计办'],
  ['根据《2021年统计年鉴》，2021年园区工业总产值为698.75亿元。', '《2021年统计年鉴》'],
])('%s cites %s', (text, source) => {
  expect(sourceOf(text)).toBe(source)
})

test.each([
  '根据《国家生态工业示范园区标准》，2021年园区工业增加值为238.83亿元。',
  '按照可比口径，2021年园区工业增加值为238.83亿元。',
  '据初步统计，2021年园区工业增加值为238.83亿元。',
])('%s cites no source', (text) => {
  expect(sourceOf(text)).toBeNull()
})
