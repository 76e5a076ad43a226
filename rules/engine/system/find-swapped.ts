import type { Fact } from '../../../schemas/fact.ts'
import type { Dossier } from '../../dossier.ts'
import { saysTheSame } from '../diagnose/printed.ts'
import { factKey, factsByDocument } from '../index-facts.ts'
import type { Voice, Voices } from './voices.ts'

/** Whether two prints stand for the same digits in the same canonical unit. */
const same = (a: Fact, b: Fact): boolean => a.canonical?.unit === b.canonical?.unit && saysTheSame(a, b)

/** The facts of the same document that a swap of two rows or of two columns could have exchanged this one with. */
function neighbours(fact: Fact, dossier: Dossier): Fact[] {
  const own = factsByDocument(dossier).get(fact.document)
  if (own === undefined || fact.year === null) return []
  const column = [-1, 1].flatMap((away) => own.get(factKey(fact.subject, (fact.year ?? 0) + away, fact.kind)) ?? [])
  const row = [...own.values()].flatMap(([one]) =>
    one && one.year === fact.year && one.kind === fact.kind && one.subject !== fact.subject && one.canonical?.unit === fact.canonical?.unit
      ? [one]
      : [],
  )
  return [...row, ...column]
}

/** The voices that have changed places with a wrong one: each says what the other documents say of the other. */
export function findSwapped(voice: Voice, voices: Voices, dossier: Dossier): Voice[] {
  const said = (key: string, except: Voice): Fact[] => voices.about(key).flatMap((one) => (one === except ? [] : one.facts))
  return voice.facts.flatMap((fact) =>
    neighbours(fact, dossier).flatMap((other) => {
      const partner = voices.of(other)
      if (partner === undefined || same(fact, other)) return []
      const exchanged = said(partner.key, partner).some((one) => same(one, fact)) && said(voice.key, voice).some((one) => same(one, other))
      return exchanged ? [partner] : []
    }),
  )
}
