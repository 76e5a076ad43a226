import type { Span } from '../../schemas/fact.ts'
import { Decimal } from './decimal.ts'

/** A closed range of exact decimals. */
export type Interval = { readonly low: Decimal; readonly high: Decimal }

/** What the printed digits stand for, times a unit's factor: 356.4 (亿元 → 万元, 10000) is anything from 3563500 to 3564500. */
export function intervalOf(printed: string, factor: Decimal.Value = 1): Interval {
  const value = new Decimal(printed)
  const half = new Decimal(10).pow(-decimalPlaces(printed)).div(2)
  return { low: value.minus(half).times(factor), high: value.plus(half).times(factor) }
}

/** Digits printed after the point; trailing zeros count, since 35.40 says more than 35.4. */
export const decimalPlaces = (printed: string): number => printed.split('.')[1]?.length ?? 0

export const exactly = (value: Decimal.Value): Interval => ({ low: new Decimal(value), high: new Decimal(value) })

export const overlap = (a: Interval, b: Interval): boolean => a.low.lte(b.high) && b.low.lte(a.high)

export const toSpan = (interval: Interval): Span => ({ low: interval.low.toFixed(), high: interval.high.toFixed() })

export const fromSpan = (span: Span): Interval => ({ low: new Decimal(span.low), high: new Decimal(span.high) })
