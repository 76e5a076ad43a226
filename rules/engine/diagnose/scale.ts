import { Decimal } from '../decimal.ts'
import type { Interval } from '../interval.ts'
import type { Candidate, Question, Test } from './candidate.ts'
import { chanceOf, printsIn } from './chance.ts'
import { findFactor, type Printed, significant, withoutFilling } from './printed.ts'
import { unitFactors } from './unit-factors.ts'

const hundred = [new Decimal(100)]
const places = [10, 100].map((factor) => new Decimal(factor))

/** `print` is that whose digits explain it. */
type Scale = {
  readonly cause: 'unit_slip' | 'decimal_shift' | 'percent_fraction'
  readonly times: Decimal
  readonly up: boolean
  readonly print: Printed
}

/** Zero is no size, and a single digit stands for too much: neither has a scale to be wrong about. */
const hasSize = ({ low, high }: Interval): boolean => low.gt(0) || high.lt(0)

/** Whether the print is right but for a unit, a percent sign or the place of its point. */
export function findScale(print: Printed, to: Interval): Scale | undefined {
  const rounded = withoutFilling(print)
  return findExactly(print, to) ?? (rounded && findExactly(rounded, to))
}

function findExactly(print: Printed, to: Interval): Scale | undefined {
  if (!hasSize(print.interval) || !hasSize(to) || significant(print.digits).length < 2) return undefined
  const isShare = print.unit !== null && /%|％|百分/.test(print.unit)
  const asked = [
    ...(isShare ? [['percent_fraction', hundred] as const] : []),
    ['unit_slip', unitFactors(print.unit)] as const,
    ['decimal_shift', places] as const,
  ]
  for (const [cause, factors] of asked) {
    const found = findFactor(print.interval, to, factors)
    if (found) return { cause, ...found, print }
  }
  return undefined
}

const spelled = (times: Decimal): string => {
  const power = times.log(10)
  const names = new Map([
    [4, '1万'],
    [8, '1亿'],
  ])
  return power.isInteger() ? (names.get(power.toNumber()) ?? times.toFixed()) : times.toSignificantDigits(4).toFixed()
}

/** How a scale is told: of the suspected print, against what it should be. */
function tell({ cause, times, up, print }: Scale, { what, against, print: whole }: Question): Omit<Candidate, 'chance'> {
  const by = `${print === whole ? '' : '（末尾的零看作补位）'}恰为${against.what}的${up ? `1/${spelled(times)}` : `${spelled(times)}倍`}`
  if (cause === 'unit_slip')
    return { cause, explanation: `${what}${by}，可能是计量单位写错或漏换算。`, suggestion: `核对${what}的计量单位。` }
  if (cause === 'percent_fraction')
    return { cause, explanation: `${what}${by}，可能把小数当作百分数填写（或反之）。`, suggestion: `核对${what}是否应乘以或除以100。` }
  return { cause, explanation: `${what}${by}，可能是小数点错位。`, suggestion: `核对${what}的小数点位置。` }
}

/** Powers of ten leave the digits as they are; every other ratio of units is one more way to meet a number by chance. */
const ways = (unit: string | null): number => 1 + unitFactors(unit).filter((factor) => !factor.log(10).isInteger()).length

/** A wrong unit, a misplaced point, a fraction for a percentage. */
export const scale: Test = (question) => {
  const { against } = question
  const found = findScale(question.print, against.interval)
  if (!found) return undefined
  const { print } = found
  const back = found.up ? new Decimal(1).div(found.times) : found.times
  const range = { low: against.interval.low.times(back), high: against.interval.high.times(back) }
  return { ...tell(found, question), chance: chanceOf(printsIn(print, range) * ways(print.unit), print) }
}
