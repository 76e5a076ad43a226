import { findUnit } from '../../../../rules/engine/units.ts'
import { measures } from '../make-fact.ts'
import type { NumberMention } from '../numbers.ts'
import { readNumbers } from '../numbers.ts'
import type { Subject } from '../vocabulary.ts'
import { isOwnName } from './sentence/bridge.ts'
import { begin, type Frame } from './sentence/state.ts'
import type { Time } from './times.ts'
import { tokens } from './tokens.ts'

/** A calculation as it stands in a sentence: what it is of, the printed expression, its numbers in order, and the result. */
export type Calculus = {
  readonly subject: Subject
  readonly time: Time | null
  readonly expression: { readonly start: number; readonly end: number; readonly text: string }
  readonly inputs: readonly NumberMention[]
  readonly result: NumberMention
  readonly unit: string | null
  readonly start: number
  readonly end: number
}

const operator = /[÷×*/+^]|-(?=[\d(])/
const equal = /[=≈]/

/** True for a sentence that reckons: it has an equals sign and an operator between numbers. */
export const reckons = (sentence: string): boolean => equal.test(sentence) && /\d[^=。;]*[÷×*/+][^=。;]*\d[^=。;]*[=≈]/.test(sentence)

/** The calculations of a normalised sentence: name=…÷…=result, with or without the formula in words first. */
export function findCalculations(sentence: string, frame: Frame): Calculus[] {
  const found: Calculus[] = []
  for (const part of [...sentence.matchAll(/[^;。]+/g)]) {
    if (!reckons(part[0])) continue
    const one = readPart(part[0], part.index, frame)
    if (one) found.push(one)
  }
  return found
}

function readPart(text: string, offset: number, frame: Frame): Calculus | undefined {
  const label = labelOf(text, frame)
  if (!label) return undefined
  const signs = [...text.matchAll(/[=≈]/g)].map((match) => match.index).filter((at) => at >= label.end)
  const last = signs.at(-1)
  if (last === undefined) return undefined
  const result = readNumbers(text.slice(last + 1)).find((number) => /^\(*$/.test(text.slice(last + 1, last + 1 + number.start)))
  if (!result || result.range) return undefined
  const bounds = [label.end, ...signs]
  const expressions = bounds.slice(0, -1).map((from, index) => ({ start: from, end: bounds[index + 1] ?? last }))
  const numeric = expressions.findLast(
    ({ start, end }) => inputsIn(text.slice(start, end)).length > 0 && operator.test(text.slice(start, end).replace(/^[=≈]/, '')),
  )
  if (!numeric) return undefined
  const skipped = /^[=≈为是:即]*/.exec(text.slice(numeric.start, numeric.end))?.[0].length ?? 0
  const start = numeric.start + skipped
  const unit = result.unit ?? bracketUnit(text.slice(last + 1 + result.end)) ?? label.unit
  if (!measures(label.subject, unit)) return undefined
  return {
    subject: label.subject,
    time: label.time,
    expression: { start: offset + start, end: offset + numeric.end, text: text.slice(start, numeric.end) },
    inputs: inputsIn(text.slice(start, numeric.end)).map((number) => moved(number, offset + start)),
    result: moved(result, offset + last + 1),
    unit,
    start: offset + label.start,
    end: offset + last + 1 + result.end,
  }
}

const bracketUnit = (text: string): string | null => {
  const unit = /^\(?([^()\d,。;]{1,10})\)?/.exec(text)?.[1]
  return unit !== undefined && findUnit(unit) ? unit : null
}

const moved = (number: NumberMention, by: number): NumberMention => ({
  ...number,
  start: number.start + by,
  end: number.end + by,
  digitsStart: number.digitsStart + by,
  digitsEnd: number.digitsEnd + by,
})

/** The name before the first equals sign or number that follows it, if it is the park's. */
function labelOf(
  text: string,
  frame: Frame,
): { subject: Subject; time: Time | null; unit: string | null; start: number; end: number } | undefined {
  const list = tokens(text, frame)
  const state = begin(list, frame)
  const index = list.findIndex((token) => token.kind === 'name')
  const name = list[index]
  if (name?.kind !== 'name' || name.subject === null || name.subject.qualitative) return undefined
  const before = list.slice(0, index)
  if (before.some((token) => token.kind === 'equals' || token.kind === 'firm')) return undefined
  const clause = before.slice(
    before.findLastIndex((token) => token.kind === 'comma' || token.kind === 'colon' || token.kind === 'close') + 1,
  )
  if (!isOwnName({ ...state, clause: clause.filter((token) => !/^[()\d、.①-⑳]*$/.test(token.text)) })) return undefined
  const behind = text.slice(name.end)
  const unit = /^\(([^()]{1,12})\)/.exec(behind)
  const known = unit?.[1] !== undefined && findUnit(unit[1]) ? unit[1] : null
  const between =
    /^(?:\([^()]{1,20}\))?(?:的)?(?:计算(?:过程|公式|结果)?(?:为|如下)?:?|(?:计算)?(?:结果)?为|:|是|即)*[=≈]?/.exec(behind)?.[0] ?? ''
  if (!/^[=≈(\d[{]/.test(behind.slice(between.length)) && !/[=≈]$/.test(between)) return undefined
  const time = list.slice(0, index).findLast((token) => token.kind === 'time')
  return {
    subject: name.subject,
    time: time?.kind === 'time' ? time.time : bracketTime(list, index),
    unit: known,
    start: name.start,
    end: name.end + between.replace(/[=≈]$/, '').length,
  }
}

function bracketTime(list: ReturnType<typeof tokens>, index: number): Time | null {
  const [open, time] = list.slice(index + 1)
  return open?.kind === 'open' && time?.kind === 'time' ? time.time : null
}

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
