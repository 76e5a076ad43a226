import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findTransposition, findTypo } from '../../../../rules/engine/diagnose/edit-digits.ts'
import { findPrinted, type Printed } from '../../../../rules/engine/diagnose/printed.ts'
import { fact } from '../../rule-tester.ts'

const print = (printed: string, unit = '万元') => findPrinted(fact({ printed, unit })) as Printed

/** A number of five to eight digits, its point somewhere, no two of them alike in a row. */
const digits = fc
  .tuple(fc.integer({ min: 10_000, max: 99_999_999 }), fc.integer({ min: 0, max: 3 }))
  .map(([value, places]) => (places === 0 ? String(value) : `${String(value).slice(0, -places)}.${String(value).slice(-places)}`))

const swap = (text: string, at: number): string | undefined => {
  const next = text[at + 1] === '.' ? at + 2 : at + 1
  const [a, b] = [text[at], text[next]]
  if (a === undefined || b === undefined || a === '.' || a === b || (at === 0 && b === '0')) return undefined
  return `${text.slice(0, at)}${b}${text.slice(at + 1, next)}${a}${text.slice(next + 1)}`
}

test('every planted transposition is found', () => {
  fc.assert(
    fc.property(digits, fc.nat(8), (right, at) => {
      const wrong = swap(right, at % right.length)
      return wrong === undefined || findTransposition(print(wrong), print(right).interval) === right
    }),
  )
})

test('a transposition is found through a coarser print in another unit', () => {
  expect(findTransposition(print('108.48', '亿元'), print('1804764').interval)).toBe('180.48')
  expect(findTransposition(print('1084764'), print('180.48', '亿元').interval)).toBe('1804764')
})

test('every planted change of one digit is found', () => {
  fc.assert(
    fc.property(digits, fc.nat(8), fc.integer({ min: 1, max: 9 }), (right, at, by) => {
      const index = at % right.length
      const old = right[index]
      if (old === undefined || old === '.' || index === 0) return true
      const wrong = `${right.slice(0, index)}${(Number(old) + by) % 10}${right.slice(index + 1)}`
      return findTypo(print(wrong), print(right).interval) === right
    }),
  )
})

test('a lost digit and one too many are found, in long numbers only', () => {
  expect(findTypo(print('29.34'), print('297.34').interval)).toBe('297.34')
  expect(findTypo(print('2977.34'), print('297.34').interval)).toBe('297.34')
  expect(findTypo(print('12'), print('123').interval)).toBeUndefined()
})

test('two changed digits are no single edit', () => {
  expect(findTypo(print('482.19'), print('182.99').interval)).toBeUndefined()
  expect(findTransposition(print('482.19'), print('182.99').interval)).toBeUndefined()
})
