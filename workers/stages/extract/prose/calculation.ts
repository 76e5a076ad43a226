import { findUnit } from '../../../../rules/engine/units.ts'
import { measures } from '../make-fact.ts'
import type { NumberMention } from '../numbers.ts'
import { readNumbers } from '../numbers.ts'
import type { Subject } from '../vocabulary.ts'
import { bracketUnit, findLabel, type Label, lastTime } from './calculation-label.ts'
import type { Frame } from './sentence/state.ts'
import type { Time } from './times.ts'
import { type Token, tokens } from './tokens.ts'

/** A calculation as it stands in a sentence: what it is of, the printed expression, its numbers in order, and the result. */
export type Calculus = {
  readonly subject: Subject
  readonly time: Time | null
  readonly expression: { readonly start: number; readonly end: number; readonly text: string }
  readonly inputs: readonly NumberMention[]
  /** The quantities that the formula in words before the numbers names, in order. */
  readonly words: readonly Subject[]
  readonly result: NumberMention
  readonly unit: string | null
  readonly start: number
  readonly end: number
}
type Expression = { readonly start: number; readonly end: number }

/** A formula in words whose numbers are still to come. */
export type Pending = { readonly subject: Subject; readonly words: readonly Subject[] }

/** Longer print is no calculation. */
const longest = 1500
/** Longer print is no bare name. */
const shortest = 50
const equal = /[=≈]/
const operator = /[÷×*/+^]|-(?=[\d(])/
/** What an expression cannot hold: it begins behind the last of these. */
const opening = /[=≈:;。]|,(?!\d{3})|为|得|即|据|:/g

/** The calculations of a normalised sentence. `pending` is what a formula in words before it was of (…=A÷B×100%。2021年：…). */
export function findCalculations(sentence: string, frame: Frame, pending: Pending | null): Calculus[] {
  return [...sentence.matchAll(/[^;。]+/g)].flatMap((part) => {
    const one = reckons(part[0]) ? readPart(part[0], part.index, frame, pending) : undefined
    return one ? [one] : []
  })
}

/** True for print with an equals sign behind an operator and a digit. */
function reckons(part: string): boolean {
  return (
    part.length <= longest &&
    part
      .split(equal)
      .slice(0, -1)
      .some((side) => /\d/.test(side) && operator.test(side))
  )
}

/** The formula in words, or the bare name of an indicator, that a sentence gives and whose numbers follow; null for any other sentence. */
export function pendingOf(sentence: string, frame: Frame): Pending | null {
  if (sentence.length > longest || !(sentence.length < shortest || equal.test(sentence)) || /\d{2}/.test(sentence.replace(/100%?/g, '')))
    return null
  const list = tokens(sentence, frame)
  const name = list.find((token) => token.kind === 'name')
  const alone = list.every(
    (token) => token === name || token.kind === 'quoted' || (token.kind === 'unknown' && /^[。.%()]+$/.test(token.text)),
  )
  if (alone && name?.kind === 'name' && name.subject?.indicator) return { subject: name.subject, words: [] }
  const label = /[÷×/]/.test(sentence.split(equal)[1] ?? '') ? findLabel(sentence, frame) : undefined
  if (!label || !/^.{0,3}[=≈]/.test(sentence.slice(label.end))) return null
  return { subject: label.subject, words: namesFrom(list, label.end) }
}

const namesFrom = (list: readonly Token[], from: number): Subject[] =>
  list.flatMap((token) => (token.kind === 'name' && token.start >= from && token.subject !== null ? [token.subject] : []))

function readPart(text: string, offset: number, frame: Frame, pending: Pending | null): Calculus | undefined {
  const signs = [...text.matchAll(/[=≈]/g)].map((match) => match.index)
  const last = signs.at(-1)
  if (last === undefined) return undefined
  const label = findLabel(text, frame) ?? (pending && withoutName(text, frame, pending.subject))
  const result = readNumbers(text.slice(last + 1)).find((number) => /^\(*$/.test(text.slice(last + 1, last + 1 + number.start)))
  if (!label || !result || result.range) return undefined
  const expression = expressionBefore(text, signs, label.end)
  const inputs = expression ? inputsIn(text.slice(expression.start, expression.end)) : []
  const unit = result.unit ?? bracketUnit(text.slice(last + 1 + result.end)) ?? label.unit
  if (!expression || inputs.length === 0 || !measures(label.subject, unit)) return undefined
  const between = tokens(text.slice(0, expression.start), frame).filter((token) => token.start >= label.end)
  return {
    subject: label.subject,
    time: lastTime(between) ?? label.time,
    expression: { start: offset + expression.start, end: offset + expression.end, text: text.slice(expression.start, expression.end) },
    inputs: inputs.map((number) => moved(number, offset + expression.start)),
    words: between.some((token) => token.kind === 'name')
      ? namesFrom(between, label.end)
      : pending?.subject === label.subject
        ? pending.words
        : [],
    result: moved(result, offset + last + 1),
    unit: unit !== null && findUnit(unit) ? unit : null,
    start: offset + label.start,
    end: offset + last + 1 + result.end,
  }
}

/** 2021年：20.655万吨÷… under a formula in words: no name, and nothing else than a time before the numbers. */
function withoutName(text: string, frame: Frame, subject: Subject): Label | undefined {
  const list = tokens(text.slice(0, text.search(/[=≈]/)), frame)
  const first = list.findIndex((token) => token.kind === 'number' || token.kind === 'open')
  const head = list.slice(0, Math.max(first, 0))
  const plain = head.every((token) => ['time', 'colon', 'comma', 'neutral', 'quoted', 'park', 'state', 'basis'].includes(token.kind))
  return plain && !list.some((token) => token.kind === 'name') ? { subject, time: lastTime(head), unit: null, start: 0, end: 0 } : undefined
}

/** The last part before an equals sign that has an operator between numbers. */
function expressionBefore(text: string, signs: readonly number[], from: number): Expression | undefined {
  for (const end of [...signs].reverse()) {
    if (end <= from) return undefined
    const opened = [...text.slice(from, end).matchAll(opening)].at(-1)
    const start = from + (opened ? opened.index + opened[0].length : 0)
    const expression = text.slice(start, end)
    if (operator.test(expression) && inputsIn(expression).length > 0) return { start, end }
  }
  return undefined
}

const moved = (number: NumberMention, by: number): NumberMention => ({
  ...number,
  start: number.start + by,
  end: number.end + by,
  digitsStart: number.digitsStart + by,
  digitsEnd: number.digitsEnd + by,
})

/** The numbers of an expression without its constants: exponents, ×100%, the 1 of a growth rate, factors of units. */
function inputsIn(expression: string): NumberMention[] {
  const bare = expression
    .replace(/\)\^?\(?1\/\d+\)?(?=[-)\]×]|$)/g, (exponent) => ')'.padEnd(exponent.length, ' '))
    .replace(/\^\(?[\d./]+\)?/g, (exponent) => ' '.repeat(exponent.length))
  return readNumbers(bare).filter((number) => {
    if (number.unit !== null && number.unit !== '%') return true
    const before = bare.slice(0, number.start).trimEnd().at(-1) ?? ''
    const plain = number.value.replace(/^-/, '')
    if (plain === '100' || (plain === '1' && number.unit === null)) return false
    return !(/^10{3,}$/.test(plain) && /[×÷*/]/.test(before))
  })
}
