import type { Diagnosis } from '../../../schemas/finding.ts'
import { Decimal } from '../decimal.ts'
import type { Interval } from '../interval.ts'
import { placeName } from '../place-name.ts'
import { showFact } from '../show-fact.ts'
import type { Odds, Test } from './cause.ts'
import { findFactor, findPrinted, type Printed, significant } from './printed.ts'
import { unitFactors } from './unit-factors.ts'

const hundred = [new Decimal(100)]
const places = [10, 100].map((factor) => new Decimal(factor))

type Scale = { readonly cause: 'unit_slip' | 'decimal_shift' | 'percent_fraction'; readonly times: Decimal; readonly up: boolean }

/** Zero is no size, and a single digit stands for too much: neither has a scale to be wrong about. */
const hasSize = ({ low, high }: Interval): boolean => low.gt(0) || high.lt(0)

/** Whether the print is right but for a unit, a percent sign or the place of its point. */
export function findScale(print: Printed, to: Interval): Scale | undefined {
  if (!hasSize(print.interval) || !hasSize(to) || significant(print.digits).length < 2) return undefined
  const isShare = print.unit !== null && /%|％|百分/.test(print.unit)
  const asked = [
    ...(isShare ? [['percent_fraction', hundred] as const] : []),
    ['unit_slip', unitFactors(print.unit)] as const,
    ['decimal_shift', places] as const,
  ]
  for (const [cause, factors] of asked) {
    const found = findFactor(print.interval, to, factors)
    if (found) return { cause, ...found }
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

/** How a scale is told: `what` is the suspected print, `than` what it is held against. */
export function explainScale({ cause, times, up }: Scale, what: string, than: string): Diagnosis {
  const by = `恰为${than}的${up ? `1/${spelled(times)}` : `${spelled(times)}倍`}`
  if (cause === 'unit_slip')
    return { cause, explanation: `${what}${by}，可能是计量单位写错或漏换算。`, suggestion: `核对${what}的计量单位。` }
  if (cause === 'percent_fraction')
    return { cause, explanation: `${what}${by}，可能把小数当作百分数填写（或反之）。`, suggestion: `核对${what}是否应乘以或除以100。` }
  return { cause, explanation: `${what}${by}，可能是小数点错位。`, suggestion: `核对${what}的小数点位置。` }
}

/** A wrong unit, a misplaced point, a fraction for a percentage. */
export const scale: Test<Odds> = ({ wrong, right, dossier }) => {
  const [print, other] = [findPrinted(wrong), findPrinted(right)]
  const found = print && other && findScale(print, other.interval)
  return (
    found && explainScale(found, `${placeName(wrong, dossier)}的${showFact(wrong)}`, `${placeName(right, dossier)}的${showFact(right)}`)
  )
}
