import { describe, expect, it } from 'vitest'
import {
  differenceFrom,
  differenceOf,
  groupDigits,
  inUnitOf,
  markDigits,
  partExpected,
} from '../../../../workers/stages/report/differing-digits.ts'
import { fact } from './sample-facts.ts'

const value = (raw: string, printed: string, unit: string, canonical: string) =>
  fact({ id: raw, document: 'd5', subject: 'industrial_value_added', year: 2021, raw, value: printed, unit, canonical, evidence: {} })

/** The text with what differs in square brackets. */
const shown = (text: string, difference: ReturnType<typeof differenceOf>) =>
  markDigits(text, difference)
    .map(({ text: piece, differs }) => (differs ? `[${piece}]` : piece))
    .join('')

describe('digits that differ', () => {
  const yearbook = value('306.52亿元', '306.52', '亿元', '3065200')
  const report = value('305.62亿元', '305.62', '亿元', '3056200')

  it('are marked in both values', () => {
    const difference = differenceOf(yearbook, report)
    expect(shown('306.52亿元', difference)).toBe('30[6].[5]2亿元')
    expect(shown('305.62亿元', difference)).toBe('30[5].[6]2亿元')
  })

  it('are marked in a sentence, years and other numbers left alone', () => {
    expect(shown('2021年：年报306.52亿元，验收305.62亿元，2019-2021年共3处', differenceOf(yearbook, report))).toBe(
      '2021年：年报30[6].[5]2亿元，验收30[5].[6]2亿元，2019-2021年共3处',
    )
  })

  it('are found over two units, by their place in one unit', () => {
    const inWan = value('3,056,200', '3056200', '万元', '3056200')
    const difference = differenceOf(yearbook, inWan)
    expect(shown('3,056,200', difference)).toBe('3,0[56],200')
    expect(inUnitOf(inWan, yearbook)).toBe('= 305.62 亿元')
  })

  it('are not seen where one side prints fewer digits', () => {
    const rough = value('356.4', '356.4', '亿元', '3564000')
    const fine = value('356.62', '356.62', '亿元', '3566200')
    expect(shown('356.62', differenceOf(rough, fine))).toBe('356.[6]2')
  })

  it('give way to the unit where the digits are the same', () => {
    const tonnes = value('213.5吨', '213.5', '吨', '213.5')
    const wanTonnes = value('213.5万吨', '213.5', '万吨', '2135000')
    const difference = differenceOf(wanTonnes, tonnes)
    expect(shown('213.5万吨', difference)).toBe('213.5[万吨]')
    expect(shown('213.5 吨', difference)).toBe('213.5 [吨]')
  })

  it('give way to the whole number where only its size differs', () => {
    const difference = differenceOf(value('174.8', '174.8', '万立方米', '1748000'), value('1748', '1748', '万立方米', '17480000'))
    expect(shown('174.8 与 1748', difference)).toBe('[174.8] 与 [1748]')
    const slip = differenceOf(value('705036', '705036', '万吨标煤', '7050360000'), value('70.50', '70.50', '万吨标煤', '705000'))
    expect(shown('705036 与 70.50', slip)).toBe('[705036] 与 [70.50]')
  })

  it('are nowhere where both values are equal', () => {
    expect(differenceOf(yearbook, value('306.52亿元', '306.52', '亿元', '3065200'))).toBeNull()
  })
})

describe('a result against its recalculation', () => {
  it('marks the digits outside the whole range', () => {
    expect(shown('印8.6%，重算7.90%～7.93%', differenceFrom('8.6%', '7.90%～7.93%'))).toBe('印[8].[6]%，重算[7].[9]0%～[7].[9]3%')
  })

  it('reads the value and leaves the reckoning behind it', () => {
    expect(partExpected('7.92（356.42亿元÷24.58km2）')).toEqual({ value: '7.92', reckoning: '356.42亿元÷24.58km2' })
    expect(partExpected('18.20＋12.43＋11.00＝41.63万吨')).toEqual({ value: '41.63万吨', reckoning: '18.20＋12.43＋11.00' })
    expect(partExpected('≥30')).toEqual({ value: '≥30', reckoning: null })
  })

  it('marks nothing where the two are told in different units', () => {
    expect(differenceFrom('41.36万吨', '416300吨')).toBeNull()
  })
})

it('groups long numbers by narrow spaces and leaves short ones', () => {
  expect(groupDigits('1782100.5')).toBe('1\u202f782\u202f100.5')
  expect(groupDigits('1782')).toBe('1782')
})
