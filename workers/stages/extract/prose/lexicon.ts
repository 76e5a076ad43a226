import { compact } from '../../../../rules/engine/normalise.ts'
import vocabularyData from '../../../../rules/standards/vocabulary.json' with { type: 'json' }
import { spellings } from '../notation.ts'
import words from './words.json' with { type: 'json' }

/** What a word does in a sentence; `unknown` is print that no list holds. */
export type WordKind = keyof typeof words.kinds

const fragments = Object.fromEntries(Object.entries(vocabularyData.fragments).map(([name, pattern]) => [spell(name), spell(pattern)]))

/** The normal print of a word or pattern: compact and in lower case. */
export function spell(print: string): string {
  return compact(print).toLowerCase()
}

/** Every spelling of a pattern of words.json or of the vocabulary file. */
export const spelled = (pattern: string): readonly string[] =>
  pattern.length === 1 ? [spell(pattern)] : spellings(spell(pattern), fragments)

/** A dictionary that finds the longest of its words at a place. */
export type Dictionary<T> = {
  readonly at: (lower: string, index: number, limit: number) => { readonly value: T; readonly length: number } | undefined
}

/** Builds a dictionary; of two equal words the one given first stays. */
export function dictionary<T>(entries: Iterable<readonly [string, T]>): Dictionary<T> {
  const byHead = new Map<string, Map<string, T>>()
  const lengths = new Map<string, number[]>()
  for (const [word, value] of entries) {
    const head = word.charAt(0)
    const known = byHead.get(head) ?? new Map<string, T>()
    if (!known.has(word)) known.set(word, value)
    byHead.set(head, known)
  }
  for (const [head, known] of byHead)
    lengths.set(
      head,
      [...new Set([...known.keys()].map((word) => word.length))].sort((a, b) => b - a),
    )
  const at = (lower: string, index: number, limit: number) => {
    const head = lower.charAt(index)
    const known = byHead.get(head)
    for (const length of lengths.get(head) ?? []) {
      if (index + length > limit) continue
      const value = known?.get(lower.slice(index, index + length))
      if (value !== undefined) return { value, length }
    }
    return undefined
  }
  return { at }
}

/** The words of prose by kind, the longest at a place. */
export const lexicon: Dictionary<WordKind> = dictionary(
  Object.entries(words.kinds).flatMap(([kind, patterns]) =>
    patterns.flatMap((pattern) => spelled(pattern).map((word) => [word, kind as WordKind] as const)),
  ),
)
