import { Decimal } from './decimal.ts'
import type { GrowthWay } from './evaluate.ts'
import { compoundRate, minus, over, plus } from './evaluate-interval.ts'
import type { Formula } from './formula.ts'
import { exactly, type Interval } from './interval.ts'

/** A formula written wrongly, and how to name that. */
export type Slip = { readonly formula: Formula; readonly told: string }

/** Every formula that comes of changing one place of another; `change` gives the ways to write that place. */
function rewrite(formula: Formula, change: (one: Formula) => readonly Formula[]): Formula[] {
  const here = change(formula)
  if (formula.kind === 'number' || formula.kind === 'quantity') return [...here]
  if (formula.kind === 'binary') {
    const left = rewrite(formula.left, change).map((one): Formula => ({ ...formula, left: one }))
    const right = rewrite(formula.right, change).map((one): Formula => ({ ...formula, right: one }))
    return [...here, ...left, ...right]
  }
  if (formula.kind === 'mean') {
    const parts = formula.of.flatMap((one, at) =>
      rewrite(one, change).map((other): Formula => ({ ...formula, of: formula.of.with(at, other) })),
    )
    return [...here, ...parts]
  }
  return [...here, ...rewrite(formula.of, change).map((one): Formula => ({ ...formula, of: one }))]
}

/** Each division turned round: 分母÷分子. */
export const inverted = (formula: Formula): Formula[] =>
  rewrite(formula, (one) =>
    one.kind === 'binary' && one.sign === '/' && one.right.kind !== 'number' ? [{ ...one, left: one.right, right: one.left }] : [],
  )

/** Each sum with one of its terms left out, each mean over one of its parts alone. */
export const shortened = (formula: Formula): Formula[] =>
  rewrite(formula, (one) => (one.kind === 'binary' && one.sign === '+' ? [one.left, one.right] : one.kind === 'mean' ? one.of : []))

/** The formula without its percentage sign, or with one too many. */
export const misscaled = (formula: Formula): Formula[] => {
  const hundred: Formula = { kind: 'number', value: new Decimal(100) }
  return [
    { kind: 'binary', sign: '/', left: formula, right: hundred },
    { kind: 'binary', sign: '*', left: formula, right: hundred },
  ]
}

const span = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)
const rise = (from: Interval, to: Interval) => minus(over(to, from), exactly(1))

/** The mean of the yearly rates. */
export const meanOfRates: GrowthWay = (level, from, to) => {
  const rates = span(from, to).map((year) => rise(level(year), level(year + 1)))
  return over(rates.reduce(plus, exactly(0)), exactly(rates.length))
}

/** The whole growth divided by the number of years. */
export const growthOverYears: GrowthWay = (level, from, to) => over(rise(level(from), level(to)), exactly(to - from))

/** The compound rate with n wrongly counted as the years listed. */
export const yearsListed: GrowthWay = (level, from, to) => compoundRate(level(from), level(to), to - from + 1)

/** The whole growth, not brought to one year. */
export const wholeGrowth: GrowthWay = (level, from, to) => rise(level(from), level(to))

/** The last year's growth alone. */
export const lastYearOnly: GrowthWay = (level, _from, to) => rise(level(to - 1), level(to))
