import type { Fact } from '../../../schemas/fact.ts'
import type { Dossier } from '../../dossier.ts'
import { Decimal } from '../decimal.ts'
import { factKey, factsByKey } from '../index-facts.ts'
import authority from './authority.json' with { type: 'json' }
import type { Voice } from './voices.ts'

/** A value this much farther (as a power of ten) from its neighbours than another print of it is far out: twice is. */
const FAR = 0.3

const stated = ({ subject, year, kind }: Fact, away: number, dossier: Dossier): readonly Fact[] =>
  factsByKey(dossier).get(factKey(subject, (year ?? 0) + away, kind)) ?? []

/** True where exactly one other year has this very value: in a level series several do. */
function isOtherYears(fact: Fact, dossier: Dossier): boolean {
  const years = [-3, -2, -1, 1, 2, 3].map((away) => stated(fact, away, dossier)).filter((facts) => facts.length > 0)
  const alike = years.filter((facts) =>
    facts.some((one) => one.canonical !== null && fact.canonical !== null && new Decimal(one.canonical.value).eq(fact.canonical.value)),
  )
  return fact.year !== null && years.length > 1 && alike.length === 1
}

/** How far a value is from its neighbours in time, as a power of ten; undefined where that cannot be asked. */
function leap(fact: Fact, dossier: Dossier): number | undefined {
  const value = new Decimal(fact.canonical?.value ?? 0)
  const near = [-1, 1].flatMap((away) => stated(fact, away, dossier)[0]?.canonical?.value ?? []).map((one) => new Decimal(one))
  if (fact.kind !== 'actual' || near.length === 0 || [value, ...near].some((one) => one.lte(0))) return undefined
  return Math.max(...near.map((one) => Math.abs(value.div(one).log(10).toNumber())))
}

/**
 * How believable a voice is beside the others about the same (1: as any other): less where its value is another year's, or
 * lies far outside its series while another voice's does not.
 */
export function plausibility(voice: Voice, others: readonly Voice[], dossier: Dossier): number {
  const [fact] = voice.facts
  if (fact === undefined) return 1
  const own = leap(fact, dossier)
  const nearest = Math.min(...others.flatMap(({ facts: [one] }) => (one ? (leap(one, dossier) ?? []) : [])))
  const far = own !== undefined && own - nearest > FAR
  return (isOtherYears(fact, dossier) ? authority.otherYear : 1) * (far ? authority.farOut : 1)
}
