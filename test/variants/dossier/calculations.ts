import { unitFor } from '../measures.ts'
import { worded } from '../tables.ts'
import type { Desk } from './context.ts'

/** Printed calculations of the final year, in one of four forms, with all inputs and the result as the tables print them. */
export function calculations(desk: Desk): string[] {
  const { s, r, look, options } = desk
  const year = s.park.final
  const form = r.int(0, 3)
  const say = (subject: string): string => s.amount(subject, year, { ...unitFor(look.units, subject), ...look.say })
  const quotient = (indicator: string, a: string, b: string, percent: boolean): string => {
    const name = worded(indicator, options)
    const times = percent ? '×100%' : ''
    if (form === 0) return `${name}＝${say(a)}÷${say(b)}${times}＝${say(indicator)}`
    if (form === 1)
      return `${name}（${year}年）=${worded(a, options)}/${worded(b, options)}${times}=${say(a)}/${say(b)}${times}=${say(indicator)}。`
    if (form === 2) return `${year}年${worded(a, options)}为${say(a)}，${worded(b, options)}为${say(b)}，则${name}为${say(indicator)}。`
    return `${name}：计算公式为${worded(a, options)}÷${worded(b, options)}${times}，代入${year}年数据，${say(a)}÷${say(b)}${times}＝${say(indicator)}。`
  }
  return [
    quotient('hj274.1', 'hightech_output_value', 'industrial_output_value', true),
    quotient('hj274.2', 'industrial_value_added', 'industrial_employees', false),
    quotient('hj274.11', 'energy_consumption', 'industrial_value_added', false),
    quotient('hj274.12', 'renewable_energy_use', 'energy_consumption', true),
    quotient('hj274.14', 'freshwater_use', 'industrial_value_added', false),
    quotient('hj274.16', 'reclaimed_water_use', 'sewage_treated', true),
    quotient('hj274.29', 'green_area', 'park_area', true),
  ]
}
