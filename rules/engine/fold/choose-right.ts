import type { Indicator } from '../../../schemas/edition.ts'
import type { Fact } from '../../../schemas/fact.ts'
import type { Rule } from '../../define-rule.ts'
import type { Dossier } from '../../dossier.ts'
import { Decimal } from '../decimal.ts'
import { factKey, factsByKey } from '../index-facts.ts'
import { subjectsOf } from '../know-subject.ts'
import { sayLike } from './correct-facts.ts'

/** Which of several values of one subject and year is right, how much speaks for it, and the others. */
export type Choice = { readonly right: readonly Fact[]; readonly wrong: readonly (readonly Fact[])[]; readonly sure: boolean }

const weights = { document: 1, plan: 4, recalculation: 2, series: 0.75, farOut: 1, otherYear: 1.5 } as const

/** Twice its neighbour is far for a value of which another print fits in. */
const FAR = 0.3

const neighbours = ({ subject, year, kind }: Fact, dossier: Dossier): Decimal[] =>
  [-1, 1].flatMap((away) => {
    const [near] = factsByKey(dossier).get(factKey(subject, (year ?? 0) + away, kind)) ?? []
    return near?.canonical ? [new Decimal(near.canonical.value)] : []
  })

/** True where exactly one other year has this very value: in a level series several do. */
function isOtherYears(fact: Fact, dossier: Dossier): boolean {
  const years = [-3, -2, -1, 1, 2, 3]
    .flatMap((away) => [factsByKey(dossier).get(factKey(fact.subject, (fact.year ?? 0) + away, fact.kind)) ?? []])
    .filter((facts) => facts.length > 0)
  const alike = years.filter((facts) =>
    facts.some((one) => one.canonical !== null && fact.canonical !== null && new Decimal(one.canonical.value).eq(fact.canonical.value)),
  )
  return fact.year !== null && years.length > 1 && alike.length === 1
}

/** How far a value is from its neighbours in time, as a power of ten; undefined where that cannot be asked. */
function leap(fact: Fact, dossier: Dossier): number | undefined {
  const value = new Decimal(fact.canonical?.value ?? 0)
  const near = neighbours(fact, dossier)
  if (fact.kind !== 'actual' || near.length === 0 || [value, ...near].some((one) => one.lte(0))) return undefined
  return Math.max(...near.map((one) => Math.abs(value.div(one).log(10).toNumber())))
}

/** Whether an indicator printed for a year is computed from the value of another: its own year, or any where it is a rate over years. */
const concerns = (fact: Fact, indicator: Indicator, year: number | null): boolean =>
  fact.year === year || /cagr/.test(indicator.formula ?? '')

/** How many printed indicators that use this subject would be wrong if its value were the one of this cluster. */
function contradictions(cluster: readonly Fact[], all: readonly Fact[], dossier: Dossier, recalculation: Rule): number {
  const [like] = cluster
  const [first] = all
  if (!like || !first) return 0
  const inputsOf = (id: string) => subjectsOf(dossier.standard).get(id)?.inputs ?? []
  const uses = new Map(
    dossier.standard.indicators
      .filter(({ id }) => id === first.subject || inputsOf(id).includes(first.subject))
      .map((one) => [one.id, one]),
  )
  if (uses.size === 0) return 0
  const inputs = new Set([first.subject, ...[...uses.keys()].flatMap(inputsOf)])
  const others = new Set(all.filter((fact) => !cluster.includes(fact)).map((fact) => fact.id))
  const bears = (fact: Fact) => {
    const indicator = uses.get(fact.subject)
    return indicator ? concerns(fact, indicator, first.year) : inputs.has(fact.subject)
  }
  const facts = dossier.facts.filter(bears).map((fact) => (others.has(fact.id) ? sayLike(fact, like) : fact))
  const asked = { ...dossier, facts, standard: { ...dossier.standard, indicators: [...uses.values()] } }
  return recalculation.run(asked).filter((result) => result.outcome === 'failed').length
}

/** What speaks for one value: how many documents give it (for a goal, the plan), that the indicators follow from it, that it fits its series. */
function weigh(cluster: readonly Fact[], all: readonly (readonly Fact[])[], dossier: Dossier, recalculation: Rule | undefined): number {
  const [first] = cluster
  if (!first) return 0
  let weight = new Set(cluster.map((fact) => fact.document)).size * weights.document
  if (first.kind === 'target')
    return weight + (cluster.some((fact) => fact.role === 'plan' || fact.role === 'support_report') ? weights.plan : 0)
  if (recalculation) weight -= contradictions(cluster, all.flat(), dossier, recalculation) * weights.recalculation
  const leaps = all.map((one) => (one[0] ? leap(one[0], dossier) : undefined))
  const own = leap(first, dossier)
  if (own !== undefined && leaps.every((one) => one !== undefined && one >= own)) weight += weights.series
  if (own !== undefined && leaps.some((one) => one !== undefined && own - one > FAR)) weight -= weights.farOut
  if (isOtherYears(first, dossier)) weight -= weights.otherYear
  return weight
}

/** Material that is drawn up from the others' figures is believed last where nothing else tells. */
const trust: readonly string[] = ['supporting_data', 'acceptance_report', 'plan', 'support_report', 'application', 'annual_report']
const trusted = (cluster: readonly Fact[]): number =>
  Math.min(...cluster.map(({ role, statedIn }) => (trust.indexOf(role) + 1 || trust.length + 1) * 2 + (statedIn === 'prose' ? 1 : 0)))

/** Chooses the value that most speaks for; `sure` only where it is clearly ahead of every other. */
export function chooseRight(clusters: readonly (readonly Fact[])[], dossier: Dossier, recalculation: Rule | undefined): Choice {
  const weighed = clusters
    .map((cluster) => ({ cluster, weight: weigh(cluster, clusters, dossier, recalculation) }))
    .sort((a, b) => b.weight - a.weight || trusted(a.cluster) - trusted(b.cluster))
  const [best, second] = weighed
  return {
    right: best?.cluster ?? [],
    wrong: weighed.slice(1).map(({ cluster }) => cluster),
    sure: best !== undefined && (second === undefined || best.weight - second.weight >= 1),
  }
}
