import { expect, test } from 'vitest'
import { markFacts, markTexts, piecesOf } from '../../../api/ui/review/digits.ts'
import type { Fact } from '../../../schemas/fact.ts'

const makeFact = (raw: string, value: string, unit: string, canonical: string): Fact => ({
  ...{ id: 'f1', document: 'd1', role: 'annual_report', subject: 'industrial_value_added', year: 2021, kind: 'actual', raw, value, unit },
  ...{
    canonical: { value: canonical, unit: '万元' },
    interval: null,
    operator: null,
    approximate: false,
    text: null,
    priceBasis: null,
    priceBasisFrom: null,
  },
  ...{ source: null, sourceExpected: false, statedIn: 'table', confidence: 1 },
  evidence: {
    page: 1,
    bbox: null,
    table: null,
    row: null,
    column: null,
    sheet: null,
    cell: null,
    section: null,
    paragraph: null,
    text: raw,
  },
})
/** The text with its marked digits in brackets. */
const marked = (text: string, markings: Parameters<typeof piecesOf>[1]) =>
  piecesOf(text, markings)
    .map((piece) => (piece.differs ? `[${piece.text}]` : piece.text))
    .join('')

test('two values differ in the digits that differ', () => {
  const markings = markFacts(makeFact('306.52', '306.52', '亿元', '3065200'), makeFact('305.62', '305.62', '亿元', '3056200'))
  expect(marked('年报306.52，验收305.62亿元', markings)).toBe('年报30[6].[5]2，验收30[5].[6]2亿元')
})

test('values of two units are compared in one', () => {
  const markings = markFacts(makeFact('306.52亿元', '306.52', '亿元', '3065200'), makeFact('3 056 200万元', '3056200', '万元', '3056200'))
  expect(marked('306.52亿元与3 056 200万元', markings)).toBe('30[6].[5]2亿元与3 0[5][6] 200万元')
})

test('where it is the size that differs, the whole number is marked', () => {
  const markings = markFacts(makeFact('174.8', '174.8', '万元', '174.8'), makeFact('1748', '1748', '万元', '1748'))
  expect(marked('174.8 对 1748', markings)).toBe('[174.8] 对 [1748]')
})

test('digits that only one of them prints are not held against it', () => {
  const markings = markFacts(makeFact('356.4', '356.4', '万元', '356.4'), makeFact('356.92', '356.92', '万元', '356.92'))
  expect(marked('356.4 356.92', markings)).toBe('356.[4] 356.[9]2')
})

test('a printed result is marked against its recalculation, whose reckoning stays as it is', () => {
  expect(marked('印8.6%，重算7.9（8.6÷1.2）', markTexts('8.6%', '7.9（8.6÷1.2）'))).toBe('印[8].[6]%，重算[7].[9]（[8].[6]÷1.2）')
  expect(markTexts('8.6%至9.1%', '7.9')).toEqual([])
})

test('a number at the end of a clause keeps its comma out, a range its dash', () => {
  const markings = markTexts('2022', '2019')
  expect(marked('38734300，见2019-2022年', markings)).toBe('38734300，见20[1][9]-20[2][2]年')
})

test('equal values and values of no step of ten are not marked', () => {
  expect(markFacts(makeFact('1', '1', '万元', '1'), makeFact('1.0', '1.0', '万元', '1.0'))).toEqual([])
  expect(markFacts(makeFact('15', '15', '亩', '1'), makeFact('2', '2', '公顷', '2'))).toEqual([])
})
