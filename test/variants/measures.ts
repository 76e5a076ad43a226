import { measureOf } from './units.ts'

/** How a document prints each measure: the unit and the digits behind the point. */
export type UnitSet = Record<string, [unit: string, digits: number]>

const ratios: UnitSet = {
  percent: ['%', 2],
  perPerson: ['万元/人', 2],
  perArea: ['亿元/km²', 2],
  energyIntensity: ['吨标准煤/万元', 3],
  waterIntensity: ['m³/万元', 2],
  massIntensity: ['吨/万元', 3],
  number: ['', 0],
  elasticity: ['—', 3],
  count: ['', 0],
  people: ['人', 0],
  firms: ['家', 0],
  pollutant: ['吨', 2],
}

/** Units as reports use them: large, small, mixed, unusual. */
export const unitSets: Record<'large' | 'small' | 'mixed' | 'odd' | 'latin', UnitSet> = {
  large: {
    ...ratios,
    money: ['亿元', 2],
    energy: ['万吨标准煤', 2],
    water: ['万立方米', 2],
    mass: ['万吨', 3],
    area: ['平方公里', 2],
    co2: ['万吨', 2],
  },
  small: {
    ...ratios,
    money: ['万元', 0],
    energy: ['吨标准煤', 0],
    water: ['立方米', 0],
    mass: ['吨', 0],
    area: ['公顷', 0],
    co2: ['吨', 0],
    perArea: ['亿元/平方公里', 2],
  },
  mixed: {
    ...ratios,
    money: ['亿元', 2],
    energy: ['吨标煤', 0],
    water: ['万m³', 2],
    mass: ['吨', 0],
    area: ['km²', 2],
    co2: ['万吨', 3],
    energyIntensity: ['tce/万元', 3],
    pollutant: ['kg', 0],
  },
  odd: {
    ...ratios,
    money: ['百万元', 2],
    energy: ['万tce', 3],
    water: ['亿立方米', 6],
    mass: ['万t', 3],
    area: ['亩', 0],
    co2: ['万t', 3],
    perArea: ['万元/公顷', 0],
    people: ['万人', 4],
    firms: ['户', 0],
    energyIntensity: ['kgce/万元', 1],
    massIntensity: ['kg/万元', 1],
    pollutant: ['t', 2],
  },
  latin: {
    ...ratios,
    money: ['万元', 1],
    energy: ['tce', 0],
    water: ['万m^3^', 2],
    mass: ['t', 0],
    area: ['hm²', 0],
    co2: ['t', 0],
    perArea: ['亿元/km²', 2],
    energyIntensity: ['tce/万元', 4],
    waterIntensity: ['m^3^/万元', 2],
    massIntensity: ['t/万元', 3],
    pollutant: ['t', 1],
  },
}

/** The unit and digits that a set has for a subject. */
export function unitFor(set: UnitSet, subject: string): { unit: string; digits: number } {
  const key = /^hj274\.(10|13|25)$/.test(subject)
    ? 'elasticity'
    : subject === 'co2_emission'
      ? 'co2'
      : /^(cod|ammonia_nitrogen|so2|nox)_emission$/.test(subject)
        ? 'pollutant'
        : measureOf(subject)
  if (key === 'number') return { unit: { 'hj274.5': '个', 'hj274.19': '件', 'hj274.32': '次/年' }[subject] ?? '', digits: 0 }
  const found = set[key]
  if (!found) throw new Error(`no unit for ${subject}`)
  // A waste water intensity has fewer digits than a solid waste intensity.
  const digits =
    subject === 'hj274.27' && found[1] === 3
      ? 2
      : subject === 'hj274.24' || subject === 'hj274.21' || subject === 'hj274.30'
        ? 1
        : /^hj274\.(20|23|31)$/.test(subject)
          ? 0
          : found[1]
  return { unit: found[0], digits }
}
