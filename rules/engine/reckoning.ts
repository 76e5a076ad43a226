import type { Fact } from '../../schemas/fact.ts'
import data from './reckonings.json' with { type: 'json' }

const pairs = data.pairs.map((pair) => pair.map((pattern) => new RegExp(pattern)) as [RegExp, RegExp])

type Way = 0 | 1 | null
const known = new WeakMap<Fact, readonly Way[]>()

/** Which way of each pair the print around a value tells: 0 or 1; null where it tells neither or both. Asked once of each fact. */
function toldBy(fact: Fact): readonly Way[] {
  const before = known.get(fact)
  if (before) return before
  const text = fact.evidence.text ?? ''
  const ways = pairs.map(([first, second]): Way => {
    const [one, other] = [first.test(text), second.test(text)]
    return one === other ? null : one ? 0 : 1
  })
  known.set(fact, ways)
  return ways
}

/** True where two values are told to be reckoned in two ways (综合能耗（当量值）, 综合能耗（等价值）), so that they need not agree. */
export function reckonedApart(a: Fact, b: Fact): boolean {
  const right = toldBy(b)
  return toldBy(a).some((way, at) => way !== null && right[at] !== null && right[at] !== way)
}

/** A document's facts without those told in the lesser way where it tells the other, too. */
export function inOneReckoning(facts: readonly Fact[]): Fact[] {
  const key = ({ subject, year, kind }: Fact) => `${subject}|${year}|${kind}`
  const better = new Set(facts.flatMap((fact) => toldBy(fact).flatMap((way, at) => (way === 1 ? [`${at}|${key(fact)}`] : []))))
  return better.size === 0
    ? [...facts]
    : facts.filter((fact) => !toldBy(fact).some((way, at) => way === 0 && better.has(`${at}|${key(fact)}`)))
}
