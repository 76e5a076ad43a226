import type { Fact, Span } from '../../../schemas/fact.ts'
import type { Growth } from '../../../schemas/reading.ts'
import type { CheckResult, Rule } from '../../define-rule.ts'
import type { Dossier } from '../../dossier.ts'
import { Decimal } from '../decimal.ts'
import { fromSpan, overlap } from '../interval.ts'
import { type Fault, placeOf } from './fault.ts'

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

/** The same fact saying a computed range, of which the middle stands for it. */
export const sayInterval = (fact: Fact, { low, high }: Span): Fact =>
  sayLike(fact, {
    ...fact,
    interval: { low, high },
    canonical: fact.canonical && { ...fact.canonical, value: new Decimal(low).plus(high).div(2).toFixed() },
  })

/** What the facts of a fault should say: what the right value says, or what their formulas ask of them. */
export function correctionsOf({ wrong, right, solved }: Pick<Fault, 'wrong' | 'right' | 'solved'>): [string, Fact][] {
  return wrong.flatMap((fact): [string, Fact][] => {
    const said = right[0] ? sayLike(fact, right[0]) : solved ? sayInterval(fact, solved) : undefined
    return said ? [[fact.id, said]] : []
  })
}

/** The levels that a sentence about growth prints, corrected where a wrong fact of its document is that very level. */
function correctGrowths(dossier: Dossier, corrections: ReadonlyMap<string, Fact>): Growth[] {
  const wrong = dossier.facts.filter((fact) => corrections.has(fact.id) && fact.kind === 'actual')
  const level = (growth: Growth, year: number, span: Span | null): Span | null => {
    const fact = wrong.find(
      (one) =>
        one.document === growth.document &&
        one.subject === growth.subject &&
        one.year === year &&
        span !== null &&
        one.interval !== null &&
        overlap(fromSpan(one.interval), fromSpan(span)),
    )
    return fact === undefined ? span : (corrections.get(fact.id)?.interval ?? span)
  }
  return dossier.growths.map((growth) => ({
    ...growth,
    level: level(growth, growth.year, growth.level),
    fromLevel: level(growth, growth.fromYear, growth.fromLevel),
  }))
}

/** The dossier as it would stand with some facts corrected (by id). */
export function correctFacts(dossier: Dossier, corrections: ReadonlyMap<string, Fact>): Dossier {
  const corrected = (facts: readonly Fact[]) => facts.map((fact) => corrections.get(fact.id) ?? fact)
  return {
    ...dossier,
    facts: corrected(dossier.facts),
    growths: correctGrowths(dossier, corrections),
    documents: dossier.documents.map((document) => ({ ...document, facts: corrected(document.facts) })),
  }
}

/** The places where these rules still fail once the facts are corrected. */
export function stillFailing(rules: readonly Rule[], dossier: Dossier, corrections: ReadonlyMap<string, Fact>): ReadonlySet<string> {
  const corrected = correctFacts(dossier, corrections)
  const failing = (result: CheckResult) => result.outcome === 'failed'
  return new Set(rules.flatMap((rule) => rule.run(corrected).filter(failing).map(placeOf)))
}
