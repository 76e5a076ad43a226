import { Decimal } from '../../../rules/engine/decimal.ts'
import type { Fact } from '../../../schemas/fact.ts'

/** A run of text, and whether it is what differs from the other side. */
export type Piece = { readonly text: string; readonly differs: boolean }

/**
 * Where two printed numbers differ: in some digits, by their decimal place in the canonical unit; in the number as a whole
 * (174.8 against 1748, a sign); or in the unit alone (356.42亿元 against 356.42万元).
 */
export type Difference = {
  readonly numbers: readonly Numeral[]
  readonly places: ReadonlySet<number>
  readonly extent: 'digits' | 'number' | 'unit'
}

/** A printed number and the power of ten that brings it to the canonical unit. */
type Numeral = { readonly value: string; readonly shift: number; readonly unit: string | null }

const numeral = /[-−－]?[0-9０-９](?:[0-9０-９,，'\u00a0\u2009\u202f]|[ ](?=[0-9０-９]{3}(?![0-9０-９])))*(?:[.．][0-9０-９]+)?/g

/**
 * Compares two printed values after bringing both to one unit. 306.52亿元 against 3056200万元 differ in the digits 6, 5 and 5, 6.
 * Digits that only one of them prints (356.42 against 356.4) are not held against it. null where there is nothing to compare.
 */
export function differenceOf(a: Fact, b: Fact): Difference | null {
  const left = numeralOf(a)
  const right = numeralOf(b)
  if (left === null || right === null || (left.value === right.value && left.shift === right.shift)) return null
  return compare(left, right)
}

/** What a rule expects, parted into the value and the reckoning behind it: `7.92（a÷b）`, `18.2＋12.4＝30.6万吨`. */
export function partExpected(expected: string): { value: string; reckoning: string | null } {
  const bracket = /^([^（]+)（(.*)）$/s.exec(expected)
  if (bracket?.[1] !== undefined) return { value: bracket[1], reckoning: bracket[2] ?? null }
  const sum = /^(.*[＋÷×－+*/].*?)\s*[＝=]\s*([^＝=]+)$/s.exec(expected)
  return sum?.[2] === undefined ? { value: expected, reckoning: null } : { value: sum[2], reckoning: sum[1] ?? null }
}

/**
 * The digits of a printed result that differ from its recalculation, which may be a range: 8.6% against 7.90%～7.93% differ in 8 and 6.
 * null where either holds no number, or where they are told in two units.
 */
export function differenceFrom(printed: string, recalculated: string): Difference | null {
  const [actual, ...furtherActual] = amountsIn(printed)
  const [expected, ...further] = amountsIn(partExpected(recalculated).value)
  if (actual === undefined || expected === undefined || furtherActual.length > 0 || further.length > 2) return null
  if (actual.unit !== null && expected.unit !== null && actual.unit !== expected.unit) return null
  const ends = [expected, ...further]
  const differences = ends.map((end) => compare(actual, end))
  const places = [...(differences[0]?.places ?? [])].filter((place) => differences.every((difference) => difference.places.has(place)))
  const digits = places.length > 0 && differences.every(({ extent }) => extent !== 'number')
  return { numbers: [actual, ...ends], places: new Set(places), extent: digits ? 'digits' : 'number' }
}

/** The numbers of a short text, each with the unit that follows it. */
function amountsIn(text: string): Numeral[] {
  return [...text.matchAll(numeral)].map((match) => {
    const start = isRangeDash(text, match.index) ? 1 : 0
    const unit = /^\s*([^\s\d～~—–（(，,；;。、至-]+)/.exec(text.slice(match.index + match[0].length))?.[1] ?? null
    return { value: plain(match[0].slice(start)), shift: 0, unit }
  })
}

/** Cuts text into pieces so that every number of the difference found in it has its differing digits marked. */
export function markDigits(text: string, difference: Difference | null): Piece[] {
  if (difference === null) return [{ text, differs: false }]
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(numeral)) {
    const start = match.index + (isRangeDash(text, match.index) ? 1 : 0)
    const token = text.slice(start, match.index + match[0].length)
    const known = findNumeral(plain(token), text.slice(start + token.length), difference.numbers)
    if (known === undefined || start < from) continue
    pieces.push({ text: text.slice(from, start), differs: false }, ...markToken(token, known, difference))
    from = start + token.length
    const gap = /^\s*/.exec(text.slice(from))?.[0] ?? ''
    if (difference.extent === 'unit' && known.unit !== null && text.startsWith(known.unit, from + gap.length)) {
      pieces.push({ text: gap, differs: false }, { text: known.unit, differs: true })
      from += gap.length + known.unit.length
    }
  }
  pieces.push({ text: text.slice(from), differs: false })
  return joinPieces(pieces)
}

/** `2019-2022`: the dash is a range, no sign. */
const isRangeDash = (text: string, at: number): boolean => /[-−－]/.test(text[at] ?? '') && /[0-9０-９%％年]/.test(text[at - 1] ?? '')

function findNumeral(value: string, after: string, numbers: readonly Numeral[]): Numeral | undefined {
  const same = numbers.filter((number) => number.value === value)
  return same.find(({ unit }) => unit !== null && after.trimStart().startsWith(unit)) ?? same[0]
}

function numeralOf({ value, unit, canonical, raw }: Fact): Numeral | null {
  if (value === null || canonical === null) return null
  const printed = [...raw.matchAll(numeral)].map(([token]) => plain(token)).find((token) => sameNumber(token, value)) ?? value
  const number = new Decimal(value)
  const shift = number.isZero() ? new Decimal(0) : new Decimal(canonical.value).div(number).log(10)
  return shift.isInteger() ? { value: printed, shift: shift.toNumber(), unit } : null
}

const sameNumber = (a: string, b: string): boolean => /^-?\d+(\.\d+)?$/.test(a) && new Decimal(a).eq(b)

function compare(a: Numeral, b: Numeral): Difference {
  const left = digitsByPlace(a)
  const right = digitsByPlace(b)
  const places = [...new Set([...left.keys(), ...right.keys()])]
  const differing = places.filter((place) => (left.get(place) ?? '0') !== (right.get(place) ?? '0'))
  const finest = Math.max(lowest(left), lowest(right))
  const comparable = differing.filter((place) => place >= finest)
  const kept = comparable.length > 0 ? comparable : differing
  return { numbers: [a, b], places: new Set(kept), extent: extentOf(a, b) }
}

function extentOf(a: Numeral, b: Numeral): Difference['extent'] {
  if (a.value === b.value && a.unit !== b.unit) return 'unit'
  return isSlip(a, b) || a.value.startsWith('-') !== b.value.startsWith('-') ? 'number' : 'digits'
}

/** 174.8 and 1748, or 705036 and 70.50, begin with the same digits: it is the size that differs. */
function isSlip(a: Numeral, b: Numeral): boolean {
  const [left, right] = [significant(a.value), significant(b.value)]
  const same = left === right || (Math.min(left.length, right.length) >= 3 && (left.startsWith(right) || right.startsWith(left)))
  return same && topPlace(a) !== topPlace(b)
}

const topPlace = (number: Numeral): number =>
  Math.max(...[...digitsByPlace(number)].flatMap(([place, digit]) => (digit === '0' ? [] : [place])))

const significant = (value: string): string => value.replace(/[-.]/g, '').replace(/^0+|0+$/g, '')

const lowest = (digits: ReadonlyMap<number, string>): number => Math.min(...digits.keys())

function digitsByPlace({ value, shift }: Numeral): Map<number, string> {
  const [integer = '', fraction = ''] = value.replace('-', '').split('.')
  const digits = [...integer, ...fraction]
  return new Map(digits.map((digit, at) => [integer.length - 1 - at + shift, digit]))
}

function markToken(token: string, known: Numeral, { places, extent }: Difference): Piece[] {
  if (extent !== 'digits') return [{ text: token, differs: extent === 'number' }]
  let place = plain(token).replace('-', '').split('.')[0]?.length ?? 0
  return [...token].map((text) => {
    if (!/[0-9０-９]/.test(text)) return { text, differs: false }
    place -= 1
    return { text, differs: places.has(place + known.shift) }
  })
}

function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (piece.text === '') continue
    if (last?.differs === piece.differs) joined[joined.length - 1] = { text: last.text + piece.text, differs: piece.differs }
    else joined.push(piece)
  }
  return joined
}

/** ３，５６４．２ → 3564.2 */
const plain = (token: string): string =>
  token.replace(/[０-９．，－−]/g, (sign) => (sign === '−' ? '-' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0))).replace(/[,'\s]/g, '')

/** The other side's value in this side's unit, for a reader: 3 056 200 万元 = 305.62 亿元. null where both print one unit. */
export function inUnitOf(fact: Fact, other: Fact): string | null {
  const [value, canonical] = [fact.value, fact.canonical]
  if (value === null || canonical === null || other.value === null || other.canonical === null) return null
  if (fact.unit === other.unit || other.unit === null || canonical.unit !== other.canonical.unit || new Decimal(other.value).isZero())
    return null
  const factor = new Decimal(other.canonical.value).div(other.value)
  const converted = new Decimal(canonical.value).div(factor)
  const exact = converted.decimalPlaces() <= 8
  return `${exact ? '=' : '≈'} ${groupDigits(exact ? converted.toFixed() : converted.toSignificantDigits(8).toFixed())} ${other.unit}`
}

/** 1782100 → 1 782 100, by narrow spaces that no line breaks at; for numbers that this report calculates, never for printed ones. */
export function groupDigits(value: string): string {
  const [integer = '', fraction] = value.split('.')
  const grouped = integer.replace('-', '').length < 5 ? integer : integer.replace(/\B(?=(\d{3})+$)/g, '\u202f')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
