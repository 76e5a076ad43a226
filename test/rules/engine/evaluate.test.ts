import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Decimal } from '../../../rules/engine/decimal.ts'
import { evaluate, findYearInputs } from '../../../rules/engine/evaluate.ts'
import { parseFormula } from '../../../rules/engine/formula.ts'
import { exactly, type Interval } from '../../../rules/engine/interval.ts'
import { readStandard } from '../../../rules/standards/index.ts'

const years = { year: 2022, base: 2019, final: 2022 }
const formulas = readStandard('hj274-2015').indicators.flatMap(({ id, formula }) => (formula === null ? [] : [[id, formula] as const]))

/** The rounding of the sixtieth digit. */
const DUST = new Decimal('1e-45')

test.each(formulas)('%s: whatever the inputs truly are within their digits, the result lies in the interval', (_, text) => {
  const formula = parseFormula(text)
  const count = findYearInputs(formula, years)?.length ?? 0
  const input = fc.record({ middle: fc.integer({ min: 100, max: 99_999 }), at: fc.integer({ min: -50, max: 50 }) })
  fc.assert(
    fc.property(fc.array(input, { minLength: count, maxLength: count }), (drawn) => {
      const order = findYearInputs(formula, years) ?? []
      const pick = (quantity: string, year: number) =>
        drawn[order.findIndex((one) => one.quantity === quantity && one.year === year)] ?? { middle: 1, at: 0 }
      const printed = (quantity: string, year: number): Interval => {
        const { middle } = pick(quantity, year)
        return { low: new Decimal(middle).minus('0.5'), high: new Decimal(middle).plus('0.5') }
      }
      const truth = evaluate(
        formula,
        (quantity, year) => exactly(new Decimal(pick(quantity, year).middle).plus(new Decimal(pick(quantity, year).at).div(100))),
        years,
      )
      const carried = evaluate(formula, printed, years)
      // A divisor that may be zero within its digits leaves the result undefined, whatever it truly is.
      if (!('interval' in carried)) return
      expect(
        'interval' in truth && truth.interval.low.gte(carried.interval.low.minus(DUST.times(carried.interval.low.abs().plus(1)))),
      ).toBe(true)
      expect(
        'interval' in truth && truth.interval.high.lte(carried.interval.high.plus(DUST.times(carried.interval.high.abs().plus(1)))),
      ).toBe(true)
    }),
    { numRuns: 30 },
  )
})
