import type { Decimal } from '../../rules/engine/decimal.ts'

/** How many canonical units one printed unit is, by what is measured. The canonical units are those of the vocabulary. */
const factors: Record<string, Record<string, string>> = {
  money: { 元: '0.0001', 千元: '0.1', 万元: '1', 百万元: '100', 亿元: '10000' },
  energy: {
    千克标准煤: '0.001',
    kgce: '0.001',
    吨标准煤: '1',
    吨标煤: '1',
    tce: '1',
    t标煤: '1',
    万吨标准煤: '10000',
    万吨标煤: '10000',
    万tce: '10000',
  },
  water: {
    立方米: '1',
    m3: '1',
    'm³': '1',
    吨: '1',
    千立方米: '1000',
    万立方米: '10000',
    '万m³': '10000',
    万m3: '10000',
    万方: '10000',
    万吨: '10000',
    亿立方米: '100000000',
    '亿m³': '100000000',
  },
  mass: { kg: '0.001', 千克: '0.001', 公斤: '0.001', 吨: '1', t: '1', 万吨: '10000', 万t: '10000' },
  area: {
    平方米: '0.000001',
    'm²': '0.000001',
    公顷: '0.01',
    'hm²': '0.01',
    ha: '0.01',
    平方公里: '1',
    平方千米: '1',
    'km²': '1',
    km2: '1',
  },
  people: { 人: '1', 名: '1', 万人: '10000' },
  firms: { 家: '1', 户: '1', 个: '1' },
  percent: { '%': '1', '％': '1' },
  perPerson: { '万元/人': '1', '元/人': '0.0001' },
  perArea: { '亿元/km²': '1', '亿元/平方公里': '1', '亿元/平方千米': '1', '亿元/km2': '1', '万元/公顷': '0.01', '万元/hm²': '0.01' },
  energyIntensity: {
    'tce/万元': '1',
    '吨标煤/万元': '1',
    '吨标准煤/万元': '1',
    '万吨标准煤/亿元': '1',
    'kgce/万元': '0.001',
    '千克标准煤/万元': '0.001',
  },
  waterIntensity: { 'm3/万元': '1', 'm³/万元': '1', '立方米/万元': '1', '吨/万元': '1' },
  massIntensity: { 't/万元': '1', '吨/万元': '1', 'kg/万元': '0.001', '千克/万元': '0.001', '吨/亿元': '0.0001' },
  number: {
    个: '1',
    项: '1',
    条: '1',
    件: '1',
    起: '1',
    次: '1',
    '次/年': '1',
    '场/年': '1',
    '': '1',
    '—': '1',
    '-': '1',
    '/': '1',
    无量纲: '1',
  },
}

const measures: Record<string, string> = {
  industrial_value_added: 'money',
  industrial_output_value: 'money',
  hightech_output_value: 'money',
  recycling_value_added: 'money',
  industrial_employees: 'people',
  industrial_land_area: 'area',
  green_area: 'area',
  park_area: 'area',
  energy_consumption: 'energy',
  renewable_energy_use: 'energy',
  freshwater_use: 'water',
  reused_water: 'water',
  reclaimed_water_use: 'water',
  sewage_treated: 'water',
  wastewater_discharge: 'water',
  cleaner_production_due: 'firms',
  cleaner_production_done: 'firms',
  disclosure_due: 'firms',
  disclosure_done: 'firms',
  'hj274.2': 'perPerson',
  'hj274.8': 'perArea',
  'hj274.11': 'energyIntensity',
  'hj274.14': 'waterIntensity',
  'hj274.27': 'massIntensity',
  'hj274.28': 'massIntensity',
  'hj274.5': 'number',
  'hj274.10': 'number',
  'hj274.13': 'number',
  'hj274.25': 'number',
  'hj274.19': 'number',
  'hj274.32': 'number',
}

/** What a subject measures; a mass where nothing else is said of a quantity, a percentage of an indicator. */
export const measureOf = (subject: string): string => measures[subject] ?? (subject.startsWith('hj274') ? 'percent' : 'mass')

/** The factor from `unit` to the subject's canonical unit. 亩 is 1/1500 km2, given as a division so that it stays exact. */
export function toCanonical(subject: string, unit: string, printed: Decimal): Decimal {
  if (unit === '亩' && measureOf(subject) === 'area') return printed.div(1500)
  return printed.mul(factorOf(subject, unit))
}

/** The inverse of toCanonical. */
export function fromCanonical(subject: string, unit: string, canonical: Decimal): Decimal {
  if (unit === '亩' && measureOf(subject) === 'area') return canonical.mul(1500)
  return canonical.div(factorOf(subject, unit))
}

function factorOf(subject: string, unit: string): string {
  const bare = unit.replaceAll('^', '')
  const factor = factors[measureOf(subject)]?.[bare]
  if (factor === undefined) throw new Error(`${subject} is not measured in ${unit}`)
  return factor
}
