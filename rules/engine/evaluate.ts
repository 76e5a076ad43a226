import { Decimal } from './decimal.ts'
import { compoundRate, minus, negative, over, plus, times, Undefined } from './evaluate-interval.ts'
import { type Formula, inputsOf, type YearName } from './formula.ts'
import { exactly, type Interval } from './interval.ts'

/** The years that a formula may name: the indicator's own, and the ends of the construction period where known. */
export type Years = { readonly year: number; readonly base: number | null; readonly final: number | null }

/** What a quantity is in a year, in its canonical unit; undefined where it is not stated. */
export type Lookup = (quantity: string, year: number) => Interval | undefined

/** One input of one year. */
export type YearInput = { readonly quantity: string; readonly year: number }

export type Evaluation = { readonly interval: Interval } | { readonly missing: readonly YearInput[] } | { readonly undefined: string }

/** The calendar year that a name means, or null where the base or final year is unknown. */
export const yearOf = (name: YearName, years: Years): number | null => {
  const start = years[name.of]
  return start === null ? null : start + name.offset
}

/** The distinct inputs that a formula reads for these years; undefined where it names an unknown base or final year. */
export function findYearInputs(formula: Formula, years: Years): (YearInput & { readonly times: number })[] | undefined {
  const counted = new Map<string, YearInput & { times: number }>()
  for (const input of inputsOf(formula)) {
    const year = yearOf(input.at, years)
    if (year === null) return undefined
    const key = `${input.quantity}@${year}`
    counted.set(key, { quantity: input.quantity, year, times: (counted.get(key)?.times ?? 0) + 1 })
  }
  return [...counted.values()]
}

const year = (name: YearName, years: Years): number => {
  const found = yearOf(name, years)
  if (found === null) throw new Undefined('基准年或验收年未知')
  return found
}

/** How a growth is computed from the level in each year between two; the Standard asks for the compound annual rate. */
export type GrowthWay = (level: (year: number) => Interval, from: number, to: number) => Interval

const compound: GrowthWay = (level, from, to) => compoundRate(level(from), level(to), to - from)

function compute(formula: Formula, lookup: Lookup, years: Years, at: number, grow: GrowthWay): Interval {
  const inside = (one: Formula, when = at) => compute(one, lookup, years, when, grow)
  switch (formula.kind) {
    case 'number':
      return exactly(formula.value)
    case 'quantity': {
      const found = lookup(formula.id, at)
      if (found === undefined) throw new Undefined(`缺${formula.id}`)
      return found
    }
    case 'negative':
      return negative(inside(formula.of))
    case 'mean': {
      const all = formula.of.map((one) => inside(one))
      return over(all.reduce(plus, exactly(0)), exactly(all.length))
    }
    case 'growth': {
      return grow((when) => inside(formula.of, when), year(formula.from, years), year(formula.to, years))
    }
    case 'binary': {
      const operate = { '+': plus, '-': minus, '*': times, '/': over }[formula.sign]
      return operate(inside(formula.left), inside(formula.right))
    }
  }
}

/** Above so many repeated inputs their corners are not enumerated: plain interval arithmetic is then wider, never wrong. */
const MOST_CORNERS = 10

/** Every choice of an end for each of the repeated inputs: between them a monotone formula takes its extremes. */
function* corners(repeated: readonly YearInput[], lookup: Lookup): Generator<Lookup> {
  for (let choice = 0; choice < 2 ** repeated.length; choice += 1)
    yield (quantity, at) => {
      const found = lookup(quantity, at)
      const index = repeated.findIndex((input) => input.quantity === quantity && input.year === at)
      if (found === undefined || index < 0) return found
      return exactly((choice >> index) & 1 ? found.high : found.low)
    }
}

/**
 * The interval that a formula gives for the intervals of its inputs, exactly: an input that stands once is carried by
 * interval arithmetic, one that stands several times (reused / (reused + fresh)) is tried at both its ends.
 * `missing` names the inputs that are not stated, `undefined` says in Chinese why no value exists (growth of zero).
 * Another `grow` than the compound rate serves only to recognise mistaken calculations.
 */
export function evaluate(formula: Formula, lookup: Lookup, years: Years, grow: GrowthWay = compound): Evaluation {
  const inputs = findYearInputs(formula, years)
  if (inputs === undefined) return { undefined: '基准年或验收年未知' }
  const missing = inputs.filter((input) => lookup(input.quantity, input.year) === undefined)
  if (missing.length > 0) return { missing: missing.map(({ quantity, year }) => ({ quantity, year })) }
  const repeated = inputs.filter((input) => input.times > 1)
  try {
    const tried = repeated.length > MOST_CORNERS ? [lookup] : [...corners(repeated, lookup)]
    const all = tried.map((one) => compute(formula, one, years, years.year, grow))
    return { interval: { low: Decimal.min(...all.map((one) => one.low)), high: Decimal.max(...all.map((one) => one.high)) } }
  } catch (error) {
    if (error instanceof Undefined) return { undefined: error.message }
    throw error
  }
}
