import data from '../standards/units.json' with { type: 'json' }
import { Decimal } from './decimal.ts'
import { normalise } from './normalise.ts'

/** A unit as printed: what it measures ("mass", "money/area") and its factor to that dimension's reference unit. */
export type Unit = { readonly dimension: string; readonly factor: Decimal }

const fraction = (text: string): Decimal => {
  const [over, under] = text.split('/')
  return under === undefined ? new Decimal(text) : new Decimal(over ?? '').div(under)
}
const spelled = (text: string): string => normalise(text).text.replaceAll(' ', '')

const prefixes = Object.entries(data.prefixes)
  .map(([name, factor]) => [name, new Decimal(factor)] as const)
  .sort(([a], [b]) => b.length - a.length)
const bases = new Map<string, Unit>()
for (const [dimension, units] of Object.entries(data.dimensions))
  for (const [name, factor] of Object.entries(units)) bases.set(spelled(name).toLowerCase(), { dimension, factor: fraction(factor) })

const found = new Map<string, Unit | null>()

/** The unit that a print names: 亿元, 万m³, 吨标煤/万元, 亿元/km², t/a. undefined where it names none. */
export function findUnit(print: string): Unit | undefined {
  const name = spelled(print)
  const known = found.get(name)
  if (known !== undefined) return known ?? undefined
  const unit = readUnit(name)
  if (found.size < 10_000) found.set(name, unit ?? null)
  return unit
}

function readUnit(name: string): Unit | undefined {
  const whole = simpleUnit(name)
  if (whole) return whole
  const [over, under, ...more] = name.split(/[/／每]|[·*]?(?=\^-1)/).map((part) => part.replace(/^\((.*)\)$/, '$1'))
  if (over === undefined || under === undefined || more.length > 0) return undefined
  const numerator = simpleUnit(over)
  if (!numerator) return undefined
  if (data.perYear.includes(under)) return numerator
  const denominator = simpleUnit(under)
  return denominator && { dimension: `${numerator.dimension}/${denominator.dimension}`, factor: numerator.factor.div(denominator.factor) }
}

function simpleUnit(name: string): Unit | undefined {
  const base = bases.get(name.toLowerCase())
  if (base) return base
  for (const [prefix, factor] of prefixes) {
    const rest = name.startsWith(prefix) ? bases.get(name.slice(prefix.length).toLowerCase()) : undefined
    if (rest && rest.dimension !== 'none' && rest.dimension !== 'ratio')
      return { dimension: rest.dimension, factor: rest.factor.times(factor) }
  }
  return undefined
}

const waterless = (dimension: string): string =>
  dimension
    .split('/')
    .map((part) => (data.sameForWater.includes(part) ? 'water' : part))
    .join('/')

/**
 * What a value printed in `from` is multiplied by to stand in `to`; undefined where the two do not measure the same.
 * With `water`, a tonne is a cubic metre. Counts (家, 个, 次 …) convert into each other.
 */
export function conversion(from: string, to: string, { water = false }: { water?: boolean } = {}): Decimal | undefined {
  const a = findUnit(from)
  const b = findUnit(to)
  if (!a || !b) return undefined
  const same = water ? waterless(a.dimension) === waterless(b.dimension) : a.dimension === b.dimension
  return same ? a.factor.div(b.factor) : undefined
}

/** Every spelling of a simple unit, for the reader that looks for units behind numbers; longest first. */
export const unitSpellings: readonly string[] = [...bases.entries()]
  .filter(([, unit]) => unit.dimension !== 'none')
  .map(([name]) => name)
  .sort((a, b) => b.length - a.length)
export const unitPrefixes: readonly string[] = prefixes.map(([name]) => name)
