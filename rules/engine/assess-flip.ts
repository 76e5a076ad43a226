import type { Fact } from '../../schemas/fact.ts'
import type { Assessment } from '../../schemas/report.ts'
import { Decimal } from './decimal.ts'
import { evaluate, type Years } from './evaluate.ts'
import type { Formula } from './formula.ts'
import { exactly } from './interval.ts'
import type { Statement } from './series.ts'
import { type Limit, satisfies } from './threshold.ts'

/** Twenty digits are plenty for a question asked to seven, and quick. */
const Quick = Decimal.clone({ precision: 20 })
const SIGNIFICANT = 7
const STEPS = 40

type Question = { readonly formula: Formula; readonly years: Years; readonly limit: Decimal; readonly inputs: readonly Statement[] }

const pointOf = ({ fact, interval }: Statement): Decimal => new Quick(fact.canonical?.value ?? interval.low)

/** By how much the result exceeds the limit when one input is set; undefined where there is no result. */
function excess({ formula, years, limit, inputs }: Question, changed: Fact, to: Decimal): Decimal | undefined {
  const result = evaluate(
    formula,
    (quantity, year) => {
      const found = inputs.find(({ fact }) => fact.subject === quantity && fact.year === year)
      return found === undefined ? undefined : exactly(new Quick(found.fact === changed ? to : pointOf(found)))
    },
    years,
  )
  return 'interval' in result ? result.interval.low.minus(limit) : undefined
}

/** Half to a thousandth, double to a thousandfold: beyond that no park changes. */
const REACH = { down: [0.5, 0.75, 0.9, 0.99, 0.999], up: [0.5, 1, 3, 9, 99, 999] } as const

/** A value of the input and by how much the result then exceeds the limit. */
type Point = { readonly at: Decimal; readonly by: Decimal }

const sameSide = (a: Point, b: Point) => !a.by.isZero() && a.by.isPositive() === b.by.isPositive()

/** Where the line through two points meets zero; halving one end that stays put keeps it from crawling (the Illinois method). */
function meet(question: Question, input: Statement, start: Point, end: Point): Decimal {
  const close = start.at.minus(end.at).abs().times('1e-10')
  let [a, b, last] = [start, end, end.at]
  for (let step = 0; step < STEPS && !b.by.isZero(); step += 1) {
    const at = a.at.times(b.by).minus(b.at.times(a.by)).div(b.by.minus(a.by))
    const by = excess(question, input.fact, at)
    if (by === undefined || at.minus(last).abs().lte(close)) return at
    const here = { at, by }
    ;[a, b] = sameSide(here, b) ? [{ at: a.at, by: a.by.div(2) }, here] : [b, here]
    last = at
  }
  return b.at
}

/** The value of one input at which the result meets the limit exactly, on one side of its present value. */
function crossing(question: Question, input: Statement, direction: 'up' | 'down'): Decimal | undefined {
  const from = pointOf(input)
  const by = excess(question, input.fact, from)
  if (by === undefined || by.isZero()) return undefined
  let near: Point = { at: from, by }
  for (const share of REACH[direction]) {
    const at = from.times(direction === 'up' ? 1 + share : 1 - share)
    const there = excess(question, input.fact, at)
    if (there === undefined) return undefined
    const far = { at, by: there }
    if (!sameSide(near, far)) return meet(question, input, near, far)
    near = far
  }
  return undefined
}

const round = (to: Decimal, from: Decimal, counted: boolean): Decimal =>
  counted ? (to.gt(from) ? to.minus('1e-6').ceil() : to.plus('1e-6').floor()) : to.toSignificantDigits(SIGNIFICANT)

/** Off a full 100 % the next whole thing leads: one done fewer, or one due more. */
const besides = (question: Question, input: Statement, counted: boolean): Decimal[] =>
  counted ? [pointOf(input).minus(1), pointOf(input).plus(1)].filter((to) => excess(question, input.fact, to)?.isNegative() === true) : []

/**
 * The smallest relative change of one input of the judged year that brings a value from one side of its limit to the other:
 * the value at which the limit is met, to seven digits, whole for what is counted. null where no input alone can do it.
 */
export function findFlip(
  formula: Formula,
  years: Years,
  limit: Limit,
  inputs: readonly Statement[],
  isCounted: (quantity: string) => boolean,
): Assessment['flip'] {
  if (limit.value === null) return null
  const question: Question = { formula, years, limit: limit.value, inputs }
  const turns = inputs
    .filter(({ fact }) => fact.year === years.year && !pointOf({ fact, interval: exactly(0) }).isZero())
    .flatMap((input) => {
      const from = pointOf(input)
      const counted = isCounted(input.fact.subject)
      const ends =
        limit.operator === '=' && excess(question, input.fact, from)?.isZero()
          ? besides(question, input, counted)
          : (['up', 'down'] as const).flatMap((direction) => crossing(question, input, direction) ?? [])
      return ends.map((end) => ({ subject: input.fact.subject, from, to: round(end, from, counted) }))
    })
    .filter(({ from, to }) => !to.eq(from))
  const change = ({ from, to }: { from: Decimal; to: Decimal }) => to.minus(from).div(from).abs()
  const [least] = turns.sort((a, b) => change(a).cmp(change(b)))
  return least === undefined ? null : { subject: least.subject, from: least.from.toFixed(), to: least.to.toFixed() }
}

/** Whether a result computed from the inputs' printed values meets the limit; undefined where there is none. */
export function meets(formula: Formula, years: Years, limit: Limit, inputs: readonly Statement[]): boolean | undefined {
  const [first] = inputs
  if (limit.value === null || first === undefined) return undefined
  const by = excess({ formula, years, limit: limit.value, inputs }, first.fact, pointOf(first))
  // A tenth of a millionth of the limit is the rounding of the arithmetic, not of the park.
  const isOn = by?.abs().lte(limit.value.abs().times('1e-15')) === true
  return by === undefined ? undefined : satisfies(isOn ? limit.value : limit.value.plus(by), limit.operator, limit.value)
}
