import type { Fact } from '../../../schemas/fact.ts'
import type { Finding } from '../../../schemas/finding.ts'
import { type Difference, differenceFrom, differenceOf } from './differing-digits.ts'
import type { Place } from './places.ts'

/** A finding about a result that was reckoned again, so that its first place stands against a calculation and not against another place. */
export const isReckoned = ({ rule }: Finding): boolean => rule.startsWith('formula/')

/** Which digits are at odds: those of the first two places, or those of a printed result and its recalculation. */
export function differenceIn(finding: Finding, places: readonly Place[]): Difference | null {
  const { expected, actual } = finding
  if (isReckoned(finding)) return expected === null || actual === null ? null : differenceFrom(actual, expected)
  const [first, second] = [places[0]?.fact ?? null, places[1]?.fact ?? null]
  return first !== null && second !== null && sayTheSame(first, second) ? differenceOf(first, second) : null
}

/** Two facts about one thing, so that their digits can be held against each other. */
export const sayTheSame = (a: Fact, b: Fact): boolean => a.kind === b.kind && a.subject === b.subject && a.year === b.year
