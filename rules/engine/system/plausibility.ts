import type { Fact } from '../../../schemas/fact.ts'
import type { Dossier } from '../../dossier.ts'
import { Decimal } from '../decimal.ts'
import { factKey, factsByKey } from '../index-facts.ts'
import authority from './authority.json' with { type: 'json' }
import type { Voice } from './voices.ts'

/** A value so many times as far from its neighbours as another print of it is far out. */
const FAR = 2

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

/** How many times as large or as small as its neighbours in time a value is; null where that cannot be asked. */
function findLeap(fact: Fact, dossier: Dossier): Decimal | null {
  const value = new Decimal(fact.canonical?.value ?? 0)
  const near = [-1, 1].flatMap((away) => stated(fact, away, dossier)[0]?.canonical?.value ?? []).map((one) => new Decimal(one))
  if (fact.kind !== 'actual' || near.length === 0 || [value, ...near].some((one) => one.lte(0))) return null
  return Decimal.max(...near.map((one) => (value.gt(one) ? value.div(one) : one.div(value))))
}

const leaps = new WeakMap<Dossier, Map<Fact, Decimal | null>>()

function leapOf(fact: Fact, dossier: Dossier): Decimal | null {
  const known = leaps.get(dossier) ?? new Map<Fact, Decimal | null>()
  leaps.set(dossier, known)
  const leap = known.get(fact) ?? findLeap(fact, dossier)
  known.set(fact, leap)
  return leap
}

/**
 * How believable a voice is beside the others about the same (1: as any other): less where its value is another year's, or
 * lies far outside its series while another voice's does not.
 */
export function plausibility(voice: Voice, others: readonly Voice[], dossier: Dossier): number {
  const [fact] = voice.facts
  if (fact === undefined) return 1
  const own = leapOf(fact, dossier)
  const theirs = others.flatMap(({ facts: [one] }) => (one ? (leapOf(one, dossier) ?? []) : []))
  const far = own !== null && theirs.length > 0 && own.gt(Decimal.min(...theirs).times(FAR))
  return (isOtherYears(fact, dossier) ? authority.otherYear : 1) * (far ? authority.farOut : 1)
}
