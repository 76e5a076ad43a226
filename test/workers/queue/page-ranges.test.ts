import { expect, test } from 'vitest'
import { pageRanges } from '../../../workers/queue/page-ranges.ts'

test('pages are divided into ranges of neighbours, none longer than eight, each page once', () => {
  expect(pageRanges([3, 1, 2, 7, 3])).toEqual([
    [1, 3],
    [7, 7],
  ])
  expect(pageRanges(Array.from({ length: 20 }, (_, index) => index + 1))).toEqual([
    [1, 8],
    [9, 16],
    [17, 20],
  ])
  expect(pageRanges([])).toEqual([])
})
