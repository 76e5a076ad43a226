import type { Fact, Span } from '../../../schemas/fact.ts'
import type { CheckResult } from '../../define-rule.ts'

/** One cause: the failed check that it is reported under, the others that the same wrong number failed, and the two values. */
export type Fault = {
  main: CheckResult
  also: CheckResult[]
  /** The facts that hold the wrong number, and those that hold the right one; both empty where the rule compares nothing. */
  readonly wrong: readonly Fact[]
  readonly right: readonly Fact[]
  /** False where nothing tells which of the two values is wrong. */
  readonly sure: boolean
  /** What the wrong number must be for its formulas and sums to hold, where no other place states it. */
  readonly solved?: Span | undefined
}

/** The rules under which one wrong number is reported, the first first. */
export const order: readonly string[] = [
  'consistency/within-document',
  'consistency/annual-acceptance',
  'consistency/plan-acceptance',
  'consistency/supporting-data',
  'consistency/annual-annual',
  'formula/recalculation',
  'formula/component-sum',
  'formula/growth',
  'standard/threshold',
  'standard/group',
  'plan/target-missed',
]

export const rank = ({ rule }: CheckResult): number => {
  const place = order.indexOf(rule)
  return place < 0 ? order.length : place
}

/** Where and about what a check failed: the same check asked again, of corrected facts, has the same place. */
export const placeOf = ({ rule, subject, year, facts }: CheckResult): string =>
  [rule, subject, year, facts[0]?.document, facts[0]?.kind].join('|')
