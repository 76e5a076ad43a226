import type { Sum } from '../../../schemas/reading.ts'
import type { Dossier } from '../../dossier.ts'
import { minus, plus } from '../evaluate-interval.ts'
import { factsByDocument } from '../index-facts.ts'
import { exactly, fromSpan, type Interval, overlap } from '../interval.ts'
import { placeKey } from '../place-key.ts'
import { type Answer, type Constraint, holds } from './constraint.ts'
import type { Voice, Voices } from './voices.ts'
import type { World } from './world.ts'

/** One number of a sum: the voice that the same cell speaks with as a fact, or an element of its own. */
export type Term = { readonly number: number; readonly interval: Interval; readonly voice: Voice | undefined; readonly place: string }

export type SumTerms = { readonly sum: Sum; readonly total: Term; readonly parts: readonly Term[] }

/** The printed sums of a dossier, a cell that stands in several of them being one element; elements are numbered from `first`. */
export function findSumTerms(dossier: Dossier, voices: Voices, first: number): { sums: SumTerms[]; next: number } {
  const places = new Map<string, Voice>()
  const documents = new Set(dossier.sums.map(({ document }) => document))
  for (const [id, own] of factsByDocument(dossier))
    if (documents.has(id))
      for (const fact of [...own.values()].flat()) {
        const voice = voices.of(fact)
        if (voice) places.set(placeKey(fact), voice)
      }
  const numbers = new Map<string, number>()
  let next = first
  const term = (document: string, { evidence, raw, interval }: Sum['total']): Term => {
    const place = placeKey({ document, evidence, raw })
    const voice = places.get(place)
    const number = voice?.number ?? numbers.get(place) ?? next++
    numbers.set(place, number)
    return { number, interval: fromSpan(interval), voice, place }
  }
  const sums = dossier.sums.map((sum) => {
    const { document } = sum
    return {
      sum,
      total: term(document, sum.total),
      parts: sum.parts.map((part) => term(document, part)),
    }
  })
  return { sums, next }
}

const added = (parts: readonly Interval[]): Interval => parts.reduce(plus, exactly(0))

function ask({ sum, total, parts }: SumTerms, world: World): Answer {
  const all = [total, ...parts]
  const wrong = all.filter(({ number }) => world.isWrong(number))
  if (wrong.length > 1 || (sum.completeness === 'some' && wrong.length > 0)) return holds
  const of = new Set(all.filter((one) => !wrong.includes(one)).map(({ number }) => number))
  const [missing] = wrong
  if (missing === undefined) {
    const together = added(parts.map(({ interval }) => interval))
    const agrees = sum.completeness === 'all' ? overlap(together, total.interval) : together.low.lte(total.interval.high)
    return agrees ? holds : { is: 'conflict', of }
  }
  const others = added(parts.filter((part) => part !== missing).map(({ interval }) => interval))
  const allowed = missing === total ? others : minus(total.interval, others)
  return { is: 'open', key: missing.place, allowed, of }
}

/** The constraints that printed sums make. */
export const findSumConstraints = (sums: readonly SumTerms[]): Constraint[] =>
  sums.map((terms) => ({ inputs: [terms.total, ...terms.parts].map(({ number }) => number), ask: (world) => ask(terms, world) }))
