import type { Fact } from '../client/review-types.ts'

export type Reading = { readonly raw: string; readonly by: 'now' | 'second' | 'original' }

/** What this print was read as: the reading that stands, a second reader's, and the first one where it has been corrected. */
export function readingsOf(fact: Fact): Reading[] {
  const readings: Reading[] = [{ raw: fact.raw, by: 'now' }]
  const add = (raw: string, by: Reading['by']) => {
    if (raw !== '' && readings.every((reading) => reading.raw !== raw)) readings.push({ raw, by })
  }
  if (fact.misread !== undefined) add(fact.misread.raw, 'original')
  for (const raw of [fact.recognition?.second ?? '', ...(fact.recognition?.others ?? [])]) add(raw, 'second')
  return readings.slice(0, 4)
}
