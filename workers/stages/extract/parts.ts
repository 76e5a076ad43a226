import { compact } from '../../../rules/engine/normalise.ts'
import data from '../../../rules/standards/name-parts.json' with { type: 'json' }

/** A name read by its parts; [start, end) of the text that it was read from. */
export type PartsMention = { readonly subject: string; readonly start: number; readonly end: number }

const key = (text: string): string => compact(text).toLowerCase()
const setOf = (parts: Iterable<string>): string => [...new Set(parts)].sort().join(' ')

/** What each word means, the longest word at a place first. */
const meanings = new Map<string, readonly string[]>()
for (const [parts, words] of Object.entries(data.parts))
  for (const word of words.split(' ')) if (!meanings.has(key(word))) meanings.set(key(word), parts === '' ? [] : parts.split(' '))
const byHead = new Map<string, string[]>()
for (const word of [...meanings.keys()].sort((a, b) => b.length - a.length))
  byHead.set(word.charAt(0), [...(byHead.get(word.charAt(0)) ?? []), word])

/** Every set of parts that a name may have, and its subject; null where two subjects share it. */
const subjects = new Map<string, string | null>()
for (const [id, names] of Object.entries(data.names))
  for (const name of names)
    for (const parts of expand(name.split(' '))) {
      const set = setOf(parts)
      const known = subjects.get(set)
      subjects.set(set, known !== undefined && known !== id ? null : id)
    }

function expand([first, ...rest]: string[]): string[][] {
  if (first === undefined) return [[]]
  const tails = expand(rest)
  const part = first.replace(/[[\]]/g, '')
  const having = tails.map((tail) => [part, ...tail])
  return first.startsWith('[') ? [...having, ...tails] : having
}

/** The subject whose name has just these parts; 工业 says nothing where a subject does not ask for it. */
function subjectOf(parts: readonly string[]): string | undefined {
  const whole = subjects.get(setOf(parts))
  if (whole !== undefined) return whole ?? undefined
  return subjects.get(setOf(parts.filter((part) => part !== 'IND'))) ?? undefined
}

const wordAt = (text: string, at: number): string | undefined => byHead.get(text.charAt(at))?.find((word) => text.startsWith(word, at))

const joining = new Set(data.notInProse.words.split(' ').map(key))
const unspoken = new Set(data.notInProse.parts.split(' '))

/**
 * Names in a normalised text in lower case, by their parts, the longest at a place: at least two words that mean something, none of them
 * a word that joins names, or a verb (完成清洁生产审核).
 */
export function partsIn(text: string): PartsMention[] {
  const found: PartsMention[] = []
  for (let at = 0; at < text.length; at++) {
    const longest = longestAt(text, at)
    if (!longest) continue
    found.push(longest)
    at = longest.end - 1
  }
  return found
}

function longestAt(text: string, start: number): PartsMention | undefined {
  const parts: string[] = []
  let telling = 0
  let longest: PartsMention | undefined
  for (let at = start; at < text.length; ) {
    const word = wordAt(text, at)
    const own = word === undefined ? [] : (meanings.get(word) ?? [])
    if (word === undefined || joining.has(word) || own.some((part) => unspoken.has(part)) || (own.length === 0 && at === start)) break
    at += word.length
    parts.push(...own)
    if (own.some((part) => part !== 'IND')) telling += 1
    const subject = telling >= 2 ? subjectOf(parts) : undefined
    if (subject) longest = { subject, start, end: at }
  }
  return longest
}

/** The subject of a whole normalised name, by its parts; undefined where a word is unknown or the parts are no subject's. */
export function subjectByParts(name: string): string | undefined {
  const text = key(name)
  const found: string[] = []
  for (let at = 0; at < text.length; ) {
    const word = wordAt(text, at)
    if (word === undefined) return undefined
    found.push(...(meanings.get(word) ?? []))
    at += word.length
  }
  return subjectOf(found)
}
