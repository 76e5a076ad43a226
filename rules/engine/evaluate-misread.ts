import type { Fact } from '../../schemas/fact.ts'
import { isSure } from './agree-facts.ts'
import { Decimal } from './decimal.ts'
import { looksMisread, otherReadings } from './diagnose/looks-misread.ts'
import { evaluate, type Years } from './evaluate.ts'
import type { Formula } from './formula.ts'
import { fromSpan, type Interval, intervalOf, overlap } from './interval.ts'
import type { Statement } from './series.ts'

const digits = '0123456789'

/** Prints that recognition may have turned into this one: what else a reader saw, one digit other, or a point lost. */
function* variants(fact: Fact): Generator<Fact> {
  const value = fact.value ?? ''
  for (const other of otherReadings(fact)) yield { ...fact, value: other }
  for (const [at, character] of [...value].entries()) {
    for (const digit of digits.includes(character) ? digits : '') yield { ...fact, value: value.slice(0, at) + digit + value.slice(at + 1) }
    if (!value.includes('.') && at > 0) yield { ...fact, value: `${value.slice(0, at)}.${value.slice(at)}` }
  }
}

const likely = (fact: Fact): Fact[] => [...variants(fact)].filter((other) => other.value !== fact.value && looksMisread(fact, other))

/** A variant's interval in the canonical unit, by the factor that the original was converted with. */
function intervalAs(fact: Fact, variant: Fact): Interval {
  const factor =
    fact.canonical === null || fact.value === null || new Decimal(fact.value).isZero()
      ? new Decimal(1)
      : new Decimal(fact.canonical.value).div(fact.value)
  return intervalOf(variant.value ?? '0', factor)
}

/**
 * Whether a poorly read result, or one poorly read input, would agree with the rest if recognition mistook one look-alike digit or
 * lost a point. Well-read prints are never doubted.
 */
export function misreadingExplains(
  formula: Formula,
  years: Years,
  result: Fact,
  inputs: readonly Statement[],
  computed: Interval,
): boolean {
  if (!isSure(result) && likely(result).some((variant) => overlap(intervalAs(result, variant), computed))) return true
  const printed = result.interval === null ? null : fromSpan(result.interval)
  if (printed === null) return false
  return inputs
    .filter(({ fact }) => !isSure(fact))
    .some(({ fact }) =>
      likely(fact).some((variant) => {
        const other = evaluate(
          formula,
          (quantity, year) => {
            const input = inputs.find((one) => one.fact.subject === quantity && one.fact.year === year)
            return input?.fact === fact ? intervalAs(fact, variant) : input?.interval
          },
          years,
        )
        return 'interval' in other && overlap(other.interval, printed)
      }),
    )
}
