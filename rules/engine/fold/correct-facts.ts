import type { Fact } from '../../../schemas/fact.ts'
import type { CheckResult, Rule } from '../../define-rule.ts'
import type { Dossier } from '../../dossier.ts'
import { placeOf } from './fault.ts'

/** The same fact in the same place, saying what another one says. */
export const sayLike = (fact: Fact, right: Pick<Fact, 'value' | 'unit' | 'canonical' | 'interval' | 'text' | 'raw'>): Fact => ({
  ...fact,
  value: right.value,
  unit: right.unit,
  canonical: right.canonical,
  interval: right.interval,
  text: right.text,
  raw: right.raw,
})

/** The dossier as it would stand with some facts corrected (by id). */
export function correctFacts(dossier: Dossier, corrections: ReadonlyMap<string, Fact>): Dossier {
  const corrected = (facts: readonly Fact[]) => facts.map((fact) => corrections.get(fact.id) ?? fact)
  return {
    ...dossier,
    facts: corrected(dossier.facts),
    documents: dossier.documents.map((document) => ({ ...document, facts: corrected(document.facts) })),
  }
}

/** The places where these rules still fail once the facts are corrected. */
export function stillFailing(rules: readonly Rule[], dossier: Dossier, corrections: ReadonlyMap<string, Fact>): ReadonlySet<string> {
  const corrected = correctFacts(dossier, corrections)
  const failing = (result: CheckResult) => result.outcome === 'failed'
  return new Set(rules.flatMap((rule) => rule.run(corrected).filter(failing).map(placeOf)))
}
