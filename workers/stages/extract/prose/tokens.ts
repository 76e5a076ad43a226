import { findUnit } from '../../../../rules/engine/units.ts'
import type { NumberMention } from '../numbers.ts'
import { readNumbers } from '../numbers.ts'
import { findPriceBasis } from '../price-basis.ts'
import type { NameMention, Subject, Vocabulary } from '../vocabulary.ts'
import { type Dictionary, dictionary, lexicon, spell, type WordKind } from './lexicon.ts'
import { namesInProse } from './names.ts'
import { type OwnYears, type Time, timeAt } from './times.ts'
import words from './words.json' with { type: 'json' }

type Mark = 'comma' | 'semicolon' | 'colon' | 'open' | 'close' | 'equals' | 'unknown' | 'quoted'
type Place = { readonly start: number; readonly end: number; readonly text: string }

/** A piece of a sentence and what it does. `sure`: a park word that holds whatever stands before it. */
export type Token = Place &
  (
    | { readonly kind: 'name'; readonly subject: Subject | null; readonly unit: string | null }
    | { readonly kind: 'number'; readonly number: NumberMention }
    | { readonly kind: 'time'; readonly time: Time }
    | { readonly kind: 'basis'; readonly basis: string }
    | { readonly kind: Exclude<WordKind, 'park'> | Mark }
    | { readonly kind: 'park'; readonly sure: boolean }
  )
export type TokenKind = Token['kind']

/** What the lexer knows of the document; `recent` holds the sentences just cut, which several readers ask for. */
export type Lexing = {
  readonly vocabulary: Vocabulary
  readonly own: OwnYears
  readonly parkNames: readonly string[]
  readonly recent: Map<string, readonly Token[]>
}

const basis =
  /(?:均?(?:按|以|按照|采用))?(?:(?:19|20)\d{2}年?)?(?:为基期的?)?(?:价格)?(?:不变价格?|可比价格?|当年价格?|现行价格?|现价|当期价格?)(?:口径)?(?:计算|核算|计|统计|口径)?/y
const marks: Readonly<Record<string, Mark>> = {
  ',': 'comma',
  '，': 'comma',
  '→': 'comma',
  '⇒': 'comma',
  ';': 'semicolon',
  ':': 'colon',
  '(': 'open',
  ')': 'close',
  '=': 'equals',
  '"': 'quoted',
  '“': 'quoted',
  '”': 'quoted',
  ' ': 'quoted',
  '[': 'open',
  ']': 'close',
}
const surePark = new Set(words.surePark.map(spell))

/** A rule for the numbers in brackets that follow: （括号内为2021年数）. */
export const bracketRule = new RegExp(words.bracketRule)

/** A sentence being cut, with what was found in it beforehand. */
type Cutting = {
  readonly text: string
  readonly lower: string
  readonly names: NameMention[]
  readonly numbers: ReadonlyMap<number, NumberMention>
  readonly parks: Dictionary<true>
  readonly own: OwnYears
  readonly vocabulary: Vocabulary
}

/** Cuts a normalised sentence into tokens: names, numbers, times, price bases, words of the lexicon, and runs of unknown print. */
export function tokens(sentence: string, lexing: Lexing): readonly Token[] {
  const { recent } = lexing
  const known = recent.get(sentence)
  if (known) return known
  if (recent.size > 4) recent.clear()
  const found = cut(sentence, lexing)
  recent.set(sentence, found)
  return found
}

function cut(sentence: string, { vocabulary, own, parkNames }: Lexing): Token[] {
  const text = withoutBracketRule(withoutSpan(withoutPlanWord(withoutCounts(withoutTitles(withoutMarker(sentence))))))
  const cutting: Cutting = {
    ...{ text, lower: text.toLowerCase(), vocabulary, own },
    names: namesInProse(text, vocabulary),
    numbers: new Map(readNumbers(text).map((number) => [number.start, number])),
    parks: dictionary(parkNames.map((name) => [name, true] as const)),
  }
  const found: Token[] = []
  for (let at = 0; at < text.length; ) {
    const last = found.at(-1)
    const token = areaAt(cutting, at, last) ?? namedAt(cutting, at) ?? datedAt(cutting, at) ?? pronounAt(cutting, at) ?? wordAt(cutting, at)
    if (token.kind === 'unknown' && last?.kind === 'unknown')
      found[found.length - 1] = { ...last, end: token.end, text: last.text + token.text }
    else found.push(token)
    at = token.end
    const bracket = token.kind === 'name' && token.unit !== null ? unitBehind(text, at) : undefined
    if (bracket) {
      found.push({ ...span(cutting, at, at + bracket.length), kind: 'neutral' })
      at += bracket.length
    }
  }
  return found
}

/** The unit that brackets behind a name tell: 单位工业增加值综合能耗（吨标煤/万元）. */
function unitBehind(text: string, at: number): { unit: string; length: number } | undefined {
  const found = /^\((?:单位:)?([^()\d,;]{1,12}|m[23](?:\/[^()\d,;]{1,6})?)\)/.exec(text.slice(at, at + 20))
  const unit = found?.[1]
  const dimension = unit === undefined ? undefined : findUnit(unit)?.dimension
  return found && unit !== undefined && dimension !== undefined && dimension !== 'none' ? { unit, length: found[0].length } : undefined
}

const span = ({ text }: Cutting, start: number, end: number): Place => ({ start, end, text: text.slice(start, end) })

/** The park's own name, or the name of a subject. */
function namedAt(cutting: Cutting, start: number): Token | undefined {
  const park = cutting.parks.at(cutting.lower, start, cutting.lower.length)
  if (park) {
    clip(cutting.names, start + park.length)
    return { ...span(cutting, start, start + park.length), kind: 'park', sure: true }
  }
  const name = cutting.names.find((mention) => mention.start === start)
  if (!name) return undefined
  const subject = name.subject === null ? null : (cutting.vocabulary.subjects.get(name.subject) ?? null)
  return { ...span(cutting, start, name.end), kind: 'name', subject, unit: unitBehind(cutting.text, name.end)?.unit ?? null }
}

/** The sides of a park: 东至…，南至…，西至…，北至…. */
const sides = new RegExp(words.sides)

/** 某某经开区面积42平方公里: the bare word behind the park's name, or in a sentence that tells the park's sides. */
function areaAt(cutting: Cutting, start: number, before: Token | undefined): Token | undefined {
  const subject = cutting.vocabulary.subjects.get('park_area')
  if (!subject || !/^面积(?=[为是约共达有:(\d])/.test(cutting.text.slice(start, start + 3))) return undefined
  const bounded = sides.test(cutting.text) && (before === undefined || before.kind === 'comma' || before.kind === 'quoted')
  if (before?.kind !== 'park' && !bounded) return undefined
  return { ...span(cutting, start, start + 2), kind: 'name', subject, unit: null }
}

/** 上述两项指标, 两者: before the number that is a part of it. */
function pronounAt(cutting: Cutting, start: number): Token | undefined {
  const word = lexicon.at(cutting.lower, start, cutting.lower.length)
  return word?.value.startsWith('pronoun') ? { ...span(cutting, start, start + word.length), kind: word.value as 'pronounOne' } : undefined
}

/** A price basis (whose year is no time), or a time. */
function datedAt(cutting: Cutting, start: number): Token | undefined {
  basis.lastIndex = start
  const prices = basis.exec(cutting.text)
  const print = prices === null ? null : findPriceBasis(prices[0])
  if (prices && print !== null) return { ...span(cutting, start, start + prices[0].length), kind: 'basis', basis: print }
  const time = timeAt(cutting.text, start, cutting.own)
  if (!time) return undefined
  clip(cutting.names, time.end)
  return { ...span(cutting, start, time.end), kind: 'time', time: time.time }
}

/** A number, a word of the lexicon, a mark, or print that nothing knows. */
function wordAt(cutting: Cutting, start: number): Token {
  const number = cutting.numbers.get(start)
  if (number) return { ...span(cutting, start, Math.max(number.end, number.digitsEnd)), kind: 'number', number }
  const limit = cutting.names.find((name) => name.start > start)?.start ?? cutting.text.length
  const word = lexicon.at(cutting.lower, start, limit)
  if (!word) return { ...span(cutting, start, start + 1), kind: marks[cutting.text[start] ?? ''] ?? 'unknown' }
  const place = span(cutting, start, start + word.length)
  return word.value === 'park' ? { ...place, kind: 'park', sure: surePark.has(place.text.toLowerCase()) } : { ...place, kind: word.value }
}

/** A name may begin with a word that what stands before it ends with (2021年末从业人员, 某某工业园区规划面积): the time or the park keeps it. */
function clip(names: NameMention[], end: number): void {
  const index = names.findIndex((name) => name.start < end && name.end > end)
  const name = names[index]
  if (name) names[index] = { ...name, start: end }
}

/** 1. （2） ① —— at the head of an item say nothing. */
const withoutMarker = (text: string): string =>
  text.replace(
    /^(?:\(?\d{1,2}(?:[)、]|\.(?!\d))|\(?[一二三四五六七八九十]{1,3}[)、]|第?[一二三四五六七八九十]{1,3}(?:是|,)|[①-⑳●■◆▪•·*○□◇]|[-—–]{1,2}(?!\d))+/,
    (marker) => '"'.repeat(marker.length),
  )

/** 规模以上企业217家, counts firms and says nothing of whose the next amount is. */
const withoutCounts = (text: string): string =>
  text.replace(
    /(?<=^|[,;:。])(?:[^,;:。\d]{0,6})?(?:规模以上|规上|限额以上|限上)(?:的)?(?:工业)?企业(?:数|数量|总数|个数|户数)?(?:共|共计|共有|达到?|有|为|已达)?\d+余?[家户个](?=[,;。])/g,
    (count) => '"'.repeat(count.length),
  )

/** 规划2022年目标: the plan's own goal of a year. */
const withoutPlanWord = (text: string): string => text.replace(/规划(?=20\d{2}年(?:的)?目标)/g, '""')

/** 四年综合能耗：2020年…，2021年…: how many years follow says nothing of their values. */
const withoutSpan = (text: string): string =>
  text.replace(/^("*)[两二三四五六]年(?=[^,。;:\d]{2,20}:(?:19|20)\d{2}年)/, (print) => '"'.repeat(print.length))

/** （括号内为上年数） tells how to read the brackets that follow, and no time of its own. */
const withoutBracketRule = (text: string): string => text.replace(bracketRule, (rule) => '"'.repeat(rule.length))

/** The titles of works say nothing of the park; only that one is a standard is kept. */
function withoutTitles(text: string): string {
  return text.replace(/《[^》《]{0,200}》/g, (title) => {
    const mask = /标准/.test(title) ? '标准' : ''
    return mask + '"'.repeat(title.length - mask.length)
  })
}
