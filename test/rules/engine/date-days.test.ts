import { describe, expect, test } from 'vitest'
import { findDays, showDays } from '../../../rules/engine/date-days.ts'

const days = (text: string, year: number | null = null) =>
  findDays(text, year).map(({ days: { from, to } }) => (from === to ? from : `${from}~${to}`))

describe('a printed date is a span of days', () => {
  test.each([
    ['2021年3月15日', '2021-03-15'],
    ['2021-03-15', '2021-03-15'],
    ['2021.3.15', '2021-03-15'],
    ['二〇二一年三月十五日', '2021-03-15'],
    ['二○二一年十二月三十一日', '2021-12-31'],
    ['2021年3月', '2021-03-01~2021-03-31'],
    ['二〇二〇年二月', '2020-02-01~2020-02-29'],
    ['2021年3月上旬', '2021-03-01~2021-03-10'],
    ['2021年3月中旬', '2021-03-11~2021-03-20'],
    ['2021年2月下旬', '2021-02-21~2021-02-28'],
    ['2021年3月底', '2021-03-21~2021-03-31'],
    ['2021年二季度', '2021-04-01~2021-06-30'],
    ['2021年上半年', '2021-01-01~2021-06-30'],
    ['2021年', '2021-01-01~2021-12-31'],
  ])('%s', (text, expected) => expect(days(text)).toEqual([expected]))

  test('relative years follow the year told before', () => {
    expect(days('2020年6月获批,同年9月启动,次年3月完成')).toEqual([
      '2020-06-01~2020-06-30',
      '2020-09-01~2020-09-30',
      '2021-03-01~2021-03-31',
    ])
  })
  test('a month alone is of the report’s year, and of none where none is known', () => {
    expect(days('9月被罚', 2021)).toEqual(['2021-09-01~2021-09-30'])
    expect(days('9月被罚')).toEqual([])
  })
  test('what no calendar knows, and what is no date, is none', () => {
    expect(days('2021年2月30日')).toEqual([])
    expect(days('2021年13月')).toEqual([])
    expect(days('6个月内,最初,彻底,年内', 2021)).toEqual([])
  })
})

test('a span is shown as it is spoken of', () => {
  expect(showDays({ from: '2021-03-15', to: '2021-03-15' })).toBe('2021年3月15日')
  expect(showDays({ from: '2021-03-01', to: '2021-03-31' })).toBe('2021年3月')
  expect(showDays({ from: '2021-01-01', to: '2021-12-31' })).toBe('2021年')
})
