import type { Fact, Kind } from '../../schemas/fact.ts'
import type { Dossier } from '../dossier.ts'

/** What a fact is about, as one string: facts with the same key can be held against each other. */
export type FactKey = string

export const factKey = (subject: string, year: number | null, kind: Kind): FactKey => `${subject}|${year ?? ''}|${kind}`
export const keyOf = (fact: Pick<Fact, 'subject' | 'year' | 'kind'>): FactKey => factKey(fact.subject, fact.year, fact.kind)

const byDocument = new WeakMap<readonly Fact[], ReadonlyMap<string, ReadonlyMap<FactKey, readonly Fact[]>>>()
const byKey = new WeakMap<readonly Fact[], ReadonlyMap<FactKey, readonly Fact[]>>()

/** Puts facts into lists by a key, keeping their order. */
export function groupFacts<K>(facts: Iterable<Fact>, key: (fact: Fact) => K): Map<K, Fact[]> {
  const groups = new Map<K, Fact[]>()
  for (const fact of facts) {
    const group = groups.get(key(fact))
    if (group) group.push(fact)
    else groups.set(key(fact), [fact])
  }
  return groups
}

/** The facts of each document by what they are about; built once per dossier. */
export function factsByDocument({ facts }: Pick<Dossier, 'facts'>): ReadonlyMap<string, ReadonlyMap<FactKey, readonly Fact[]>> {
  const found =
    byDocument.get(facts) ?? new Map([...groupFacts(facts, (fact) => fact.document)].map(([id, own]) => [id, groupFacts(own, keyOf)]))
  byDocument.set(facts, found)
  return found
}

/** All facts by what they are about, whichever document states them; built once per dossier. */
export function factsByKey({ facts }: Pick<Dossier, 'facts'>): ReadonlyMap<FactKey, readonly Fact[]> {
  const found = byKey.get(facts) ?? groupFacts(facts, keyOf)
  byKey.set(facts, found)
  return found
}
