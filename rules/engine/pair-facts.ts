import type { Role } from '../../schemas/dossier.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { Reading } from '../../schemas/reading.ts'
import type { Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { factsByDocument } from './index-facts.ts'

/** What two documents (or one, with itself) state about the same subject, year and kind. */
export type Sides = Target & { readonly left: readonly Fact[]; readonly right: readonly Fact[] }

/** The area of the park belongs to scope/boundary, which looks at it over all years and documents at once. */
const ownedElsewhere = new Set(['park_area'])

/** Facts that this family compares: bound to a year, and not the Standard quoted. */
export const comparable = (fact: Fact): boolean => fact.year !== null && fact.kind !== 'standard' && !ownedElsewhere.has(fact.subject)

/** What two documents both speak of, once for each subject, year and kind that `wanted` lets through. */
export function* pairDocuments(
  dossier: Dossier,
  left: Reading,
  right: Reading,
  wanted: (fact: Fact) => boolean = comparable,
): Generator<Sides> {
  const index = factsByDocument(dossier)
  const rightFacts = index.get(right.id)
  if (!rightFacts) return
  for (const [key, facts] of index.get(left.id) ?? []) {
    const others = rightFacts.get(key)
    const [first] = facts
    if (others && first && wanted(first))
      yield { subject: first.subject, year: first.year, left: facts, right: others, facts: [...facts, ...others] }
  }
}

/** The same for every pair of a document that has one of the left roles with one that has one of the right. */
export function* pairRoles(
  dossier: Dossier,
  leftRoles: readonly Role[],
  rightRoles: readonly Role[],
  wanted?: (fact: Fact) => boolean,
): Generator<Sides> {
  for (const left of dossier.documents.filter((document) => leftRoles.includes(document.identity.role)))
    for (const right of dossier.documents.filter((document) => rightRoles.includes(document.identity.role)))
      if (left.id !== right.id) yield* pairDocuments(dossier, left, right, wanted)
}
