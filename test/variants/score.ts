import { Decimal } from '../../rules/engine/decimal.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { TruthFact } from './document.ts'

export type Score = { hit: number; missed: number; extra: number; f1: number; notes: string[] }

type Read = Pick<Fact, 'subject' | 'year' | 'kind' | 'canonical' | 'text' | 'raw'>

const same = (truth: TruthFact, fact: Read): boolean => {
  if (truth.subject !== fact.subject || truth.year !== fact.year || truth.kind !== fact.kind) return false
  if (truth.value === null) return (truth.text ?? null) === fact.text
  if (!fact.canonical) return false
  const [a, b] = [new Decimal(truth.value), new Decimal(fact.canonical.value)]
  return a
    .minus(b)
    .abs()
    .lte(Decimal.max(a.abs(), b.abs(), '1e-12').mul('1e-9'))
}

const told = (fact: TruthFact | Read): string =>
  [fact.subject, fact.year, fact.kind, ('canonical' in fact ? fact.canonical?.value : fact.value) ?? fact.text].join(' ')

/** Holds what was read of one document against its truth: each fact counts once per subject, year, kind and value; optional truth counts neither way. */
export function score(truth: readonly TruthFact[], read: readonly Read[]): Score {
  const seen = new Set<TruthFact>()
  const extras = new Map<string, string>()
  for (const fact of read) {
    const match = truth.find((one) => !seen.has(one) && same(one, fact)) ?? truth.find((one) => same(one, fact))
    if (!match) {
      extras.set(told(fact), `extra  ${told(fact)}  «${fact.raw}»`)
      continue
    }
    // A value printed twice is one fact: all its prints count as seen.
    for (const one of truth) if (same(one, fact)) seen.add(one)
  }
  const asked = new Map<string, { fact: TruthFact; seen: boolean }>()
  for (const fact of truth) {
    if (fact.optional) continue
    asked.set(told(fact), { fact, seen: seen.has(fact) })
  }
  const hit = [...asked.values()].filter((one) => one.seen).length
  const missed = asked.size - hit
  const notes = [...asked.values()]
    .filter((one) => !one.seen)
    .map(({ fact }) => `missed ${told(fact)}  «${fact.printed ?? fact.text ?? ''}${fact.unit ?? ''}»`)
  return { hit, missed, extra: extras.size, f1: f1(hit, missed, extras.size), notes: [...notes, ...extras.values()] }
}

export const f1 = (hit: number, missed: number, extra: number): number =>
  hit + missed + extra === 0 ? 1 : (2 * hit) / (2 * hit + missed + extra)
