import { evaluate, findYearInputs, type YearInput, type Years } from './evaluate.ts'
import type { Formula } from './formula.ts'
import type { Interval } from './interval.ts'
import { isCurrentPrice, type Series, type Statement } from './series.ts'

/** One result of a formula and the statements that it was computed from, in the order in which the formula reads them. */
export type Recalculation = { readonly interval: Interval; readonly inputs: readonly Statement[]; readonly basis: string | null }

/** Every result that the stated inputs allow, the likeliest first; or what is missing, or why there is none. */
export type Recalculations =
  | { readonly found: readonly Recalculation[] }
  | { readonly missing: readonly YearInput[] }
  | { readonly undefined: string }

/** Beyond so many combinations of contradicting inputs the rest is not tried. */
const MOST_COMBINATIONS = 64

function combinations(choices: readonly (readonly Statement[])[]): Statement[][] {
  let all: Statement[][] = [[]]
  for (const choice of choices) all = all.flatMap((head) => choice.map((one) => [...head, one])).slice(0, MOST_COMBINATIONS)
  return all
}

function withBasis(formula: Formula, inputs: readonly YearInput[], series: Series, years: Years, basis: string | null): Recalculations {
  const choices = inputs.map(({ quantity, year }) => series.stated(quantity, year, basis))
  const missing = inputs.filter((_, index) => choices[index]?.length === 0)
  if (missing.length > 0) return { missing: missing.map(({ quantity, year }) => ({ quantity, year })) }
  const found: Recalculation[] = []
  let why = ''
  for (const chosen of combinations(choices)) {
    const result = evaluate(
      formula,
      (quantity, year) => chosen[inputs.findIndex((input) => input.quantity === quantity && input.year === year)]?.interval,
      years,
    )
    if ('interval' in result) found.push({ interval: result.interval, inputs: chosen, basis })
    else if ('undefined' in result) why = result.undefined
  }
  return found.length > 0 ? { found } : { undefined: why }
}

/**
 * Recomputes a formula from a series. Where the series contradicts itself every combination is given, so that only a
 * value that none of them supports is at odds. All money is in one price basis; over several years never in current prices.
 */
export function recalculate(formula: Formula, series: Series, years: Years): Recalculations {
  const inputs = findYearInputs(formula, years)
  if (inputs === undefined) return { undefined: '基准年或验收年未知' }
  const severalYears = new Set(inputs.map((input) => input.year)).size > 1
  const bases = series.bases(inputs.map((input) => input.quantity))
  const usable = bases.filter((basis) => !(severalYears && isCurrentPrice(basis)))
  if (bases.length > 0 && usable.length === 0) return { undefined: '只有当年价数据，跨年计算须用不变价' }
  const results = (usable.length === 0 ? [null] : usable).map((basis) => withBasis(formula, inputs, series, years, basis))
  const found = results.flatMap((result) => ('found' in result ? result.found : []))
  if (found.length > 0) return { found }
  return results.find((result) => 'undefined' in result) ?? results[0] ?? { missing: inputs }
}
