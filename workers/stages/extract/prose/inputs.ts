import { type Formula, parseFormula } from '../../../../rules/engine/formula.ts'
import { measures } from '../make-fact.ts'
import type { NumberMention } from '../numbers.ts'
import type { Subject, Vocabulary } from '../vocabulary.ts'

/** A number of a printed calculation, and the quantity and year that the indicator's formula gives its place. */
export type Input = { readonly subject: Subject; readonly year: number; readonly number: NumberMention }
type Leaf = { readonly id: string; readonly year: number; readonly certain: boolean }

/**
 * The quantities that the inputs of a printed calculation are, by the order of the indicator's formula. Empty unless there is one
 * input for each place of the formula and all their units fit. Terms of a sum whose units are alike are left out, their order being
 * free, unless the formula is printed in `words` before.
 */
export function inputsOf(
  subject: Subject,
  year: number,
  numbers: readonly NumberMention[],
  baseYear: number | null,
  vocabulary: Vocabulary,
  words: readonly Subject[],
): Input[] {
  if (subject.formula === null || numbers.some((number) => number.unit === null || number.operator !== null || number.range)) return []
  const leaves = leavesOf(parseFormula(subject.formula), year, year, baseYear)
  if (!leaves || leaves.length !== numbers.length) return []
  const told =
    leaves.every((leaf) => leaf.year === year) &&
    words.length === numbers.length &&
    words.every((word) => leaves.some((leaf) => leaf.id === word.id))
  if (told) return named(words, numbers, year)
  const pairs = leaves.map((leaf, index) => ({ leaf, quantity: vocabulary.subjects.get(leaf.id), number: numbers[index] }))
  if (!pairs.every(({ quantity, number }) => quantity && number && measures(quantity, number.unit))) return []
  return pairs.flatMap(({ leaf, quantity, number }) =>
    quantity && number && leaf.certain ? [{ subject: quantity, year: leaf.year, number }] : [],
  )
}

/** The inputs by the names that the print itself gives them. */
function named(words: readonly Subject[], numbers: readonly NumberMention[], year: number): Input[] {
  const inputs = words.flatMap((subject, index) => {
    const number = numbers[index]
    return number && measures(subject, number.unit) ? [{ subject, year, number }] : []
  })
  return inputs.length === numbers.length ? inputs : []
}

/** The quantities of a formula from left to right; undefined where a year is unknown or the reckoning has no one print. */
function leavesOf(formula: Formula, year: number, at: number, baseYear: number | null): Leaf[] | undefined {
  if (formula.kind === 'number') return []
  if (formula.kind === 'quantity') return [{ id: formula.id, year: at, certain: true }]
  if (formula.kind === 'negative') return leavesOf(formula.of, year, at, baseYear)
  if (formula.kind === 'mean') return undefined
  if (formula.kind === 'growth') {
    if (formula.of.kind !== 'quantity') return undefined
    const [from, to] = [formula.from, formula.to].map(({ of, offset }) =>
      (of === 'base' ? baseYear : year) === null ? null : ((of === 'base' ? baseYear : year) ?? 0) + offset,
    )
    if (from == null || to == null) return undefined
    return [to, from].map((one) => ({ id: formula.of.kind === 'quantity' ? formula.of.id : '', year: one, certain: true }))
  }
  const left = leavesOf(formula.left, year, at, baseYear)
  const right = leavesOf(formula.right, year, at, baseYear)
  if (!left || !right) return undefined
  const free = formula.sign === '+' && left.length > 0 && right.length > 0
  return [...left, ...right].map((leaf) => (free ? { ...leaf, certain: false } : leaf))
}
