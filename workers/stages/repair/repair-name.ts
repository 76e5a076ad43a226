import type { Recognition } from '../../../schemas/document.ts'
import { readLabel } from '../extract/label.ts'
import type { Vocabulary } from '../extract/vocabulary.ts'
import alike from './alike.json' with { type: 'json' }
import type { Repaired } from './record.ts'

/** A name shorter than this stands too near to others for any guess. */
const shortest = 5
/** What a row under a repaired name says accuses nobody. */
const sureness = 0.88

const groups = alike.characters.map((group) => [...group])
const partners = (character: string): string[] =>
  groups.flatMap((group) => (group.includes(character) ? group : [])).filter((one) => one !== character)
const noise = /[^\p{Script=Han}a-zA-Z0-9()（）]/u

/** Names that differ from the print by one look-alike character, or by one mark that is no letter. */
function lookAlikes(print: string): string[] {
  const characters = [...print]
  const swapped = characters.flatMap((character, at) => partners(character).map((other) => characters.with(at, other).join('')))
  const cleaned = characters.flatMap((character, at) => (noise.test(character) ? [characters.toSpliced(at, 1).join('')] : []))
  return [...swapped, ...cleaned]
}

/** What a name begins or ends with tells one quantity from another (工业…, …率): only a character lost within is put back. */
const inner = (names: readonly string[], short: string): string[] =>
  names.filter((name) => name[0] === short[0]?.toLowerCase() && name.at(-1) === short.at(-1)?.toLowerCase())

/** The name of a subject that a label stands for which names none: as another reading has it, or by a look-alike; only where all of these name one subject. */
export function repairName(print: string, recognition: Recognition, vocabulary: Vocabulary): Repaired | undefined {
  const bare = print.replace(/\s/g, '')
  const label = readLabel(bare, vocabulary)
  if (bare.length < shortest || (label.subject !== undefined && !label.loose)) return undefined
  for (const [texts, why] of [
    [recognition.others, '另一读法是已知名称'],
    [lookAlikes(bare), '形近字换回后是已知名称'],
    [inner(vocabulary.lacking(label.name), label.name).map((name) => bare.replace(label.name, name)), '漏认一字，补上后是已知名称'],
  ] as const) {
    const known = texts.filter((text) => {
      const { subject, loose } = readLabel(text, vocabulary)
      return typeof subject === 'string' && !loose
    })
    const subjects = new Set(known.map((text) => readLabel(text, vocabulary).subject))
    if (subjects.size === 1 && known[0] !== undefined)
      return { text: known[0], why, confidence: Math.min(recognition.confidence, sureness) }
    if (subjects.size > 1) return undefined
  }
  return undefined
}
