import type { TableStyle } from './document.ts'
import { type UnitSet, unitSets } from './measures.ts'
import { names } from './names.ts'
import type { Park } from './park.ts'
import type { Random } from './random.ts'
import type { Say } from './scribe.ts'
import { measureOf } from './units.ts'

/** How one office writes: units, wording, numbering of headings, years, table rules. */
export type Look = {
  units: UnitSet
  wording: (subject: string) => string
  heading: (index: number, text: string) => string
  yearAs: (year: number) => string
  style: TableStyle
  say: Partial<Say>
  none: string
}

const chinese = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const headings: ((i: number, text: string) => string)[] = [
  (i, text) => `${chinese[i - 1]}、${text}`,
  (i, text) => `第${chinese[i - 1]}章 ${text}`,
  (i, text) => `${i}. ${text}`,
  (i, text) => `第${chinese[i - 1]}部分　${text}`,
]
const years: ((year: number) => string)[] = [(y) => `${y}年`, String, (y) => `${y} 年`, (y) => `${y}年度`]

/** One office's habits, drawn once a document. Elasticities are never printed with a thousands sign, so the number style suits all. */
export function lookOf(r: Random): Look {
  const offset = r.int(0, 3)
  return {
    units: unitSets[r.pick(['large', 'small', 'mixed', 'latin'] as const)],
    wording: (subject) => {
      const all = names[subject] ?? [subject]
      return all[offset % all.length] as string
    },
    heading: r.pick(headings),
    yearAs: r.pick(years),
    style: r.pick(['ruled', 'filled', 'ruled', 'three-line'] as const),
    say: { style: r.pick(['plain', 'comma', 'plain'] as const), minus: r.pick(['-', '-', '−'] as const) },
    none: r.pick(['—', '/', '－', '/']),
  }
}

/** Who supplied the data of a subject, as the park's documents cite it. */
export function sourceOf(park: Park): (subject: string) => string {
  const bureau = `${park.city}统计局《统计年报》`
  const by: Record<string, string> = {
    money: bureau,
    people: bureau,
    perPerson: bureau,
    energy: `${park.name}能源利用状况报告`,
    energyIntensity: `${park.name}能源利用状况报告`,
    water: `${park.city}水务集团抄表台账`,
    waterIntensity: `${park.city}水务集团抄表台账`,
    area: `${park.city}自然资源和规划局`,
    perArea: bureau,
  }
  return (subject) =>
    by[measureOf(subject)] ??
    (/\.(1|3|4|9)$/.test(subject)
      ? bureau
      : /\.29$/.test(subject)
        ? `${park.city}自然资源和规划局`
        : `${park.city}生态环境局环境统计年报表`)
}

/** The quantities by theme, as reports split their tables. */
export const themes: [string, string[]][] = [
  [
    '经济与用地',
    [
      'industrial_value_added',
      'industrial_output_value',
      'hightech_output_value',
      'recycling_value_added',
      'industrial_employees',
      'industrial_land_area',
      'park_area',
      'green_area',
    ],
  ],
  ['能源与碳排放', ['energy_consumption', 'renewable_energy_use', 'co2_emission']],
  ['水资源', ['freshwater_use', 'reused_water', 'sewage_treated', 'reclaimed_water_use', 'wastewater_discharge']],
  [
    '固体废物',
    [
      'solid_waste_generated',
      'solid_waste_utilized',
      'solid_waste_prior_stock_utilized',
      'solid_waste_disposed',
      'renewable_resource_collected',
      'renewable_resource_recycled',
    ],
  ],
  ['污染物排放', ['cod_emission', 'ammonia_nitrogen_emission', 'so2_emission', 'nox_emission']],
  ['企业环境管理', ['cleaner_production_due', 'cleaner_production_done', 'disclosure_due', 'disclosure_done']],
]
