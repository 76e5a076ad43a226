import type { Fact } from '../../../schemas/fact.ts'
import type { CheckResult, Rule } from '../../define-rule.ts'
import type { Dossier } from '../../dossier.ts'
import { subjectsOf } from '../know-subject.ts'
import { correctionsOf, sayInterval, stillFailing } from './correct-facts.ts'
import { type Fault, placeOf, rank } from './fault.ts'

const byFact = (faults: readonly Fault[]): Map<string, Fault> =>
  new Map(faults.flatMap((fault) => fault.wrong.map((fact) => [fact.id, fault] as const)))

/** Whether an indicator's formula, or the condition that its threshold depends on, reads a quantity. */
const reads = (subject: string | null, quantity: string | null, { standard }: Dossier): boolean => {
  const indicator = subject === null ? null : subjectsOf(standard).get(subject)?.indicator
  return (
    quantity !== null &&
    indicator != null &&
    new RegExp(`\\b${quantity}\\b`).test(`${indicator.formula} ${JSON.stringify(indicator.threshold)}`)
  )
}

/** The fault that a mended check follows from: the one whose wrong number it used, or that is about a quantity it reads. */
function originOf(result: CheckResult, faults: readonly Fault[], owner: ReadonlyMap<string, Fault>, dossier: Dossier): Fault | undefined {
  for (const fact of result.facts) {
    const fault = owner.get(fact.id)
    if (fault) return fault
  }
  return (
    faults.find((fault) => fault.main.subject === result.subject) ??
    faults.find((fault) => reads(result.subject, fault.main.subject, dossier))
  )
}

/**
 * Folds what would not fail if the wrong numbers were right: each wrong fact is made to say what the right one says, the
 * rules are asked again, and a check that then holds is further evidence of that fault. Answers what stands on its own.
 */
export function foldConsequences(
  faults: readonly Fault[],
  others: readonly CheckResult[],
  dossier: Dossier,
  rules: readonly Rule[],
): CheckResult[] {
  const corrections = new Map(faults.flatMap(correctionsOf))
  if (corrections.size === 0 || others.length === 0) return [...others]
  const failing = stillFailing(
    rules.filter((rule) => others.some((result) => result.rule === rule.id)),
    dossier,
    corrections,
  )
  const owner = byFact(faults)
  return others.filter((result) => {
    const origin = failing.has(placeOf(result)) ? undefined : originOf(result, faults, owner, dossier)
    origin?.also.push(result)
    return origin === undefined
  })
}

/** Folds the verdicts that a miscalculated indicator alone is to blame for: with the recomputed value they would hold. */
export function foldVerdicts(
  faults: readonly Fault[],
  others: readonly CheckResult[],
  dossier: Dossier,
  rules: readonly Rule[],
): CheckResult[] {
  const corrections = new Map<string, Fact>()
  for (const { main, also } of faults)
    for (const { rule, failure } of [main, ...also])
      if (rule === 'formula/recalculation' && failure?.suspect && failure.expectedValue)
        corrections.set(failure.suspect.id, sayInterval(failure.suspect, failure.expectedValue))
  if (corrections.size === 0 || others.length === 0) return [...others]
  const failing = stillFailing(
    rules.filter((rule) => others.some((result) => result.rule === rule.id)),
    dossier,
    corrections,
  )
  const owner = new Map(
    faults.flatMap((fault) =>
      [fault.main, ...fault.also].flatMap(({ failure }) => (failure?.suspect ? [[failure.suspect.id, fault] as const] : [])),
    ),
  )
  return others.filter((result) => {
    const origin = failing.has(placeOf(result)) ? undefined : originOf(result, [], owner, dossier)
    origin?.also.push(result)
    return origin === undefined
  })
}

/** Folds verdicts on one and the same value: a goal missed by a value that misses the Standard already. */
export function foldSameValue(verdicts: readonly Fault[]): Fault[] {
  const kept: Fault[] = []
  for (const fault of [...verdicts].sort((a, b) => rank(a.main) - rank(b.main))) {
    const { main } = fault
    const first =
      main.rule === 'plan/target-missed'
        ? kept.find((one) => one.main.rule.startsWith('standard/') && one.main.severity === 'error' && sameValue(one.main, main))
        : undefined
    if (first) first.also.push(main, ...fault.also)
    else kept.push(fault)
  }
  return kept
}

const sameValue = (a: CheckResult, b: CheckResult): boolean => {
  const ids = new Set(a.facts.filter((fact) => fact.kind === 'actual').map((fact) => fact.id))
  return b.facts.some((fact) => ids.has(fact.id))
}
