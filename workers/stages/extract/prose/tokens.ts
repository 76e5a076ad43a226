import type { NumberMention } from '../numbers.ts'
import { readNumbers } from '../numbers.ts'
import { findPriceBasis } from '../price-basis.ts'
import type { NameMention, Subject, Vocabulary } from '../vocabulary.ts'
import { dictionary, lexicon, spell, type WordKind } from './lexicon.ts'
import { namesInProse } from './names.ts'
import { type OwnYears, type Time, timeAt } from './times.ts'
import words from './words.json' with { type: 'json' }

type Mark = 'comma' | 'semicolon' | 'colon' | 'open' | 'close' | 'equals' | 'unknown' | 'quoted'
type Place = { readonly start: number; readonly end: number; readonly text: string }

/** A piece of a sentence and what it does. `sure`: a park word that holds whatever stands before it. */
export type Token = Place &
  (
    | { readonly kind: 'name'; readonly subject: Subject | null }
    | { readonly kind: 'number'; readonly number: NumberMention }
    | { readonly kind: 'time'; readonly time: Time }
    | { readonly kind: 'basis'; readonly basis: string }
    | { readonly kind: Exclude<WordKind, 'park'> | Mark }
    | { readonly kind: 'park'; readonly sure: boolean }
  )
export type TokenKind = Token['kind']

/** What the lexer knows of the document. */
export type Lexing = { readonly vocabulary: Vocabulary; readonly own: OwnYears; readonly parkNames: readonly string[] }

const basis =
  /(?:均?(?:按|以|按照|采用))?(?:(?:19|20)\d{2}年?)?(?:为基期的?)?(?:价格)?(?:不变价格?|可比价格?|当年价格?|现行价格?|现价|当期价格?)(?:口径)?(?:计算|核算|计|统计|口径)?/y
const marks: Readonly<Record<string, Mark>> = {
  ',': 'comma',
  '，': 'comma',
  ';': 'semicolon',
  ':': 'colon',
  '(': 'open',
  ')': 'close',
  '=': 'equals',
  '"': 'quoted',
  '“': 'quoted',
  '”': 'quoted',
  '[': 'open',
  ']': 'close',
}
const surePark = new Set(words.surePark.map(spell))

/** Cuts a normalised sentence into tokens: names, numbers, times, price bases, words of the lexicon, and runs of unknown print. */
export function tokens(sentence: string, { vocabulary, own, parkNames }: Lexing): Token[] {
  const text = withoutTitles(withoutMarker(sentence))
  const lower = text.toLowerCase()
  const names: NameMention[] = namesInProse(text, vocabulary)
  const numbers = new Map(readNumbers(text).map((number) => [number.start, number]))
  const parks = dictionary(parkNames.map((name) => [name, true] as const))
  const found: Token[] = []
  let at = 0
  while (at < text.length) {
    const token = tokenAt(at)
    const last = found.at(-1)
    if (token.kind === 'unknown' && last?.kind === 'unknown')
      found[found.length - 1] = { ...last, end: token.end, text: last.text + token.text }
    else found.push(token)
    at = token.end
  }
  return found

  function tokenAt(start: number): Token {
    const place = (end: number): Place => ({ start, end, text: text.slice(start, end) })
    const name = names.find((mention) => mention.start === start)
    const limit = nextStart(names, start, text.length)
    const own_ = parks.at(lower, start, text.length)
    if (own_) return { ...place(start + own_.length), kind: 'park', sure: true }
    if (name)
      return { ...place(name.end), kind: 'name', subject: name.subject === null ? null : (vocabulary.subjects.get(name.subject) ?? null) }
    basis.lastIndex = start
    const prices = basis.exec(text)
    const print = prices === null ? null : findPriceBasis(prices[0])
    if (prices && print !== null) return { ...place(start + prices[0].length), kind: 'basis', basis: print }
    const time = timeAt(text, start, own)
    if (time) {
      clip(names, time.end)
      return { ...place(time.end), kind: 'time', time: time.time }
    }
    const number = numbers.get(start)
    if (number) return { ...place(Math.max(number.end, number.digitsEnd)), kind: 'number', number }
    const word = lexicon.at(lower, start, limit)
    if (word)
      return word.value === 'park'
        ? { ...place(start + word.length), kind: 'park', sure: surePark.has(lower.slice(start, start + word.length)) }
        : { ...place(start + word.length), kind: word.value }
    return { ...place(start + 1), kind: marks[text[start] ?? ''] ?? 'unknown' }
  }
}

/** A name may begin with a word that the time before it ends with (2021年末从业人员): the time keeps it. */
function clip(names: NameMention[], end: number): void {
  const index = names.findIndex((name) => name.start < end && name.end > end)
  const name = names[index]
  if (name) names[index] = { ...name, start: end }
}

const nextStart = (names: readonly NameMention[], at: number, end: number): number => names.find((name) => name.start > at)?.start ?? end

/** 1. （2） ① —— at the head of an item say nothing. */
const withoutMarker = (text: string): string =>
  text.replace(
    /^(?:\(?\d{1,2}(?:[)、]|\.(?!\d))|\(?[一二三四五六七八九十]{1,3}[)、]|第?[一二三四五六七八九十]{1,3}(?:是|,)|[①-⑳●■◆▪•·*○□◇]|[-—–]{1,2}(?!\d))+/,
    (marker) => '"'.repeat(marker.length),
  )

/** The titles of works say nothing of the park; only that one is a standard is kept. */
function withoutTitles(text: string): string {
  return text.replace(/《[^》]*》/g, (title) => {
    const mask = /标准/.test(title) ? '标准' : ''
    return mask + '"'.repeat(title.length - mask.length)
  })
}
