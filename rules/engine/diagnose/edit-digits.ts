import type { Interval } from '../interval.ts'
import { coincide, type Printed, reprint, significant } from './printed.ts'

const isDigit = (character: string | undefined): boolean => character !== undefined && /\d/.test(character)

/** Every print that comes of swapping two neighbouring digits, also across the point. */
function* transpositions(digits: string): Generator<string> {
  const places = Array.from(digits, (_, index) => index).filter((index) => isDigit(digits[index]))
  for (const [index, left] of places.entries()) {
    const right = places[index + 1]
    if (right === undefined || digits[left] === digits[right]) continue
    yield `${digits.slice(0, left)}${digits[right]}${digits.slice(left + 1, right)}${digits[left]}${digits.slice(right + 1)}`
  }
}

/** Every print with one digit changed. */
function* substitutions(digits: string): Generator<string> {
  for (let index = 0; index < digits.length; index++)
    if (isDigit(digits[index]))
      for (let digit = 0; digit < 10; digit++)
        if (String(digit) !== digits[index]) yield `${digits.slice(0, index)}${digit}${digits.slice(index + 1)}`
}

/** Every print with one digit left out or one put in, the point staying where it is. */
function* additions(digits: string): Generator<string> {
  for (let index = 0; index <= digits.length; index++) {
    const [head, tail] = [digits.slice(0, index), digits.slice(index)]
    if (isDigit(tail[0]) && /\d/.test(head + tail.slice(1))) yield (head + tail.slice(1)).replace(/\.$/, '').replace(/^(-?)\./, '$10.')
    if (!tail.startsWith('-'))
      for (let digit = 0; digit < 10; digit++) if (digit !== 0 || isDigit(head.at(-1))) yield `${head}${digit}${tail}`
  }
}

function findEdit(print: Printed, to: Interval, edits: Iterable<string>): string | undefined {
  for (const digits of edits) if (coincide(reprint(print, digits), to)) return digits
  return undefined
}

/** The digits after swapping two neighbours that say what `to` says; undefined where no swap does. */
export const findTransposition = (print: Printed, to: Interval): string | undefined =>
  significant(print.digits).length < 2 ? undefined : findEdit(print, to, transpositions(print.digits))

/** The digits after changing one, or (in numbers of four and more) losing or adding one, that say what `to` says. */
export function findTypo(print: Printed, to: Interval): string | undefined {
  const length = significant(print.digits).length
  if (length < 2) return undefined
  return findEdit(print, to, substitutions(print.digits)) ?? (length < 4 ? undefined : findEdit(print, to, additions(print.digits)))
}
