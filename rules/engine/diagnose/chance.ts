import { Decimal } from '../decimal.ts'
import type { Interval } from '../interval.ts'
import { type Printed, quantum, significant } from './printed.ts'

/** A cause that explains as many as one in a hundred comparable numbers explains nothing. */
export const RARE = 0.01

/** How many numbers are printed with as many digits as this one: 9000 of four. They are what it is compared with. */
export const comparables = ({ digits }: Printed): number => 9 * 10 ** (Math.max(1, significant(digits).length) - 1)

/** How many prints in the same place and with the same decimals stand for some part of a range, an end alone being none. */
export function printsIn(print: Printed, { low, high }: Interval): number {
  const [from, to] = [low.div(quantum(print)).minus('0.5'), high.div(quantum(print)).plus('0.5')]
  return Math.max(1, to.ceil().minus(from.floor()).minus(1).toNumber())
}

/** The same, of ranges anywhere: those that no print of as many digits reaches count nothing. */
export function printsReached(print: Printed, ranges: readonly Interval[]): number {
  const size = significant(print.digits).length
  const least = quantum(print).times(new Decimal(10).pow(size - 1))
  const most = least.times(10)
  const within = ranges.filter(
    ({ low, high }) => Decimal.max(low.abs(), high.abs()).gte(least) && Decimal.min(low.abs(), high.abs()).lt(most),
  )
  return within.reduce((sum, range) => sum + printsIn(print, range), 0)
}

/** The share of comparable numbers, never above one. */
export const chanceOf = (count: number, print: Printed): number => Math.min(1, count / comparables(print))

/** 1/2250 as people say it: 约每2200个. */
export function chanceWords(chance: number): string {
  const one = 1 / chance
  if (one > 1_000_000) return '同样位数的数中，一百万个里也难有一个会碰巧如此。'
  return `同样位数的数中，约每${new Decimal(one).toSignificantDigits(2, Decimal.ROUND_DOWN).toFixed()}个才有1个会碰巧如此。`
}
