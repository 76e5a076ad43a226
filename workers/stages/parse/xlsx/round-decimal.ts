import { Decimal } from '../../../../rules/engine/decimal.ts'

/** Whole numbers up to here are exact as JavaScript numbers. */
const exactDigits = 15

/**
 * A plain decimal rounded to `places`, half away from zero, with exactly that many places: 1.005 to 2 is 1.01. It works on
 * the digits themselves, since a sheet of a million cells rounds a million times.
 */
export function roundDecimal(decimal: string, places: number): string {
  const point = decimal.indexOf('.')
  const whole = point < 0 ? decimal : decimal.slice(0, point)
  const fraction = point < 0 ? '' : decimal.slice(point + 1)
  if (fraction.length <= places) return places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0')}`
  if (whole.length + places > exactDigits) return new Decimal(decimal).toFixed(places)
  const isNegative = whole.startsWith('-')
  const kept = Number((isNegative ? whole.slice(1) : whole) + fraction.slice(0, places)) + (fraction.charCodeAt(places) >= 53 ? 1 : 0)
  const digits = String(kept).padStart(places + 1, '0')
  const rounded = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return isNegative ? `-${rounded}` : rounded
}
