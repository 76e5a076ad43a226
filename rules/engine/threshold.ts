import type { Indicator, Threshold } from '../../schemas/edition.ts'
import { Decimal } from './decimal.ts'
import { type Evaluation, evaluate, type Lookup, type Years } from './evaluate.ts'
import { type Formula, sum } from './formula.ts'
import { TokenReader } from './formula-tokens.ts'

export type Operator = '>=' | '<=' | '>' | '<' | '='

/** One limit of the Standard: a number to reach (">=30"), or a word to be stated ("= 达标"); `print` is the datum's own text. */
export type Limit = { readonly operator: Operator; readonly value: Decimal | null; readonly word: string | null; readonly print: string }

type Condition =
  | { readonly kind: 'comparison'; readonly left: Formula; readonly operator: Operator; readonly right: Formula }
  | { readonly kind: 'region'; readonly names: readonly string[] }
  | { readonly kind: 'waterScarce' }
  | { readonly kind: 'otherwise' }

/** A limit and when it holds. */
export type Branch = { readonly condition: Condition; readonly limit: Limit }

const operators: readonly Operator[] = ['>=', '<=', '>', '<', '=']

/** Reads ">=30", "= 100" or "= 达标". Throws where there is neither. */
export function parseLimit(print: string): Limit {
  const operator = operators.find((one) => print.trim().startsWith(one))
  if (operator === undefined) throw new Error(`no comparison in threshold "${print}"`)
  const rest = print.trim().slice(operator.length).trim()
  const isNumber = /^-?\d+(\.\d+)?$/.test(rest)
  if (!isNumber && (rest === '' || operator !== '=')) throw new Error(`neither number nor word in threshold "${print}"`)
  return { operator, value: isNumber ? new Decimal(rest) : null, word: isNumber ? null : rest, print: print.trim() }
}

/** Reads "region in 甲,乙", "waterScarce", "otherwise", or a comparison of two expressions. Throws a FormulaError with the place. */
function parseCondition(text: string): Condition {
  const bare = text.trim()
  if (bare === 'otherwise' || bare === 'waterScarce') return { kind: bare }
  const reader = new TokenReader(text)
  if (reader.take('region')) {
    reader.expect('in')
    const names = [reader.word('a region')]
    while (reader.take(',')) names.push(reader.word('a region'))
    reader.end()
    return { kind: 'region', names }
  }
  const left = sum(reader)
  const operator = operators.find((one) => reader.take(one)) ?? reader.fail('expected a comparison')
  const right = sum(reader)
  reader.end()
  return { kind: 'comparison', left, operator, right }
}

const parsed = new Map<string, readonly Branch[]>()

/** The branches of a threshold in the order in which they are tried; an unconditional one has a single branch. Parsed once. */
export function parseThreshold(threshold: Threshold): readonly Branch[] {
  const key = JSON.stringify(threshold)
  const known = parsed.get(key)
  if (known !== undefined) return known
  const branches: Branch[] =
    typeof threshold === 'string'
      ? [{ condition: { kind: 'otherwise' }, limit: parseLimit(threshold) }]
      : Object.entries(threshold).map(([condition, limit]) => ({ condition: parseCondition(condition), limit: parseLimit(limit) }))
  parsed.set(key, branches)
  return branches
}

/** What decides between the branches of a threshold. */
export type Circumstances = {
  readonly region: string | null
  readonly waterScarce: boolean | null
  /** Names of a region's parts (河北 → 石家庄 …), from the edition. */
  readonly regionParts: Readonly<Record<string, readonly string[]>>
  readonly lookup: Lookup
  readonly years: Years
}

const isIn = (region: string, name: string, parts: Circumstances['regionParts']) =>
  region.includes(name) || (parts[name] ?? []).some((part) => region.includes(part))

const comparisons: Record<Operator, (a: Decimal, b: Decimal) => boolean> = {
  '>=': (a, b) => a.gte(b),
  '<=': (a, b) => a.lte(b),
  '>': (a, b) => a.gt(b),
  '<': (a, b) => a.lt(b),
  '=': (a, b) => a.eq(b),
}

/** Whether a comparison of two exact numbers holds. */
export const satisfies = (value: Decimal, operator: Operator, limit: Decimal): boolean => comparisons[operator](value, limit)

function compare(left: Evaluation, operator: Operator, right: Evaluation): boolean | null {
  if (!('interval' in left) || !('interval' in right)) return null
  const corners = [left.interval.low, left.interval.high].flatMap((a) =>
    [right.interval.low, right.interval.high].map((b) => satisfies(a, operator, b)),
  )
  return corners.every(Boolean) ? true : corners.some(Boolean) ? null : false
}

/** Whether a condition holds; null where that is not known. */
function holds(condition: Condition, { region, waterScarce, regionParts, lookup, years }: Circumstances): boolean | null {
  switch (condition.kind) {
    case 'otherwise':
      return true
    case 'waterScarce':
      return waterScarce
    case 'region':
      return region === null ? null : condition.names.some((name) => isIn(region, name, regionParts))
    case 'comparison':
      return compare(evaluate(condition.left, lookup, years), condition.operator, evaluate(condition.right, lookup, years))
  }
}

/**
 * The limits that may apply, in the order in which they are tried. `certain` where the circumstances decide; then
 * there is one limit, or none (an elasticity while value added stands still is not judged).
 */
export function findLimits(
  threshold: Threshold,
  circumstances: Circumstances,
): { readonly limits: readonly Limit[]; readonly certain: boolean } {
  const limits: Limit[] = []
  let certain = true
  for (const { condition, limit } of parseThreshold(threshold)) {
    const answer = holds(condition, circumstances)
    if (answer === false) continue
    limits.push(limit)
    if (answer === true) break
    certain = false
  }
  return { limits, certain }
}

/** Every limit that the edition names for an indicator, whatever the circumstances. */
export const allLimits = (indicator: Pick<Indicator, 'threshold'>): Limit[] =>
  parseThreshold(indicator.threshold).map((branch) => branch.limit)
