import { describe, expect, test } from 'vitest'
import { Decimal } from '../../../rules/engine/decimal.ts'
import { evaluate, type Lookup } from '../../../rules/engine/evaluate.ts'
import { inputsOf, parseFormula } from '../../../rules/engine/formula.ts'
import { exactly, intervalOf } from '../../../rules/engine/interval.ts'

const years = { year: 2022, base: 2019, final: 2022 }

/** Exact inputs written as "quantity@year" or, for every year alike, "quantity". */
const given =
  (values: Record<string, string>): Lookup =>
  (quantity, year) => {
    const value = values[`${quantity}@${year}`] ?? values[quantity]
    return value === undefined ? undefined : exactly(value)
  }

const resultOf = (formula: string, values: Record<string, string>, digits = 6) => {
  const result = evaluate(parseFormula(formula), given(values), years)
  return 'interval' in result ? result.interval.low.toFixed(digits) : result
}

describe('reading a formula', () => {
  test.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['-2 - -3', '1'],
    ['12 / 2 / 3', '2'],
    ['2 - 3 + 4', '3'],
  ])('%s is %s', (formula, expected) => {
    expect(resultOf(formula, {}, 0)).toBe(expected)
  })

  test.each([
    ['1 +', 'at character 4'],
    ['(1 + 2', 'at character 7'],
    ['a # b', 'unexpected character at character 3'],
    ['cagr(a, yesterday, year)', 'at character 18'],
    ['cagr(a, year-1.5, year)', 'whole number of years at character 14'],
    ['a b', 'unexpected "b" at character 3'],
    ['mean(p for p of a, b)', 'expected "in" at character 14'],
  ])('%s is refused with the place', (formula, message) => {
    expect(() => parseFormula(formula)).toThrow(message)
  })

  test('the inputs are named with the years in which they are read', () => {
    expect(inputsOf(parseFormula('cagr(a / b, year-3, year) * 100 + c'))).toEqual([
      { quantity: 'a', at: { of: 'year', offset: -3 } },
      { quantity: 'b', at: { of: 'year', offset: -3 } },
      { quantity: 'a', at: { of: 'year', offset: 0 } },
      { quantity: 'b', at: { of: 'year', offset: 0 } },
      { quantity: 'c', at: { of: 'year', offset: 0 } },
    ])
  })
})

describe('evaluating a formula', () => {
  test('a compound rate: 100 → 133.1 in three years is 10 % a year', () => {
    expect(resultOf('cagr(a, base, final) * 100', { 'a@2019': '100', 'a@2022': '133.1' })).toBe('10.000000')
  })

  test('year-3 counts back from the indicator’s own year', () => {
    expect(resultOf('cagr(a, year-3, year)', { 'a@2019': '8', 'a@2022': '27' })).toBe('0.500000')
  })

  test('a mean over several quantities: growths of 10 % and 20 % give 15 %', () => {
    const values = { 'a@2019': '1', 'a@2022': '1.331', 'b@2019': '1', 'b@2022': '1.728' }
    expect(resultOf('mean(cagr(p, base, final) for p in a, b)', values)).toBe('0.150000')
  })

  test('missing inputs are named with their years', () => {
    expect(resultOf('cagr(a, base, final) / b', { 'a@2019': '1' })).toEqual({
      missing: [
        { quantity: 'a', year: 2022 },
        { quantity: 'b', year: 2022 },
      ],
    })
  })

  test('an elasticity on standstill has no value', () => {
    expect(resultOf('cagr(e, base, final) / cagr(v, base, final)', { 'e@2019': '1', 'e@2022': '2', v: '5' })).toEqual({
      undefined: '除数可能为零',
    })
  })

  test('a growth from nothing has no value', () => {
    expect(resultOf('cagr(a, base, final)', { 'a@2019': '0', 'a@2022': '2' })).toEqual({ undefined: '基数或末值不是正数' })
  })

  test('a period of no years has no value', () => {
    expect(evaluate(parseFormula('cagr(a, base, year)'), given({ a: '1' }), { year: 2019, base: 2019, final: 2019 })).toEqual({
      undefined: '时段不足一年',
    })
  })

  test('an unknown base year leaves the value undefined', () => {
    expect(evaluate(parseFormula('cagr(a, base, year)'), given({ a: '1' }), { year: 2022, base: null, final: 2022 })).toEqual({
      undefined: '基准年或验收年未知',
    })
  })
})

describe('carrying printed digits through', () => {
  const printed =
    (values: Record<string, string>): Lookup =>
    (quantity) =>
      values[quantity] === undefined ? undefined : intervalOf(values[quantity])

  test('a ratio of rounded prints is as wide as both of them make it', () => {
    const result = evaluate(parseFormula('a / b'), printed({ a: '10', b: '2.0' }), years)
    // 9.5 / 2.05 = 4.634…, 10.5 / 1.95 = 5.384…
    expect('interval' in result && [result.interval.low.toFixed(3), result.interval.high.toFixed(3)]).toEqual(['4.634', '5.385'])
  })

  test('an input that stands twice is not counted as two unknowns: r / (r + f) from 8 and 2', () => {
    const result = evaluate(parseFormula('r / (r + f)'), printed({ r: '8', f: '2' }), years)
    // 7.5 / (7.5 + 2.5) = 0.75 and 8.5 / (8.5 + 1.5) = 0.85, not 7.5 / 11 and 8.5 / 9
    expect('interval' in result && [result.interval.low.toFixed(6), result.interval.high.toFixed(6)]).toEqual(['0.750000', '0.850000'])
  })

  test('a divisor whose digits may stand for zero gives no value', () => {
    expect(evaluate(parseFormula('a / b'), printed({ a: '1', b: '0.0' }), years)).toEqual({ undefined: '除数可能为零' })
  })

  test('roots are exact to far more digits than are printed', () => {
    const result = evaluate(parseFormula('cagr(a, base, final)'), (_, year) => exactly(year === 2019 ? '1' : '2'), years)
    const cubed = 'interval' in result ? result.interval.low.plus(1).pow(3) : new Decimal(0)
    expect(cubed.minus(2).abs().lt('1e-50')).toBe(true)
  })
})
