import { Decimal } from './decimal.ts'
import type { Interval } from './interval.ts'

/** Why a value does not exist for these inputs: a division by what may be zero, a root of what may be negative. */
export class Undefined extends Error {}

const hull = (values: readonly Decimal[]): Interval => ({ low: Decimal.min(...values), high: Decimal.max(...values) })

export const plus = (a: Interval, b: Interval): Interval => ({ low: a.low.plus(b.low), high: a.high.plus(b.high) })

export const negative = (a: Interval): Interval => ({ low: a.high.negated(), high: a.low.negated() })

export const minus = (a: Interval, b: Interval): Interval => plus(a, negative(b))

export const times = (a: Interval, b: Interval): Interval =>
  hull([a.low.times(b.low), a.low.times(b.high), a.high.times(b.low), a.high.times(b.high)])

/** Throws Undefined where the divisor may be zero. */
export function over(a: Interval, b: Interval): Interval {
  if (b.low.lte(0) && b.high.gte(0)) throw new Undefined('除数可能为零')
  return hull([a.low.div(b.low), a.low.div(b.high), a.high.div(b.low), a.high.div(b.high)])
}

/** Newton's steps double the digits of a floating-point guess: 16, 32, 64. */
const DOUBLINGS = 3

/** The n-th root of a positive number to the full precision, some forty times faster than a power with a fraction. */
function root(value: Decimal, n: number): Decimal {
  const guess = value.toNumber() ** (1 / n)
  if (!(guess > 0 && Number.isFinite(guess))) return value.pow(new Decimal(1).div(n))
  let x = value.minus(value).plus(guess)
  for (let step = 0; step < DOUBLINGS; step += 1)
    x = value
      .div(x.pow(n - 1))
      .plus(x.times(n - 1))
      .div(n)
  return x
}

/** The compound annual rate from one level to another over whole years. Throws Undefined where a level may be zero or negative. */
export function compoundRate(from: Interval, to: Interval, years: number): Interval {
  if (years <= 0) throw new Undefined('时段不足一年')
  if (from.low.lte(0) || to.low.lte(0)) throw new Undefined('基数或末值不是正数')
  const rate = (ratio: Decimal) => (years === 1 ? ratio : root(ratio, years)).minus(1)
  const [least, most] = [to.low.div(from.high), to.high.div(from.low)]
  const low = rate(least)
  return { low, high: most.eq(least) ? low : rate(most) }
}
