import type { Fact } from '../../../schemas/fact.ts'
import { Decimal } from '../decimal.ts'
import { decimalPlaces, fromSpan, type Interval, intervalOf } from '../interval.ts'

/** A number as it stands in print: its digits, what they are multiplied by to be canonical, and what they stand for. */
export type Printed = { readonly digits: string; readonly factor: Decimal; readonly interval: Interval; readonly unit: string | null }

/** The print of a fact; undefined where it is a word, or the print is zero and says nothing of its size. */
export function findPrinted({ value, canonical, interval, unit }: Fact): Printed | undefined {
  if (value === null || canonical === null || interval === null) return undefined
  const { low, high } = fromSpan(interval)
  const width = high.minus(low)
  const printed = new Decimal(value)
  const factor = printed.isZero() ? width.times(new Decimal(10).pow(decimalPlaces(value))) : new Decimal(canonical.value).div(printed)
  return factor.isZero() ? undefined : { digits: value, factor: factor.abs(), interval: { low, high }, unit }
}

/** What other digits in the same place and unit would stand for. */
export const reprint = ({ factor }: Printed, digits: string): Interval => intervalOf(digits, factor)

/** Digits that count: without sign, point and leading zeros. */
export const significant = (digits: string): string => digits.replace(/[-.]/g, '').replace(/^0+/, '')

/** With fewer digits left than these, too many numbers would be taken for one rounded. */
const fewestRounded = 3

/**
 * The same print where the zeros at its end only fill its places, as after a change of unit: 5249900 with five digits that count.
 * undefined where it has none such, or too few digits before them. For naming a cause only: what a value stands for are all its digits.
 */
export function withoutFilling({ digits, factor, unit }: Printed): Printed | undefined {
  const [whole = '', fraction = ''] = digits.split('.')
  const zeros = /^0*$/.test(fraction) ? (/0+$/.exec(whole)?.[0].length ?? 0) : 0
  const left = zeros === 0 ? whole : whole.slice(0, -zeros)
  if (zeros === 0 || significant(left).length < fewestRounded) return undefined
  const places = factor.times(new Decimal(10).pow(zeros))
  return { digits: left, factor: places, interval: intervalOf(left, places), unit }
}

/** One unit of the last printed digit, canonical. */
export const quantum = ({ digits, factor }: Printed): Decimal => factor.times(new Decimal(10).pow(-decimalPlaces(digits)))

/** Whether two intervals share more than an end: a number that explains another must say the same, not merely touch it. */
export const coincide = (a: Interval, b: Interval): boolean =>
  (a.low.lt(b.high) && b.low.lt(a.high)) || (a.low.eq(b.low) && a.high.eq(b.high))

const scaled = ({ low, high }: Interval, by: Decimal.Value): Interval => ({ low: low.times(by), high: high.times(by) })

/** The first of these factors that takes one interval onto the other, up or down. */
export function findFactor(from: Interval, to: Interval, factors: readonly Decimal[]): { times: Decimal; up: boolean } | undefined {
  for (const times of factors) {
    if (coincide(scaled(from, times), to)) return { times, up: true }
    if (coincide(from, scaled(to, times))) return { times, up: false }
  }
  return undefined
}

/** Whether two prints stand for the same, the zeros at their ends taken as filling where all digits do not agree. */
export function saysTheSame(a: Fact, b: Fact): boolean {
  if (a.interval === null || b.interval === null) return false
  if (coincide(fromSpan(a.interval), fromSpan(b.interval))) return true
  const [one, other] = [findPrinted(a), findPrinted(b)]
  if (!one || !other) return false
  const [rounded, otherRounded] = [withoutFilling(one), withoutFilling(other)]
  return (rounded !== undefined || otherRounded !== undefined) && coincide((rounded ?? one).interval, (otherRounded ?? other).interval)
}
