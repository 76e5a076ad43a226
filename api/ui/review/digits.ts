import type { Fact } from '../client/review-types.ts'

/** A run of text, and whether it is what differs from the other side. */
export type Piece = { readonly text: string; readonly differs: boolean }
/** Which digits of a printed number are marked: by the power of ten they stand for; 'all' where it is the size that differs. */
export type Marking = { readonly value: string; readonly shift: number; readonly places: ReadonlySet<number> | 'all' }

const printed = /[-−－]?\d(?:\d|[,，'\u00a0\u2009\u202f](?=\d)|[ ](?=\d{3}(?!\d)))*(?:[.．]\d+)?/g
const plain = (token: string) =>
  token
    .replace(/[．]/g, '.')
    .replace(/[−－]/g, '-')
    .replace(/[,，'\s\u00a0\u2009\u202f]/g, '')

type Digits = ReadonlyMap<number, string>
/** The digits of a decimal by the power of ten that each stands for after multiplying by 10^shift. */
function digitsOf(value: string, shift: number): Digits {
  const [whole = '', fraction = ''] = value.replace('-', '').split('.')
  return new Map([...whole, ...fraction].map((digit, at) => [whole.length - 1 - at + shift, digit]))
}
const leading = (digits: Digits): number => Math.max(-99, ...[...digits].flatMap(([place, digit]) => (digit === '0' ? [] : [place])))
const significant = (value: string) => value.replace(/[-.]/g, '').replace(/^0+|0+$/g, '')

/** By which power of ten a unit's step to the canonical one multiplies; undefined where it is none (亩 to 公顷). */
function shiftOf({ value, canonical }: Fact): number | undefined {
  if (value === null || canonical === null) return undefined
  if (Number(value) === 0) return 0
  if (significant(value) !== significant(canonical.value)) return undefined
  return leading(digitsOf(canonical.value, 0)) - leading(digitsOf(value, 0))
}

/** The value as printed: 356.40 keeps its zero. */
function printOf({ raw, value }: Fact): string {
  const tokens = [...raw.matchAll(printed)].map(([token]) => plain(token))
  return tokens.find((token) => Number(token) === Number(value)) ?? value ?? ''
}

function compare(one: { value: string; shift: number }, other: { value: string; shift: number }): ReadonlySet<number> | 'all' {
  const [left, right] = [digitsOf(one.value, one.shift), digitsOf(other.value, other.shift)]
  const [a, b] = [significant(one.value), significant(other.value)]
  const slip = (a === b || (Math.min(a.length, b.length) > 2 && (a.startsWith(b) || b.startsWith(a)))) && leading(left) !== leading(right)
  if (slip || one.value.startsWith('-') !== other.value.startsWith('-')) return 'all'
  const finest = Math.max(Math.min(...left.keys()), Math.min(...right.keys()))
  const differing = [...new Set([...left.keys(), ...right.keys()])].filter(
    (place) => (left.get(place) ?? '0') !== (right.get(place) ?? '0'),
  )
  // Digits that only one of them prints (356.42 against 356.4) are not held against it.
  const shared = differing.filter((place) => place >= finest)
  return new Set(shared.length > 0 ? shared : differing)
}

/** The markings of two facts that say the same thing otherwise, after bringing both to one unit; none where they cannot be compared. */
export function markFacts(one: Fact, other: Fact): Marking[] {
  const [left, right] = [shiftOf(one), shiftOf(other)]
  if (left === undefined || right === undefined) return []
  return markPair({ value: printOf(one), shift: left }, { value: printOf(other), shift: right })
}

function markPair(one: { value: string; shift: number }, other: { value: string; shift: number }): Marking[] {
  const places = compare(one, other)
  if (places !== 'all' && places.size === 0) return []
  return [one, other].map(({ value, shift }) => ({ value, shift, places }))
}

/** The markings of a printed result against its recalculation, both told as text in one unit; none where either is no single number. */
export function markTexts(actual: string, expected: string): Marking[] {
  const [one, ...more] = [...actual.matchAll(printed)].map(([token]) => plain(token))
  const [other] = [...expected.replace(/（.*$/s, '').matchAll(printed)].map(([token]) => plain(token))
  return one === undefined || other === undefined || more.length > 0 ? [] : markPair({ value: one, shift: 0 }, { value: other, shift: 0 })
}

function markToken(token: string, { shift, places }: Marking): Piece[] {
  if (places === 'all') return [{ text: token, differs: true }]
  let place = (plain(token).replace('-', '').split('.')[0] ?? '').length + shift
  return [...token].map((text) => {
    if (!/\d/.test(text)) return { text, differs: false }
    place -= 1
    return { text, differs: places.has(place) }
  })
}

/** Text in pieces, with the digits marked in every number that one of the markings names. */
export function piecesOf(text: string, markings: readonly Marking[]): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(printed)) {
    // 2019-2022: the dash is a range, no sign.
    const range = /^[-−－]/.test(match[0]) && /[\d年%％]/.test(text[match.index - 1] ?? '')
    const token = range ? match[0].slice(1) : match[0]
    const start = match.index + (range ? 1 : 0)
    const marking = markings.find(({ value }) => value === plain(token))
    if (marking === undefined) continue
    pieces.push({ text: text.slice(from, start), differs: false }, ...markToken(token, marking))
    from = start + token.length
  }
  pieces.push({ text: text.slice(from), differs: false })
  return pieces.filter((piece) => piece.text !== '')
}
