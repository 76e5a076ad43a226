import { Decimal } from '../../rules/engine/decimal.ts'

/** A level of a quantity in a year, in its canonical unit. */
export type Level = (subject: string, year: number) => Decimal

const rate = (x: Level, subject: string, from: number, to: number): Decimal =>
  x(subject, to)
    .div(x(subject, from))
    .pow(new Decimal(1).div(to - from))
    .minus(1)

const ratio =
  (a: string, b: string, times = 100) =>
  (x: Level, year: number) =>
    x(a, year).div(x(b, year)).mul(times)
const va = 'industrial_value_added'

/** HJ 274-2015 Appendix A, in plain arithmetic: what each calculated indicator is in `year`, with `base` for those over the whole period. */
export const formulas: Record<string, (x: Level, year: number, base: number) => Decimal> = {
  'hj274.1': ratio('hightech_output_value', 'industrial_output_value'),
  'hj274.2': ratio(va, 'industrial_employees', 1),
  'hj274.3': (x, year) => rate(x, va, year - 3, year).mul(100),
  'hj274.4': ratio('recycling_value_added', va),
  'hj274.6': (x, y) =>
    x('solid_waste_utilized', y)
      .div(x('solid_waste_generated', y).plus(x('solid_waste_prior_stock_utilized', y)))
      .mul(100),
  'hj274.7': ratio('renewable_resource_recycled', 'renewable_resource_collected'),
  'hj274.8': (x, y) => x(va, y).div(10000).div(x('industrial_land_area', y)),
  'hj274.9': (x, y) =>
    rate((s, year) => (s === 'q' ? x(va, year).div(x('industrial_land_area', year)) : x(s, year)), 'q', y - 3, y).mul(100),
  'hj274.10': (x, y, base) => rate(x, 'energy_consumption', base, y).div(rate(x, va, base, y)),
  'hj274.11': ratio('energy_consumption', va, 1),
  'hj274.12': ratio('renewable_energy_use', 'energy_consumption'),
  'hj274.13': (x, y, base) => rate(x, 'freshwater_use', base, y).div(rate(x, va, base, y)),
  'hj274.14': ratio('freshwater_use', va, 1),
  'hj274.15': (x, y) =>
    x('reused_water', y)
      .div(x('reused_water', y).plus(x('freshwater_use', y)))
      .mul(100),
  'hj274.16': ratio('reclaimed_water_use', 'sewage_treated'),
  'hj274.21': ratio('cleaner_production_done', 'cleaner_production_due'),
  'hj274.24': (x, y) =>
    x('solid_waste_utilized', y)
      .plus(x('solid_waste_disposed', y))
      .div(x('solid_waste_generated', y).plus(x('solid_waste_prior_stock_utilized', y)))
      .mul(100),
  'hj274.25': (x, y, base) =>
    pollutants
      .reduce((sum, p) => sum.plus(rate(x, p, base, y)), new Decimal(0))
      .div(4)
      .div(rate(x, va, base, y)),
  'hj274.26': (x, y, base) =>
    rate((s, year) => (s === 'q' ? x('co2_emission', year).div(x(va, year)) : x(s, year)), 'q', base, y).mul(-100),
  'hj274.27': ratio('wastewater_discharge', va, 1),
  'hj274.28': ratio('solid_waste_generated', va, 1),
  'hj274.29': ratio('green_area', 'park_area'),
  'hj274.30': ratio('disclosure_done', 'disclosure_due'),
}

export const pollutants = ['cod_emission', 'ammonia_nitrogen_emission', 'so2_emission', 'nox_emission']

/** Indicators that run from the base year to the year in question, so that the base year itself has none. */
export const overPeriod = new Set(['hj274.10', 'hj274.13', 'hj274.25', 'hj274.26'])

/** The quantities that an indicator is calculated from: read off by asking its formula. */
export function inputsOf(indicator: string): Set<string> {
  const asked = new Set<string>()
  formulas[indicator]?.(
    (subject, year) => {
      asked.add(subject)
      return new Decimal(year)
    },
    2020,
    2017,
  )
  return asked
}
