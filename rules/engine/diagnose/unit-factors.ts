import data from '../../standards/units.json' with { type: 'json' }
import { Decimal } from '../decimal.ts'
import { findUnit } from '../units.ts'

/** Powers of ten that a digit's place cannot slip by, but a unit can: 千, 万, 百万, 亿 and their ratios. */
const large = [4, 3, 8, 6, 5, 7, 9, 10, 12].map((power) => new Decimal(10).pow(power))

const fraction = (text: string): Decimal => {
  const [over = '1', under = '1'] = text.split('/')
  return new Decimal(over).div(under)
}

const found = new Map<string, readonly Decimal[]>()

/** The ratios (above 1) between units of one simple dimension: 公顷 and km2 100, 亩 and 公顷 15. None for shares and counts. */
function ratiosWithin(dimension: string): readonly Decimal[] {
  const known = found.get(dimension)
  if (known) return known
  const units = (data.dimensions as Record<string, Record<string, string>>)[dimension]
  const factors = units && !['ratio', 'none', 'count', 'person'].includes(dimension) ? Object.values(units).map(fraction) : []
  const ratios = new Map<string, Decimal>()
  for (const a of factors)
    for (const b of factors) {
      const ratio = a.div(b)
      if (ratio.gt(1)) ratios.set(ratio.toString(), ratio)
    }
  found.set(dimension, [...ratios.values()])
  return [...ratios.values()]
}

/** Every factor by which a value in this unit is wrong when the unit is: large powers of ten first, then the dimension's own ratios. */
export function unitFactors(unit: string | null): readonly Decimal[] {
  const dimension = unit === null ? undefined : findUnit(unit)?.dimension
  return dimension === undefined ? large : [...large, ...ratiosWithin(dimension)]
}
