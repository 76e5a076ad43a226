import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Decimal } from '../../../../rules/engine/decimal.ts'
import { exactly, type Interval } from '../../../../rules/engine/interval.ts'
import { solve } from '../../../../rules/engine/system/solve.ts'

const range = (low: Decimal.Value, high: Decimal.Value): Interval => ({ low: new Decimal(low), high: new Decimal(high) })
const times =
  (factor: Decimal.Value) =>
  (x: Decimal): Interval =>
    exactly(x.times(factor))

test('a misprint ten thousand times too large is solved for what it should be', () => {
  const found = solve(times(2), range(199, 201), new Decimal(1_000_000))
  expect(found?.low.toNumber()).toBeCloseTo(99.5, 4)
  expect(found?.high.toNumber()).toBeCloseTo(100.5, 4)
})

test('a result that falls while its input rises', () => {
  const found = solve((x) => exactly(new Decimal(1000).div(x)), range('9.5', '10.5'), new Decimal(730))
  expect(found?.low.toNumber()).toBeCloseTo(1000 / 10.5, 4)
  expect(found?.high.toNumber()).toBeCloseTo(1000 / 9.5, 4)
})

test('nothing is told where the result does not move, does not exist, or the print is zero', () => {
  expect(solve(() => exactly(5), range(6, 7), new Decimal(10))).toBeUndefined()
  expect(solve(() => undefined, range(6, 7), new Decimal(10))).toBeUndefined()
  expect(solve(times(1), range(6, 7), new Decimal(0))).toBeUndefined()
})

test('whatever the slip, the right value lies within what is found', () => {
  const right = fc.integer({ min: 100, max: 999_999 })
  fc.assert(
    fc.property(right, right, fc.constantFrom(1, 10, 0.1, 10_000, 0.0001, 1.37, 0.62), (value, other, slip) => {
      const result = (value / other).toPrecision(4)
      const half = Number(result) * 1e-3
      const found = solve((x) => exactly(x.div(other)), range(Number(result) - half, Number(result) + half), new Decimal(value).times(slip))
      expect(found?.low.toNumber()).toBeLessThanOrEqual(value)
      expect(found?.high.toNumber()).toBeGreaterThanOrEqual(value)
    }),
    { numRuns: 100 },
  )
})
