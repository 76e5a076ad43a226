import type { CheckResult } from '../../rules/define-rule.ts'
import type { Dossier } from '../../rules/dossier.ts'
import { findSubject, subjectsOf } from '../../rules/engine/know-subject.ts'
import recalculation from '../../rules/formula/recalculation.ts'
import type { Fact } from '../../schemas/fact.ts'
import { withFacts } from './clean-dossier.ts'
import { type Planted, statedAlso } from './plant.ts'
import { meaning, standard } from './printed-fact.ts'

/**
 * decidable: more speaks for the right value than for the wrong one ·
 * even: exactly as much speaks for either, so that no reader of the dossier could tell which is wrong ·
 * silent: no check looks at the wrong value and finds it at odds with anything
 */
export type Decidable = 'decidable' | 'even' | 'silent'

/** Facts that a recalculation with this subject could need, so that not the whole dossier is asked. */
function about({ subject }: Fact, dossier: Dossier): Dossier {
  const uses = dossier.standard.indicators.filter(({ id }) => id === subject || findSubject(id, standard)?.inputs.includes(subject))
  const needed = new Set([subject, ...uses.flatMap(({ id }) => [id, ...(subjectsOf(standard).get(id)?.inputs ?? [])])])
  const ids = new Set(uses.map(({ id }) => id))
  const facts = dossier.facts.filter((fact) => needed.has(fact.subject))
  return { ...dossier, facts, standard: { ...dossier.standard, indicators: dossier.standard.indicators.filter(({ id }) => ids.has(id)) } }
}

const failures = (subject: Fact, dossier: Dossier): number =>
  recalculation.run(about(subject, dossier)).filter(({ outcome }) => outcome === 'failed').length

const voices = (facts: readonly Fact[]): number => new Set(facts.map(({ document }) => document)).size

/**
 * Told without the product's diagnosis, by counting. The wrong value's story: only its own documents are right, so that every
 * document that says otherwise has to be changed, and every result that was computed with what those say. The right value's
 * story: the planted documents are changed, and every result that does not follow from the value put right.
 */
export function decidable(clean: Dossier, { dossier, culprits }: Planted, checks: readonly CheckResult[]): Decidable {
  const [wrong] = culprits
  if (wrong === undefined) return 'silent'
  const planted = culprits.filter((fact) => fact.subject === wrong.subject && fact.year === wrong.year)
  const others = statedAlso(wrong, dossier).filter((fact) => !planted.some(({ id }) => id === fact.id))
  const asked = checks.filter(
    ({ outcome, facts }) => outcome === 'failed' && facts.some(({ id }) => planted.some((fact) => fact.id === id)),
  )
  if (asked.length === 0) return 'silent'
  const alike = (fact: Fact): Fact => ({ ...fact, unit: wrong.unit, ...meaning(fact.subject, wrong.unit ?? '', wrong.value ?? '') })
  const rewritten = withFacts(dossier, new Map(others.map((fact) => [fact.id, alike(fact)])))
  const derived = findSupport(wrong, dossier)
  const costOfWrong = voices(others) + failures(wrong, rewritten) + (derived ? 1 : 0)
  // A wrong result that several documents print alike is one mistake that was copied; two documents misprint apart.
  const costOfRight = isResult(wrong) ? 1 : voices(planted)
  return costOfWrong > costOfRight + failures(wrong, clean) ? 'decidable' : 'even'
}

const isResult = ({ subject }: Fact): boolean => (findSubject(subject, standard)?.inputs.length ?? 0) > 0

/** Whether the inputs of a result that does not follow from them are stated by another document as well, which then would be wrong too. */
function findSupport(result: Fact, dossier: Dossier): boolean {
  if (!isResult(result) || failures(result, dossier) === 0) return false
  const inputs = findSubject(result.subject, standard)?.inputs ?? []
  return inputs.every(
    (input) => voices(dossier.facts.filter((fact) => fact.subject === input && fact.year === result.year && fact.kind === 'actual')) > 1,
  )
}
