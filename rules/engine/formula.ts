import { Decimal } from './decimal.ts'
import { TokenReader } from './formula-tokens.ts'

/** A year named in a formula: the indicator's own, the base or the final year of the construction period, moved by `offset`. */
export type YearName = { readonly of: 'year' | 'base' | 'final'; readonly offset: number }

/**
 * A formula as a tree. `quantity` is taken in the year that its surroundings ask for; `growth` is the compound annual
 * rate (x[to] / x[from]) ^ (1 / (to - from)) - 1 of what stands inside; `mean` is the arithmetic mean.
 */
export type Formula =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'quantity'; readonly id: string }
  | { readonly kind: 'negative'; readonly of: Formula }
  | { readonly kind: 'binary'; readonly sign: '+' | '-' | '*' | '/'; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'growth'; readonly of: Formula; readonly from: YearName; readonly to: YearName }
  | { readonly kind: 'mean'; readonly of: readonly Formula[] }

const yearName = (reader: TokenReader): YearName => {
  const word = reader.word('year, base or final')
  if (word !== 'year' && word !== 'base' && word !== 'final')
    return reader.fail(`"${word}" is no year: expected year, base or final before`)
  const sign = reader.take('-') ? -1 : reader.take('+') ? 1 : 0
  if (sign === 0) return { of: word, offset: 0 }
  if (reader.token.kind !== 'number' || reader.token.text.includes('.')) return reader.fail('expected a whole number of years')
  return { of: word, offset: sign * Number(reader.advance().text) }
}

const growth = (reader: TokenReader): Formula => {
  reader.expect('(')
  const of = sum(reader)
  reader.expect(',')
  const from = yearName(reader)
  reader.expect(',')
  const to = yearName(reader)
  reader.expect(')')
  return { kind: 'growth', of, from, to }
}

const replace = (formula: Formula, name: string, id: string): Formula => {
  const inside = (one: Formula) => replace(one, name, id)
  if (formula.kind === 'quantity') return formula.id === name ? { kind: 'quantity', id } : formula
  if (formula.kind === 'number') return formula
  if (formula.kind === 'binary') return { ...formula, left: inside(formula.left), right: inside(formula.right) }
  return formula.kind === 'mean' ? { ...formula, of: formula.of.map(inside) } : { ...formula, of: inside(formula.of) }
}

const mean = (reader: TokenReader): Formula => {
  reader.expect('(')
  const of = sum(reader)
  reader.expect('for')
  const name = reader.word('a name')
  reader.expect('in')
  const ids = [reader.word('a quantity')]
  while (reader.take(',')) ids.push(reader.word('a quantity'))
  reader.expect(')')
  return { kind: 'mean', of: ids.map((id) => replace(of, name, id)) }
}

const factor = (reader: TokenReader): Formula => {
  if (reader.take('-')) return { kind: 'negative', of: factor(reader) }
  if (reader.take('(')) {
    const inside = sum(reader)
    reader.expect(')')
    return inside
  }
  if (reader.token.kind === 'number') return { kind: 'number', value: new Decimal(reader.advance().text) }
  if (reader.take('cagr')) return growth(reader)
  if (reader.take('mean')) return mean(reader)
  return { kind: 'quantity', id: reader.word('a number, a quantity or "("') }
}

const product = (reader: TokenReader): Formula => {
  let left = factor(reader)
  for (;;) {
    const sign = reader.take('*') ? '*' : reader.take('/') ? '/' : null
    if (sign === null) return left
    left = { kind: 'binary', sign, left, right: factor(reader) }
  }
}

/** Reads one expression from where the reader stands; what follows is left to the caller (conditions go on). */
export const sum = (reader: TokenReader): Formula => {
  let left = product(reader)
  for (;;) {
    const sign = reader.take('+') ? '+' : reader.take('-') ? '-' : null
    if (sign === null) return left
    left = { kind: 'binary', sign, left, right: product(reader) }
  }
}

const parsed = new Map<string, Formula>()

/**
 * A formula of the Standard as a tree; each text is parsed once.
 * Numbers, quantities, + - * / ( ), `cagr(expression, from, to)` with from and to out of year, base, final (± years),
 * `mean(expression for p in a, b, c)`. Throws a FormulaError that names the character at fault.
 */
export function parseFormula(text: string): Formula {
  const known = parsed.get(text)
  if (known !== undefined) return known
  const reader = new TokenReader(text)
  const formula = sum(reader)
  reader.end()
  parsed.set(text, formula)
  return formula
}

/** One input that a formula reads: a quantity in a year. */
export type Input = { readonly quantity: string; readonly at: YearName }

const OWN_YEAR: YearName = { of: 'year', offset: 0 }

function collect(formula: Formula, at: YearName, into: Input[]): void {
  if (formula.kind === 'quantity') into.push({ quantity: formula.id, at })
  else if (formula.kind === 'negative') collect(formula.of, at, into)
  else if (formula.kind === 'binary') for (const side of [formula.left, formula.right]) collect(side, at, into)
  else if (formula.kind === 'mean') for (const one of formula.of) collect(one, at, into)
  else if (formula.kind === 'growth') for (const end of [formula.from, formula.to]) collect(formula.of, end, into)
}

/** Every input in the order in which the formula reads it; one that is read twice stands twice. */
export function inputsOf(formula: Formula): Input[] {
  const inputs: Input[] = []
  collect(formula, OWN_YEAR, inputs)
  return inputs
}
