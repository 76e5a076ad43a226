import { describe, expect, test } from 'vitest'
import { exactly } from '../../../rules/engine/interval.ts'
import { type Circumstances, findLimits, parseLimit, parseThreshold } from '../../../rules/engine/threshold.ts'
import { judgeFact } from '../../../rules/engine/threshold-judge.ts'
import { readStandard } from '../../../rules/standards/index.ts'
import { fact } from '../rule-tester.ts'

const standard = readStandard('hj274-2015')
const indicator = (id: string) => {
  const found = standard.indicators.find((one) => one.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

const park = (over: Partial<Circumstances> = {}): Circumstances => ({
  region: '湖南省',
  waterScarce: false,
  regionParts: standard.regionParts,
  lookup: () => undefined,
  years: { year: 2022, base: 2019, final: 2022 },
  ...over,
})

const printsFor = (id: string, circumstances: Circumstances) => {
  const { limits, certain } = findLimits(indicator(id).threshold, circumstances)
  return [limits.map((limit) => limit.print).join(' 或 '), certain]
}

const valueAdded = (from: string, to: string) => (quantity: string, year: number) =>
  quantity === 'industrial_value_added' ? exactly(year === 2019 ? from : to) : undefined

describe('which limit applies', () => {
  test.each([
    ['a park in 河北', { region: '河北省' }, '>=30'],
    ['a park known by its city in 河北 only', { region: '唐山市' }, '>=30'],
    ['a city short of water', { waterScarce: true }, '>=20'],
    ['any other park', {}, '>=10'],
  ])('16: %s', (_, over, print) => {
    expect(printsFor('hj274.16', park(over))).toEqual([print, true])
  })

  test('16: without a region 30 and 10 both stay possible', () => {
    expect(printsFor('hj274.16', park({ region: null }))).toEqual(['>=30 或 >=10', false])
  })

  test.each([
    ['growing value added asks for no more than 0.6', '100', '120', '<=0.6'],
    ['falling value added asks for no less', '120', '100', '>=0.6'],
    ['value added that stands still is not judged', '100', '100', ''],
  ])('10: %s', (_, from, to, print) => {
    expect(printsFor('hj274.10', park({ lookup: valueAdded(from, to) }))).toEqual([print, true])
  })

  test('10: unknown growth leaves both', () => {
    expect(printsFor('hj274.10', park())).toEqual(['<=0.6 或 >=0.6', false])
  })
})

describe('reading a threshold', () => {
  test.each(['30', '>=', '>= 达标', ''])('"%s" is refused', (print) => {
    expect(() => parseLimit(print)).toThrow('threshold')
  })

  test('a condition that cannot be read is refused with the place', () => {
    expect(() => parseThreshold({ 'region on 北京': '>=1' })).toThrow('expected "in" at character 8')
    expect(() => parseThreshold({ 'a + b': '>=1' })).toThrow('expected a comparison at character 6')
  })
})

describe('judging a print', () => {
  const verdict = (subject: string, printed: string, limit: string) =>
    judgeFact(fact({ subject, printed }), parseLimit(limit), indicator(subject))

  test.each([
    ['hj274.29', '15', '>=15', 'pass'],
    ['hj274.29', '15.0', '>=15', 'pass'],
    ['hj274.29', '14.9', '>=15', 'fail'],
    ['hj274.29', '37.45', '>=15', 'pass'],
    ['hj274.20', '100.0', '= 100', 'pass'],
    ['hj274.20', '99.9', '= 100', 'fail'],
    ['hj274.19', '0', '= 0', 'pass'],
    ['hj274.19', '1', '= 0', 'fail'],
    // 0.6 may stand for 0.55 to 0.65: only its very end meets 0.55
    ['hj274.13', '0.6', '<=0.55', 'fail'],
    // 0.3 stands for 0.25 to 0.35, so that 0.32 lies within
    ['hj274.13', '0.3', '<=0.32', 'undetermined'],
    ['hj274.13', '-0.4', '<=0.55', 'pass'],
  ])('%s %s against %s: %s', (subject, printed, limit, expected) => {
    expect(verdict(subject, printed, limit)).toBe(expected)
  })

  test.each([
    ['达标', 'pass'],
    ['稳定达标', 'pass'],
    ['未达标', 'fail'],
    ['部分达标', 'fail'],
    ['待核', 'undetermined'],
  ])('17: %s: %s', (text, expected) => {
    expect(judgeFact(fact({ subject: 'hj274.17', text }), parseLimit('= 达标'), indicator('hj274.17'))).toBe(expected)
  })
})
