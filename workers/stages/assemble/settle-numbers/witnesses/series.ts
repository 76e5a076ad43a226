import { Decimal } from '../../../../../rules/engine/decimal.ts'
import type { Fact } from '../../../../../schemas/fact.ts'
import type { Witness } from '../witness.ts'

/** The other years of a series speak where there are so many, within this factor of each other. */
const speaking = { least: 2, calm: 1.5 }
/** A value within this factor of all of them belongs to the series; one beyond the other factor has lost or gained a digit. */
const factor = { near: 2, far: 5 }

const sizeOf = ({ canonical }: Fact) => new Decimal(canonical?.value ?? 0)
const ratio = (a: Decimal, b: Decimal) => Decimal.max(a, b).div(Decimal.min(a, b))

/** The same quantity's other years in the same document: they tell a lost digit or point from a whole number, nothing finer. */
export const series: Witness = {
  why: '同一系列其他年份的量级',
  says(value, { own }) {
    const sizes = own
      .filter(({ subject, kind, year }) => subject === value.subject && kind === value.kind && year !== null && year !== value.year)
      .map(sizeOf)
    const size = sizeOf(value)
    if (sizes.length < speaking.least || [size, ...sizes].some((one) => one.lte(0))) return undefined
    if (ratio(Decimal.max(...sizes), Decimal.min(...sizes)).gt(speaking.calm)) return undefined
    if (sizes.every((one) => ratio(one, size).lte(factor.near))) return true
    return sizes.every((one) => ratio(one, size).gte(factor.far)) ? false : undefined
  },
}
