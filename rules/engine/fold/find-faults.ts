import type { Fact } from '../../../schemas/fact.ts'
import type { CheckResult } from '../../define-rule.ts'
import type { Dossier } from '../../dossier.ts'
import { agree, isSure } from '../agree-facts.ts'
import { factsByKey, keyOf } from '../index-facts.ts'
import type { SystemDiagnosis } from '../system/diagnose-system.ts'
import { clusterFacts } from './cluster-facts.ts'
import { type Fault, rank } from './fault.ts'

/** The values that bear on a contradiction: of the failed checks, and wherever else the same is stated in the same prices and read surely. */
function bearing(results: readonly CheckResult[], dossier: Dossier): Fact[] {
  const odds = results.flatMap((result) => result.failure?.odds ?? [])
  const [first] = odds
  const all = new Set([
    ...odds,
    ...results.flatMap((result) => result.facts),
    ...(first ? (factsByKey(dossier).get(keyOf(first)) ?? []) : []),
  ])
  const years = new Set(odds.map((fact) => fact.year))
  return [...all].filter(
    (fact) =>
      odds.includes(fact) || (years.has(fact.year) && isSure(fact) && odds.some((one) => agree(one, fact, dossier.standard) !== undefined)),
  )
}

const touches = (result: CheckResult, wrong: readonly Fact[], dossier: Dossier): boolean =>
  wrong.some((fact) => result.facts.includes(fact) && result.facts.some((other) => agree(fact, other, dossier.standard) === false))

/** Every wrong value of one subject and year, each with all the comparisons that it failed. */
function faultsOf(results: readonly CheckResult[], dossier: Dossier, diagnosis: SystemDiagnosis): Fault[] {
  const facts = bearing(results, dossier)
  const [right = []] = clusterFacts(
    facts.filter((fact) => !diagnosis.isWrong(fact)),
    dossier.standard,
  )
  const faults: Fault[] = []
  const left = new Set(results)
  for (const wrong of clusterFacts(facts.filter(diagnosis.isWrong), dossier.standard)) {
    const [main, ...also] = results.filter((result) => touches(result, wrong, dossier)).sort((a, b) => rank(a) - rank(b))
    if (!main) continue
    for (const result of [main, ...also]) left.delete(result)
    const voices = new Set(wrong.flatMap((fact) => diagnosis.voices.of(fact) ?? []))
    faults.push({ main, also, wrong, right, sure: right.length > 0 && [...voices].every(diagnosis.isClear) })
  }
  for (const main of left)
    faults.push({ main, also: [], wrong: main.failure?.odds?.slice(0, 1) ?? [], right: main.failure?.odds?.slice(1) ?? [], sure: false })
  return faults
}

/** Folds the failed comparisons: one fault for each wrong value, under the first rule that it breaks. */
export function findFaults(results: readonly CheckResult[], dossier: Dossier, diagnosis: SystemDiagnosis): Fault[] {
  const byValue = new Map<string, CheckResult[]>()
  for (const result of results) {
    const key = [result.subject, result.year, result.facts[0]?.kind].join('|')
    byValue.set(key, [...(byValue.get(key) ?? []), result])
  }
  return [...byValue.values()].flatMap((one) => faultsOf(one, dossier, diagnosis))
}
