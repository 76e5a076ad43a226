import type { Fact } from '../../schemas/fact.ts'
import { Decimal } from './decimal.ts'
import { type Years, yearOf } from './evaluate.ts'
import type { Formula } from './formula.ts'
import { decimalPlaces, type Interval } from './interval.ts'
import type { Statement } from './series.ts'
import { showFact } from './show-fact.ts'

const signs = { '+': '＋', '-': '－', '*': '×', '/': '÷' } as const

/** What stands in a written calculation for a quantity in a year: its print, or "？" where it is not stated. */
export type Spell = (quantity: string, year: number) => string

const binds = (formula: Formula): boolean => formula.kind === 'number' || formula.kind === 'quantity'
/** Round brackets, square ones around them. */
const enclose = (text: string): string => (text.includes('（') ? `〔${text}〕` : `（${text}）`)
const isTenfold = (formula: Formula, from: number): boolean =>
  formula.kind === 'number' && formula.value.gte(from) && /^10*$/.test(formula.value.toFixed())

/** A formula with its numbers in it, as a report would write it: "961.2万立方米÷326.87亿元", "（359.51亿元÷266.55亿元）^(1/3)－1". */
export function writeFormula(formula: Formula, years: Years, spell: Spell, at: number = years.year): string {
  const write = (one: Formula, when = at) => writeFormula(one, years, spell, when)
  const part = (one: Formula, when = at) => (binds(one) ? write(one, when) : enclose(write(one, when)))
  const term = (one: Formula) =>
    binds(one) || (one.kind === 'binary' && one.sign !== '+' && one.sign !== '-') ? write(one) : enclose(write(one))
  switch (formula.kind) {
    case 'number':
      return formula.value.toFixed()
    case 'quantity':
      return spell(formula.id, at)
    case 'negative':
      return `－${part(formula.of)}`
    case 'mean':
      return `（${formula.of.map(term).join('＋')}）÷${formula.of.length}`
    case 'growth': {
      const [from, to] = [yearOf(formula.from, years) ?? at, yearOf(formula.to, years) ?? at]
      return `（${part(formula.of, to)}÷${part(formula.of, from)}）^(1/${to - from})－1`
    }
    case 'binary': {
      // A power of ten between units says nothing beside printed units; times a hundred makes a percentage.
      if (isTenfold(formula.right, 1000)) return write(formula.left)
      if (formula.sign === '*' && isTenfold(formula.right, 100)) return `${term(formula.left)}×100%`
      if (formula.sign === '+' || formula.sign === '-') return `${write(formula.left)}${signs[formula.sign]}${term(formula.right)}`
      return `${term(formula.left)}${signs[formula.sign]}${part(formula.right)}`
    }
  }
}

/** Spells quantities as the statements print them. */
export const spellAs =
  (statements: readonly Statement[]): Spell =>
  (quantity, year) => {
    const found = statements.find(({ fact }) => fact.subject === quantity && fact.year === year)
    return found === undefined ? '？' : showFact(found.fact)
  }

const MORE_DIGITS = 8

/**
 * A computed interval in the unit and with the digits of a print, as one number where its ends round to one and as a
 * range where they do not. Digits are added while the result would look the same as the print that it contradicts, or
 * would round to nothing.
 */
export function writeComputed({ low, high }: Interval, beside: Pick<Fact, 'value' | 'canonical'>): string {
  const factor =
    beside.value !== null && beside.canonical !== null && !new Decimal(beside.value).isZero()
      ? new Decimal(beside.canonical.value).div(beside.value)
      : new Decimal(1)
  const [from, to, middle] = [low.div(factor), high.div(factor), low.plus(high).div(2).div(factor)]
  const misleads = (text: string) =>
    (beside.value !== null && new Decimal(text).eq(beside.value)) || (new Decimal(text).isZero() && !middle.isZero())
  let digits = decimalPlaces(beside.value ?? '0')
  for (let more = 0; more < MORE_DIGITS && misleads(middle.toFixed(digits)); more += 1) digits += 1
  const unit = new Decimal(10).pow(-digits)
  return from.toFixed(digits) === to.toFixed(digits) || to.minus(from).lt(unit)
    ? middle.toFixed(digits)
    : `${from.toFixed(digits)}～${to.toFixed(digits)}`
}
