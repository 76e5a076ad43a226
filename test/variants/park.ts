import { Decimal } from '../../rules/engine/decimal.ts'
import { formulas, overPeriod } from './derive.ts'
import { type Random, seeded } from './random.ts'

/** What a park really is: levels of all quantities, indicators calculated from them, judged ones set, targets that are met. */
export type Park = {
  name: string
  short: string
  city: string
  region: string
  base: number
  final: number
  waterScarce: boolean
  random: Random
  /** A value, a qualitative word, or null where the year has none. */
  value: (subject: string, year: number) => Decimal | string | null
  target: (indicator: string) => { op: string; value: string } | null
}

const places = [
  '云泽',
  '松岭',
  '海棠',
  '鹿溪',
  '桐江',
  '沧浪',
  '槐荫河',
  '银杏',
  '雁栖岭',
  '翠屏',
  '梅渡',
  '龙泽',
  '长汀湾',
  '枫桥湖',
  '凤鸣',
  '杏花岭',
  '金鳞',
  '虎丘坡',
  '乌兰湖',
  '清河口',
]
const types = [
  '经济技术开发区',
  '高新技术产业开发区',
  '工业园区',
  '循环经济产业园',
  '新材料产业园',
  '高新技术产业园区',
  '装备制造产业园',
  '经济开发区',
]
const regions = ['江西省', '福建省', '四川省', '陕西省', '广东省', '湖南省', '广西壮族自治区', '辽宁省', '重庆市', '内蒙古自治区']
export const projectNames = [
  '废旧轮胎热解再生利用示范线',
  '电镀废水深度处理与回用工程',
  '有机固废协同处置中心',
  '园区综合能源站二期',
  '冷凝水余热供暖改造',
  '高盐废水零排放示范项目',
  '废酸再生循环利用装置',
  '屋面光伏与储能一体化工程',
  '再生铜精深加工延链项目',
  '智慧环保监管平台升级',
  '磷石膏制绿色建材生产线',
  '园区污水处理厂提标改造',
  '钢渣微粉综合利用项目',
  '危险废物收集贮存设施',
]

/** Changes what a park really is, so that it fails the Standard: subject → factor on every level from the base year on. */
export type Tweak = Record<string, number>

/** Invents one park, always the same for the same seed; `set` gives levels by hand: `subject:year` → canonical value. */
export function inventPark(seed: string, base = 2019, tweak: Tweak = {}, set: Record<string, string> = {}): Park {
  const random = seeded(seed)
  const city = random.pick(places)
  const name = city + random.pick(types)
  const levels = inventLevels(random, base)
  for (const [key, value] of levels) {
    const factor = tweak[key.split(':')[0] ?? '']
    if (factor !== undefined) levels.set(key, value.mul(factor).toDecimalPlaces(2))
  }
  for (const [key, value] of Object.entries(set)) levels.set(key, new Decimal(value))
  const final = base + 3
  const level = (subject: string, year: number): Decimal => {
    const found = levels.get(`${subject}:${year}`)
    if (!found) throw new Error(`no ${subject} in ${year}`)
    return found
  }
  const judged = inventJudged(random, base)
  const value = (subject: string, year: number): Decimal | string | null => {
    if (year < base - 3 || year > final) return null
    const formula = formulas[subject]
    if (!formula) return judged.get(`${subject}:${year}`) ?? levels.get(`${subject}:${year}`) ?? null
    if (overPeriod.has(subject)) return year > base ? formula(level, year, base) : null
    if (/^hj274\.[39]$/.test(subject) && year < base) return null
    return formula(level, year, base)
  }
  return {
    name,
    short: name.slice(city.length).length > 6 ? `${city}园区` : name,
    city: `${city}市`,
    region: random.pick(regions),
    base,
    final,
    waterScarce: false,
    random,
    value,
    target: (indicator) => targetOf(indicator, value(indicator, final)),
  }
}

/** A target that the final year meets with room, in digits as a plan would print them. */
function targetOf(indicator: string, reached: Decimal | string | null): { op: string; value: string } | null {
  if (typeof reached === 'string') return { op: '', value: reached }
  const fixed: Record<string, [string, string]> = {
    'hj274.10': ['≤', '0.6'],
    'hj274.13': ['≤', '0.55'],
    'hj274.25': ['≤', '0.3'],
    'hj274.5': ['≥', '8'],
    'hj274.19': ['', '0'],
    'hj274.32': ['≥', '3'],
    'hj274.26': ['≥', '3'],
  }
  for (const no of [20, 21, 23, 24, 30, 31]) fixed[`hj274.${no}`] = ['', '100']
  const set = fixed[indicator]
  if (set) return { op: set[0], value: set[1] }
  // Optional indicators that the park does not choose have no goal.
  if (reached === null || indicator === 'hj274.3' || indicator === 'hj274.4') return null
  const lower = /^hj274\.(11|14|27|28)$/.test(indicator)
  const digits = /^hj274\.(11|28)$/.test(indicator) ? 3 : indicator === 'hj274.14' || indicator === 'hj274.27' ? 2 : 1
  const eased = reached.mul(lower ? '1.04' : '0.96')
  return { op: lower ? '≤' : '≥', value: eased.toDecimalPlaces(digits, lower ? Decimal.ROUND_UP : Decimal.ROUND_DOWN).toString() }
}

function inventJudged(random: Random, base: number): Map<string, Decimal | string> {
  const judged = new Map<string, Decimal | string>()
  const steps: Record<string, number[]> = {
    20: [80, 90, 100, 100],
    23: [70, 85, 95, 100],
    31: [60, 80, 90, 100],
    32: [2, 3, 4, random.int(4, 8)],
    19: [0, 0, 0, 0],
  }
  for (let i = 0; i <= 3; i++) {
    for (const [no, values] of Object.entries(steps)) judged.set(`hj274.${no}:${base + i}`, new Decimal(values[i] ?? 0))
    if (i > 0) judged.set(`hj274.5:${base + i}`, new Decimal(i * 3 + random.int(0, 2) + (i === 3 ? 1 : 0)))
    judged.set(`hj274.17:${base + i}`, '达标')
    judged.set(`hj274.18:${base + i}`, '全部完成')
    judged.set(`hj274.22:${base + i}`, '具备')
  }
  return judged
}

function inventLevels(random: Random, base: number): Map<string, Decimal> {
  const levels = new Map<string, Decimal>()
  const set = (subject: string, year: number, value: number, digits = 0): number => {
    const exact = new Decimal(value).toDecimalPlaces(digits)
    levels.set(`${subject}:${year}`, exact)
    return exact.toNumber()
  }
  let iva = random.between(620000, 5200000)
  let output = iva * random.between(3.3, 4.6)
  let energy = iva * random.between(0.14, 0.4)
  let water = iva * random.between(2.1, 6.6)
  let co2 = energy * random.between(2.1, 2.6)
  let cod = iva * random.between(0.00009, 0.0003)
  let nh3 = cod * random.between(0.06, 0.12)
  let so2 = cod * random.between(0.5, 1.3)
  let nox = cod * random.between(0.8, 1.6)
  let land = iva / 10000 / random.between(11.5, 19)
  let staff = iva / random.between(21, 34)
  let share = random.between(0.33, 0.46)
  let renewable = random.between(0.055, 0.12)
  let waste = iva * random.between(0.032, 0.085)
  let used = random.between(0.79, 0.86)
  let reuse = random.between(3.3, 5.4)
  let reclaimed = random.between(0.21, 0.27)
  let collected = random.between(12000, 52000)
  const sewage = random.between(0.7, 0.86)
  const discharge = random.between(0.46, 0.6)
  const recycling = random.between(0.021, 0.055)
  const area = land * random.between(1.9, 2.7)
  let green = random.between(0.26, 0.36)
  const due = random.int(22, 58)
  const open = random.int(18, 66)
  for (let i = 0; i <= 6; i++) {
    const year = base - 3 + i
    const g = random.between(0.062, 0.128)
    if (i > 0) {
      iva *= 1 + g
      output *= 1 + g * random.between(0.75, 0.97)
      energy *= 1 + g * random.between(0.2, 0.5)
      water *= 1 + g * random.between(0.12, 0.45)
      co2 *= 1 + g * random.between(0.05, 0.3)
      cod *= 1 - random.between(0.015, 0.05)
      nh3 *= 1 - random.between(0.015, 0.05)
      so2 *= 1 - random.between(0.02, 0.06)
      nox *= 1 - random.between(0.01, 0.05)
      land *= 1 + random.between(0.004, 0.013)
      staff *= 1 + random.between(0.015, 0.04)
      share += random.between(0.006, 0.016)
      renewable += random.between(0.002, 0.007)
      waste *= 1 + g * random.between(0.2, 0.6)
      used += random.between(0.004, 0.012)
      reuse *= 1 + random.between(0.01, 0.03)
      reclaimed += random.between(0.004, 0.011)
      collected *= 1 + random.between(-0.04, 0.08)
      green += random.between(0.002, 0.006)
    }
    const v = set('industrial_value_added', year, iva)
    const o = set('industrial_output_value', year, output)
    set('hightech_output_value', year, o * share)
    set('recycling_value_added', year, v * (recycling + i * 0.0009))
    set('industrial_employees', year, staff)
    set('industrial_land_area', year, land, 2)
    const e = set('energy_consumption', year, energy)
    set('renewable_energy_use', year, e * renewable)
    const w = set('freshwater_use', year, Math.round(water / 100) * 100)
    set('reused_water', year, Math.round((w * reuse) / 100) * 100)
    const s = set('sewage_treated', year, Math.round((w * sewage) / 100) * 100)
    set('reclaimed_water_use', year, Math.round((s * reclaimed) / 100) * 100)
    set('wastewater_discharge', year, Math.round((w * discharge) / 100) * 100)
    const generated = set('solid_waste_generated', year, Math.round(waste / 10) * 10)
    const prior = set('solid_waste_prior_stock_utilized', year, Math.round((generated * random.between(0.006, 0.02)) / 10) * 10)
    const utilized = set('solid_waste_utilized', year, Math.round((generated * used) / 10) * 10)
    set('solid_waste_disposed', year, generated + prior - utilized)
    const c = set('renewable_resource_collected', year, Math.round(collected / 10) * 10)
    set('renewable_resource_recycled', year, Math.round((c * random.between(0.84, 0.92)) / 10) * 10)
    set('cod_emission', year, cod, 2)
    set('ammonia_nitrogen_emission', year, nh3, 2)
    set('so2_emission', year, so2, 2)
    set('nox_emission', year, nox, 2)
    set('co2_emission', year, Math.round(co2 / 10) * 10)
    const a = set('park_area', year, area, 2)
    set('green_area', year, a * green, 2)
    const n = set('cleaner_production_due', year, due + 2 * i)
    set('cleaner_production_done', year, i >= 5 ? n : n - (6 - i))
    const m = set('disclosure_due', year, open + 3 * i)
    set('disclosure_done', year, i >= 5 ? m : m - (7 - i))
  }
  return levels
}
