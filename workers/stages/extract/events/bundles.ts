import type { EventKind, ToldEvent } from '../../../../schemas/told.ts'
import data from './bundles.json' with { type: 'json' }
import { expand, type Pattern, type Proof } from './lexicon.ts'

type Printed = {
  readonly kind: string
  readonly aspect?: string
  readonly proof: string
  readonly within: number
  readonly all: readonly string[]
  readonly near?: string
  readonly not?: string
  readonly clause?: boolean
}

/** Where a word of a list stands in a sentence. */
export type Hit = { readonly start: number; readonly end: number }

/** Lists of words that tell an event where one of each comes together; the first list is what happened. */
export type Bundle = {
  readonly pattern: Pattern
  readonly within: number
  readonly lists: readonly RegExp[]
  readonly near: RegExp | null
  readonly not: RegExp | null
  /** True where all words stand in one clause, or the telling word opens the clause behind the others. */
  readonly clause: boolean
}

/** Without one of these words a text tells no event of the kind. */
export const gates: ReadonlyMap<string, RegExp> = new Map(Object.entries(data.gates).map(([kind, words]) => [kind, new RegExp(words)]))

const lists: Readonly<Record<string, string>> = data.lists
const listed = (print: string): string => lists[print] ?? print

/** Every bundle, for a park of these names. */
export function bundlesFor(own: readonly string[]): readonly Bundle[] {
  const made = (print: string) => new RegExp(expand(listed(print), own), 'g')
  const test = (print: string | undefined) => (print === undefined ? null : new RegExp(expand(listed(print), own)))
  return (data.bundles as readonly Printed[]).map(({ kind, aspect, proof, within, all, near, not, clause = false }) => {
    const [first, ...others] = all.map(made)
    const pattern: Pattern = {
      kind: kind as EventKind,
      aspect: (aspect ?? null) as ToldEvent['aspect'],
      proof: proof as Proof,
      negated: false,
      near: null,
      text: first as RegExp,
    }
    return { pattern, within, lists: others, near: test(near), not: test(not), clause }
  })
}

const hitsOf = (text: string, word: RegExp): Hit[] =>
  [...text.matchAll(word)].map((match) => ({ start: match.index, end: match.index + match[0].length }))

const apart = (a: Hit, b: Hit) => a.end <= b.start || b.end <= a.start

/**
 * The places where a bundle comes together in a text, each led by the word that tells the event. `holds` says whether a word counts
 * (it may be denied).
 * `print` is the text with nothing blanked out. No semicolon stands between the words.
 */
export function gather(
  text: string,
  print: string,
  { pattern, within, lists: others, near, not, clause }: Bundle,
  holds: (hit: Hit) => boolean,
): Hit[][] {
  if ((near !== null && !near.test(print)) || not?.test(text)) return []
  const firsts = hitsOf(text, pattern.text)
  if (firsts.length === 0) return []
  const rest = others.map((word) => hitsOf(text, word).filter(holds))
  if (rest.some((hits) => hits.length === 0)) return []
  return firsts.filter(holds).flatMap((first) => {
    const together = rest.map((hits) => hits.filter((hit) => apart(hit, first)).sort((a, b) => gap(a, first) - gap(b, first))[0])
    if (!together.every((hit) => hit !== undefined)) return []
    const all = [first, ...together]
    const [from, to] = [Math.min(...all.map((hit) => hit.start)), Math.max(...all.map((hit) => hit.end))]
    const one = !clause || !/,.{3,}$/.test(text.slice(from, first.start))
    return one && together.every((hit) => gap(hit, first) <= within) && !text.slice(from, to).includes(';') ? [all] : []
  })
}

const gap = (a: Hit, b: Hit) => Math.max(a.start - b.end, b.start - a.end)
