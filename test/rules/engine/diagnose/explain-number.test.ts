import { describe, expect, test } from 'vitest'
import { explainOdds } from '../../../../rules/engine/diagnose/explain-number.ts'
import { dossier, type FactOver, fact } from '../../rule-tester.ts'

const annual = (over: FactOver) => fact({ role: 'annual_report', year: 2021, ...over })
const acceptance = (over: FactOver) => fact({ role: 'acceptance_report', year: 2021, ...over })
type Facts = ReturnType<typeof fact>[]

/** The cause named for the first of two facts, all others standing elsewhere in the dossier. */
function causeOf(wrong: Facts[number], right: Facts[number], others: Facts = [], sure = true) {
  return explainOdds({ wrong, right, sure, dossier: dossier({ facts: [wrong, right, ...others] }) })
}
const energy = (printed: string, unit: string) => ({ subject: 'energy_consumption', printed, unit })
const waste = (printed: string, unit: string) => ({ subject: 'solid_waste_generated', printed, unit })
const value = (printed: string, unit: string) => ({ subject: 'industrial_value_added', printed, unit })

describe('each cause', () => {
  test('unit_slip: tonnes printed as 万吨', () => {
    const { cause, explanation } = causeOf(annual(energy('705036', '万吨标煤')), acceptance(energy('70.50', '万吨标煤')))
    expect(cause).toBe('unit_slip')
    expect(explanation).toContain('1万倍')
  })

  test('unit_slip: 公顷 printed as km2', () => {
    expect(
      causeOf(
        annual({ subject: 'green_area', printed: '612', unit: 'km2' }),
        acceptance({ subject: 'green_area', printed: '6.12', unit: 'km2' }),
      ).cause,
    ).toBe('unit_slip')
  })

  test('unit_slip: 亩 printed as 公顷', () => {
    expect(
      causeOf(
        annual({ subject: 'green_area', printed: '9180', unit: '公顷' }),
        acceptance({ subject: 'green_area', printed: '612', unit: '公顷' }),
      ).cause,
    ).toBe('unit_slip')
  })

  test('unit_slip: the zeros that a change of unit filled up are no digits', () => {
    const { cause, explanation } = causeOf(annual(energy('70500', '万吨标煤')), acceptance(energy('70504', '吨标煤')))
    expect(cause).toBe('unit_slip')
    expect(explanation).toContain('末尾的零看作补位')
    expect(explanation).toContain('1万倍')
  })

  test('unknown: two digits before the zeros would fit too much', () => {
    expect(causeOf(annual(energy('71000', '万吨标煤')), acceptance(energy('70504', '吨标煤'))).cause).toBe('unknown')
  })

  test('decimal_shift', () => {
    expect(
      causeOf(
        annual({ subject: 'nox_emission', printed: '40.07', unit: 't' }),
        acceptance({ subject: 'nox_emission', printed: '400.65', unit: 't' }),
      ).cause,
    ).toBe('decimal_shift')
  })

  test('percent_fraction', () => {
    expect(
      causeOf(
        annual({ subject: 'hj274.12', printed: '0.1148', unit: '%' }),
        acceptance({ subject: 'hj274.12', printed: '11.48', unit: '%' }),
      ).cause,
    ).toBe('percent_fraction')
  })

  test('digit_transposition, with the digits that it would take', () => {
    const { cause, explanation } = causeOf(annual(value('365.42', '亿元')), acceptance(value('356.42', '亿元')))
    expect(cause).toBe('digit_transposition')
    expect(explanation).toMatch(/365\.42.*356\.42.*可能/)
  })

  test('digit_typo', () => {
    expect(causeOf(annual(value('386.42', '亿元')), acceptance(value('356.42', '亿元'))).cause).toBe('digit_typo')
  })

  test('wrong_year: the previous year’s value, in a finer print', () => {
    const others = [fact({ role: 'plan', year: 2020, ...waste('419394', 't') })]
    expect(causeOf(annual(waste('419394', 't')), acceptance(waste('43.020', '万吨')), others).cause).toBe('wrong_year')
  })

  test('a value that all years share is no sign of a wrong year', () => {
    const others = [2019, 2020, 2022].map((year) => fact({ year, subject: 'hj274.30', unit: '%', printed: '100.0' }))
    expect(
      causeOf(
        annual({ subject: 'hj274.30', unit: '%', printed: '10.0' }),
        acceptance({ subject: 'hj274.30', unit: '%', printed: '100.0' }),
        others,
        false,
      ).cause,
    ).not.toBe('wrong_year')
  })

  test('swapped_rows: each has the other’s number', () => {
    const cod = (printed: string) => ({ subject: 'cod_emission', unit: 't', printed })
    const ammonia = (printed: string) => ({ subject: 'ammonia_nitrogen_emission', unit: 't', printed })
    const others = [annual(ammonia('297.3')), acceptance(ammonia('30.68'))]
    expect(causeOf(annual(cod('30.7')), acceptance(cod('297.34')), others).cause).toBe('swapped_rows')
  })

  test('rounding: cut off instead of rounded', () => {
    expect(causeOf(acceptance(value('356.42', '亿元')), annual(value('3564290', '万元'))).cause).toBe('rounding')
  })

  test('price_basis: a clause says current prices', () => {
    const wrong = annual({
      subject: 'industrial_output_value',
      printed: '12377996',
      unit: '万元',
      priceBasis: '当年价',
      priceBasisFrom: 'statement',
    })
    expect(causeOf(wrong, acceptance({ subject: 'industrial_output_value', printed: '1192.83', unit: '亿元' })).cause).toBe('price_basis')
  })

  test('ocr_suspect: the recognition itself was unsure', () => {
    expect(causeOf(annual({ ...value('386.42', '亿元'), confidence: 0.5 }), acceptance(value('356.42', '亿元'))).cause).toBe('ocr_suspect')
  })

  test('unknown: nothing explains it alone', () => {
    const { cause, suggestion } = causeOf(annual(value('412.07', '亿元')), acceptance(value('356.42', '亿元')))
    expect(cause).toBe('unknown')
    expect(suggestion).toContain('核对')
  })
})

describe('a cause is named only where it explains the number alone, and by no accident', () => {
  test('a transposition that is also another year’s value: both are told, neither is named', () => {
    const others = [fact({ year: 2020, ...value('365.42', '亿元') }), fact({ year: 2022, ...value('400.00', '亿元') })]
    const { cause, explanation } = causeOf(annual(value('365.42', '亿元')), acceptance(value('356.42', '亿元')), others)
    expect(cause).toBe('unknown')
    expect(explanation).toMatch(/2种可能.*2020年的数值.*调换相邻两位数字/)
  })

  test('one digit of three may differ by chance: 27 in 900 would', () => {
    const cod = (printed: string) => ({ subject: 'cod_emission', unit: 't', printed })
    expect(causeOf(annual(cod('47.2')), acceptance(cod('43.2'))).cause).toBe('unknown')
    expect(causeOf(annual(cod('47.21')), acceptance(cod('43.21'))).cause).toBe('digit_typo')
  })

  test('the odds are told: a swap of two of five digits meets 4 numbers in 90000', () => {
    expect(causeOf(annual(value('365.42', '亿元')), acceptance(value('356.42', '亿元'))).explanation).toContain('约每22000个才有1个')
  })

  test('beside a coarser print a slip of the unit meets too many numbers', () => {
    const cod = (printed: string) => ({ subject: 'cod_emission', unit: 't', printed })
    expect(causeOf(annual(cod('4321')), acceptance(cod('43.21'))).cause).toBe('decimal_shift')
    expect(causeOf(annual(cod('4321')), acceptance(cod('43'))).cause).toBe('unknown')
  })

  test('swapping 9 and 0 is a transposition, not a factor of ten', () => {
    expect(causeOf(annual(value('90.12', '亿元')), acceptance(value('09.12', '亿元'))).cause).toBe('digit_transposition')
  })

  test('a lowered goal is not explained as a typo of a coarser one', () => {
    const goal = { subject: 'hj274.2', unit: '万元/人', kind: 'target' as const }
    expect(causeOf(acceptance({ ...goal, printed: '21.4' }), fact({ ...goal, role: 'plan', year: 2021, printed: '23' })).cause).toBe(
      'unknown',
    )
  })

  test('zero is ten thousand times nothing', () => {
    expect(
      causeOf(annual({ subject: 'hj274.19', unit: '件', printed: '0' }), acceptance({ subject: 'hj274.19', unit: '件', printed: '2' }))
        .cause,
    ).toBe('unknown')
  })
})

test('every explanation stays a possibility', () => {
  for (const printed of ['365.42', '386.42', '35.642', '412.07', '3564200'])
    expect(causeOf(annual(value(printed, '亿元')), acceptance(value('356.42', '亿元'))).explanation).toContain('可能')
})
