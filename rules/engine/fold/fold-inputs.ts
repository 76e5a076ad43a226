import type { CheckResult } from '../../define-rule.ts'
import type { Dossier } from '../../dossier.ts'
import { toSpan } from '../interval.ts'
import { placeKey } from '../place-key.ts'
import type { SystemDiagnosis } from '../system/diagnose-system.ts'
import type { Voice } from '../system/voices.ts'
import { type Fault, rank } from './fault.ts'

/** The failed recalculations that a wrong input is to blame for: it went into them, and their own results are right. */
const blamedOn = (voice: Voice, results: readonly CheckResult[], diagnosis: SystemDiagnosis): CheckResult[] =>
  results.filter(
    ({ rule, facts, failure }) =>
      rule === 'formula/recalculation' &&
      failure?.suspect !== undefined &&
      !diagnosis.isWrong(failure.suspect) &&
      voice.facts.some((fact) => facts.includes(fact)),
  )

/**
 * Wrong inputs that only one place states, so that nothing but their indicators tells: one fault on the input for all the
 * recalculations that it upsets. Only where the input is clearly to blame; else each result stays suspected itself.
 */
export function foldInputs(results: readonly CheckResult[], contradictions: readonly Fault[], diagnosis: SystemDiagnosis): Fault[] {
  const told = new Set(contradictions.flatMap(({ wrong }) => wrong))
  const taken = new Set<CheckResult>()
  return diagnosis.wrong.flatMap((voice): Fault[] => {
    if (voice.facts.some((fact) => told.has(fact))) return []
    const [main, ...also] = blamedOn(voice, results, diagnosis)
      .filter((result) => !taken.has(result))
      .sort((a, b) => rank(a) - rank(b))
    if (!main || !diagnosis.isClear(voice)) return []
    for (const result of [main, ...also]) taken.add(result)
    const solved = diagnosis.solvedFor(voice)
    return [{ main, also, wrong: voice.facts, right: [], sure: true, solved: solved && toSpan(solved) }]
  })
}

/** Failed sums that share the one cell which is wrong are one fault, the cell first among its places. */
export function foldSums(results: readonly CheckResult[], faults: readonly Fault[], dossier: Dossier, diagnosis: SystemDiagnosis): Fault[] {
  const byPlace = new Map<string, Fault>()
  const kept: Fault[] = []
  for (const main of results) {
    const sum = dossier.sums.find(({ total }) => total.evidence === main.failure?.places?.[0]?.evidence)
    const terms = sum ? [sum.total, ...sum.parts].map((term) => ({ term, place: placeKey({ document: sum.document, ...term }) })) : []
    const owner = sum && faults.find(({ wrong }) => wrong.some((fact) => terms.some(({ place }) => place === placeKey(fact))))
    const culprit = terms.find(({ place }) => diagnosis.wrongPlaces.has(place))
    const first = culprit && byPlace.get(culprit.place)
    if (owner) owner.also.push(main)
    else if (first) first.also.push(main)
    else {
      const fault: Fault = { main, also: [], wrong: [], right: [], sure: false }
      if (culprit) byPlace.set(culprit.place, fault)
      kept.push(fault)
    }
  }
  return kept
}
