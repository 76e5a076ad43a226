import { expect, test } from 'vitest'
import { parseFormula } from '../../../rules/engine/formula.ts'
import { writeComputed, writeFormula } from '../../../rules/engine/formula-words.ts'
import { exactly, intervalOf } from '../../../rules/engine/interval.ts'

const write = (formula: string) =>
  writeFormula(parseFormula(formula), { year: 2022, base: 2019, final: 2022 }, (quantity, year) => `${quantity}${year}`)

test.each([
  ['a / b', 'a2022÷b2022'],
  ['a / (b + c) * 100', 'a2022÷（b2022＋c2022）×100%'],
  ['a / 10000 / b', 'a2022÷b2022'],
  ['cagr(a, year-3, year) * 100', '〔（a2022÷a2019）^(1/3)－1〕×100%'],
  ['mean(p for p in a, b)', '（a2022＋b2022）÷2'],
])('%s is written %s', (formula, expected) => {
  expect(write(formula)).toBe(expected)
})

const print = (value: string) => ({ value, canonical: { value, unit: '1' } })

test('a result is written with the digits of the print beside it', () => {
  expect(writeComputed(exactly('2.9438'), print('3.34'))).toBe('2.94')
})

test('digits are added where it would look like the print that it contradicts', () => {
  expect(writeComputed(exactly('0.36149'), print('0.361'))).toBe('0.3615')
})

test('or would round to nothing', () => {
  expect(writeComputed(exactly('0.00109'), print('10.8'))).toBe('0.001')
})

test('coarse inputs give a range', () => {
  expect(writeComputed(intervalOf('2'), print('3.3'))).toBe('1.5～2.5')
})

test('a result is written in the printed unit: 0.361 tce/万元 beside a print in kg', () => {
  expect(writeComputed(exactly('0.361'), { value: '316', canonical: { value: '0.316', unit: 'tce/万元' } })).toBe('361')
})
