import { describe, expect, test } from 'vitest'
import { oneDay, wholeMonth } from '../../../rules/engine/date-days.ts'
import { dueAfterMonths, fixedDue, judge, plusMonths } from '../../../rules/engine/deadline.ts'

describe('months are counted by the corresponding day', () => {
  test('or by the last of the month', () => {
    expect(plusMonths('2020-06-18', 36)).toBe('2023-06-18')
    expect(plusMonths('2021-08-31', 6)).toBe('2022-02-28')
    expect(plusMonths('2023-08-31', 6)).toBe('2024-02-29')
  })
  test('a last day without work gives way to the next working day', () => {
    // 2023-06-18 is a Sunday; 2023-10-01 opens a holiday up to 6 October, and 7 October is a make-up working day.
    expect(dueAfterMonths(oneDay('2020-06-18'), 36)).toEqual({ sure: '2023-06-19', last: '2023-06-19' })
    expect(dueAfterMonths(oneDay('2023-09-01'), 1)).toEqual({ sure: '2023-10-07', last: '2023-10-07' })
  })
  test('outside the known calendar the end is left open', () => {
    const due = dueAfterMonths(oneDay('2030-01-02'), 12)
    expect(judge(oneDay('2031-01-02'), due)).toBe('kept')
    expect(judge(oneDay('2031-01-06'), due)).toBe('open')
    expect(judge(oneDay('2031-02-06'), due)).toBe('broken')
  })
})

describe('a span of days', () => {
  test('keeps a limit only with its last day, and breaks it only with its first', () => {
    const due = fixedDue('2021-06-30')
    expect(judge(wholeMonth(2021, 6), due)).toBe('kept')
    expect(judge({ from: '2021-06-21', to: '2021-07-10' }, due)).toBe('open')
    expect(judge(wholeMonth(2021, 7), due)).toBe('broken')
  })
  test('leaves a limit open that begins on an unknown day', () => {
    const due = dueAfterMonths(wholeMonth(2020, 6), 36)
    expect(judge(oneDay('2023-06-01'), due)).toBe('kept')
    expect(judge(oneDay('2023-06-15'), due)).toBe('open')
    expect(judge(oneDay('2023-07-04'), due)).toBe('broken')
  })
})
