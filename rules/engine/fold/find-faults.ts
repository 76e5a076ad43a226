import type { Fact } from '../../../schemas/fact.ts'
import type { CheckResult, Rule } from '../../define-rule.ts'
import type { Dossier } from '../../dossier.ts'
import { agree, isSure } from '../agree-facts.ts'
import { factsByKey, keyOf } from '../index-facts.ts'
import { chooseRight } from './choose-right.ts'
import { clusterFacts } from './cluster-facts.ts'
import { correctFacts, sayLike } from './correct-facts.ts'
import { type Fault, rank } from './fault.ts'

/** With more contradictions than this the recalculations are not consulted to tell which value is right. */
const MOST_CONSULTED = 40

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

/** Every wrong value of one subject and year, each with all the comparisons that it failed; `context` is what tells which is wrong. */
function faultsOf(results: readonly CheckResult[], dossier: Dossier, recalculation: Rule | undefined, context: Dossier): Fault[] {
  const choice = chooseRight(clusterFacts(bearing(results, dossier), dossier.standard), context, recalculation)
  const faults: Fault[] = []
  const left = new Set(results)
  for (const wrong of choice.wrong) {
    const touched = results.filter((result) => touches(result, wrong, dossier)).sort((a, b) => rank(a) - rank(b))
    const [main, ...also] = touched
    if (!main) continue
    for (const result of touched) left.delete(result)
    faults.push({ main, also, wrong, right: choice.right, sure: choice.sure })
  }
  for (const main of left)
    faults.push({ main, also: [], wrong: main.failure?.odds?.slice(0, 1) ?? [], right: main.failure?.odds?.slice(1) ?? [], sure: false })
  return faults
}

/** The corrections that clear faults call for. */
const clear = (faults: readonly Fault[]): Map<string, Fact> =>
  new Map(
    faults
      .filter((fault) => fault.sure)
      .flatMap(({ wrong, right }) => wrong.flatMap((fact) => (right[0] ? [[fact.id, sayLike(fact, right[0])] as const] : []))),
  )

/**
 * Folds the failed comparisons: one fault for each wrong value, under the first rule that it breaks. Where nothing tells
 * which value is wrong it is asked again with the clear faults corrected, since those may have hidden the answer.
 */
export function findFaults(results: readonly CheckResult[], dossier: Dossier, rules: readonly Rule[]): Fault[] {
  const byValue = new Map<string, CheckResult[]>()
  for (const result of results) {
    const key = [result.subject, result.year, result.facts[0]?.kind].join('|')
    byValue.set(key, [...(byValue.get(key) ?? []), result])
  }
  const recalculation = byValue.size > MOST_CONSULTED ? undefined : rules.find((rule) => rule.id === 'formula/recalculation')
  const first = [...byValue.values()].map((one) => ({ results: one, faults: faultsOf(one, dossier, recalculation, dossier) }))
  const corrections = clear(first.flatMap((one) => one.faults))
  if (corrections.size === 0) return first.flatMap((one) => one.faults)
  const corrected = correctFacts(dossier, corrections)
  return first.flatMap((one) =>
    one.faults.every((fault) => fault.sure) ? one.faults : faultsOf(one.results, dossier, recalculation, corrected),
  )
}
