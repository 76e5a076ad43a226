import { exactly, type Interval, intervalOf } from '../../../rules/engine/interval.ts'
import { findUnit } from '../../../rules/engine/units.ts'

/** What a printed number stands for in its unit: firms, persons and cases counted one by one are exact (26家), all else is rounded. */
export function intervalIn(value: string, unit: string | null, factor: Parameters<typeof intervalOf>[1] = 1): Interval {
  const known = unit === null ? undefined : findUnit(unit)
  const counted = known?.dimension === 'count' && exactly(1).low.eq(known.factor)
  return counted && !value.includes('.') ? exactly(value) : intervalOf(value, factor)
}
