/** Short names of the subjects as the blind documents write them, each with its id and the family of its unit. */
export type Family =
  | 'money'
  | 'energy'
  | 'water'
  | 'mass'
  | 'area'
  | 'count'
  | 'percent'
  | 'plain'
  | 'perHead'
  | 'perArea'
  | 'energyRate'
  | 'waterRate'
  | 'massRate'
  | 'verdict'

const quantities: Record<string, [id: string, family: Family]> = {
  iva: ['industrial_value_added', 'money'],
  iov: ['industrial_output_value', 'money'],
  ht: ['hightech_output_value', 'money'],
  rec: ['recycling_value_added', 'money'],
  emp: ['industrial_employees', 'count'],
  land: ['industrial_land_area', 'area'],
  en: ['energy_consumption', 'energy'],
  ren: ['renewable_energy_use', 'energy'],
  fw: ['freshwater_use', 'water'],
  reu: ['reused_water', 'water'],
  recl: ['reclaimed_water_use', 'water'],
  sew: ['sewage_treated', 'water'],
  ww: ['wastewater_discharge', 'mass'],
  swg: ['solid_waste_generated', 'mass'],
  swu: ['solid_waste_utilized', 'mass'],
  swp: ['solid_waste_prior_stock_utilized', 'mass'],
  swd: ['solid_waste_disposed', 'mass'],
  rrc: ['renewable_resource_collected', 'mass'],
  rrr: ['renewable_resource_recycled', 'mass'],
  cod: ['cod_emission', 'mass'],
  nh: ['ammonia_nitrogen_emission', 'mass'],
  so2: ['so2_emission', 'mass'],
  nox: ['nox_emission', 'mass'],
  co2: ['co2_emission', 'mass'],
  green: ['green_area', 'area'],
  area: ['park_area', 'area'],
  cpd: ['cleaner_production_due', 'count'],
  cpn: ['cleaner_production_done', 'count'],
  dd: ['disclosure_due', 'count'],
  dn: ['disclosure_done', 'count'],
}

const indicatorFamilies: Partial<Record<number, Family>> = {
  2: 'perHead',
  5: 'count',
  8: 'perArea',
  10: 'plain',
  11: 'energyRate',
  13: 'plain',
  14: 'waterRate',
  17: 'verdict',
  18: 'verdict',
  19: 'count',
  22: 'verdict',
  25: 'plain',
  27: 'massRate',
  28: 'massRate',
  32: 'count',
}

export type Subject = { name: string; id: string; family: Family }

/** The subject of a short name: iva, cod … or i1 to i32 for the Standard's indicators. */
export function subjectOf(name: string): Subject {
  const known = quantities[name]
  if (known) return { name, id: known[0], family: known[1] }
  const no = /^i(\d+)$/.exec(name)?.[1]
  if (!no || Number(no) < 1 || Number(no) > 32) throw new Error(`no subject ${name}`)
  return { name, id: `hj274.${no}`, family: indicatorFamilies[Number(no)] ?? 'percent' }
}

const sizes = (units: string): Record<string, number> =>
  Object.fromEntries(
    units.split(' ').map((one) => {
      const [unit, size] = one.split('=')
      return [unit as string, Number(size ?? 1)]
    }),
  )

/** What one of a printed unit is in the canonical unit of its family: 万元, tce, m3, t, km2 and their ratios. */
const factors: Record<Family, Record<string, number>> = {
  money: sizes('万元 亿元=10000 百万元=100 千元=0.1 元=0.0001'),
  energy: sizes(
    '吨标准煤 吨标煤 tce t标煤 吨标准煤(等价值) 吨 万吨标准煤=10000 万吨标煤=10000 万tce=10000 万吨=10000 kgce=0.001 千克标准煤=0.001',
  ),
  water: sizes(
    '立方米 m3 ㎥ 方 吨 t 万立方米=10000 万m3=10000 万吨=10000 万t=10000 万方=10000 亿立方米=100000000 万吨/年=10000 万立方米/年=10000',
  ),
  mass: sizes(
    '吨 t 吨/年 t/a 万吨=10000 万t=10000 万吨/年=10000 kg=0.001 千克=0.001 公斤=0.001 万立方米=10000 万m3=10000 立方米 万吨CO2=10000 tCO2 吨CO2 万tCO2=10000',
  ),
  area: sizes('平方公里 km2 平方千米 公顷=0.01 ha=0.01 hm2=0.01 万平方米=0.01 平方米=0.000001 m2=0.000001'),
  count: sizes('人 家 个 件 起 场 次/年 次 万人=10000 项 条'),
  percent: sizes('% ‰=0.1'),
  plain: sizes('- / — 无量纲'),
  perHead: sizes('万元/人 元/人=0.0001 千元/人=0.1'),
  perArea: sizes('亿元/km2 亿元/平方公里 亿元/平方千米 万元/公顷=0.01 万元/亩=0.15 万元/km2=0.0001'),
  energyRate: sizes(
    '吨标煤/万元 吨标准煤/万元 tce/万元 t标煤/万元 万吨标准煤/亿元 万吨标煤/亿元 千克标准煤/万元=0.001 kgce/万元=0.001 吨标准煤/亿元=0.0001 千克标煤/万元=0.001',
  ),
  waterRate: sizes('立方米 立方米/万元 m3/万元 吨/万元 t/万元 万立方米/亿元 ㎥/万元 立方米/亿元=0.0001'),
  massRate: sizes('吨/万元 t/万元 kg/万元=0.001 千克/万元=0.001 公斤/万元=0.001 吨/亿元=0.0001 万吨/亿元'),
  verdict: sizes('-'),
}

const plainUnit = (unit: string): string => unit.replaceAll('^', '').normalize('NFKC').replace(/\s/g, '')

/** The factor of a printed unit. 亩 is a fifteenth of a hectare and has no finite factor, so it is none of these. */
export function factorOf({ name, family }: Subject, unit: string): number {
  const factor = factors[family][plainUnit(unit)]
  if (factor === undefined) throw new Error(`${name} is not counted in ${unit}`)
  return factor
}
