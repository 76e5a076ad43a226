import type { Fact } from '../../../../schemas/fact.ts'
import type { Calculation } from '../../../../schemas/reading.ts'
import type { Owner } from '../make-fact.ts'
import { findCalculations, type Pending, pendingOf } from './calculation.ts'
import type { Background } from './frame.ts'
import { inputsOf } from './inputs.ts'
import { calculationOf, factOf, type Spot } from './make.ts'
import type { Frame } from './sentence/state.ts'
import type { Time } from './times.ts'

/**
 * The printed calculations of a sentence, each with its result and its sure inputs as facts. `start`: where in the sentence the first
 * begins. `pending`: what the next sentence's numbers are of, where this one gives or follows a formula in words.
 */
export function readCalculations(
  spot: Spot,
  frame: Frame,
  background: Background,
  owner: Owner,
  pending: Pending | null,
): { calculations: Calculation[]; facts: Fact[]; start: number; pending: Pending | null } {
  const calculations: Calculation[] = []
  const facts: Fact[] = []
  const found = findCalculations(spot.text, frame, pending)
  for (const calculus of found) {
    const year = calculationYear(calculus.time ?? frame.time, background)
    calculations.push(calculationOf(owner, spot, calculus, year))
    if (year === null || frame.scope === 'other') continue
    const shared = { year, kind: 'actual' as const, basis: null, confidence: 0.92 }
    const result = factOf(
      owner,
      spot,
      { ...shared, subject: calculus.subject, number: calculus.result, unit: calculus.unit },
      'calculation',
    )
    const inputs = inputsOf(calculus.subject, year, calculus.inputs, background.own.base, background.vocabulary, calculus.words)
    const given = inputs.map((input) => factOf(owner, spot, { ...shared, ...input, unit: input.number.unit }, 'calculation'))
    facts.push(...[result, ...given].filter((fact) => fact !== undefined))
  }
  const [first] = found
  const next = first ? (first.subject === pending?.subject ? pending : null) : pendingOf(spot.text, frame)
  return { calculations, facts, start: first ? Math.min(first.start, first.expression.start) : spot.text.length, pending: next }
}

/** The year of a calculation: the printed or carried one, else the one that the document is about. */
function calculationYear(time: Time | null, { own, identity }: Background): number | null {
  const annual = identity.role === 'annual_report'
  if (time !== null && time.relative === null) {
    return time.partial || time.shape === 'list' || time.shape === 'vague' ? null : (time.years.at(-1) ?? null)
  }
  if (time !== null) return annual && own.own !== null ? own.own - (time.relative === 'previous' ? 1 : 0) : null
  if (annual || identity.role === 'acceptance_report') return own.own
  return identity.role === 'plan' || identity.role === 'support_report' ? own.base : null
}
