import type { Diagnosis } from '../../../schemas/finding.ts'
import type { CheckResult } from '../../define-rule.ts'
import type { Dossier } from '../../dossier.ts'
import { Decimal } from '../decimal.ts'
import { placeName } from '../place-name.ts'
import { showFact } from '../show-fact.ts'

/** How far a series may move in a year besides the power of ten that it jumped by. */
const NEAR = 0.15

/** Why one year of a series may stand out: by a power of ten (a unit, a point), or for a reason that the series does not tell. */
export function explainJump({ facts, failure }: CheckResult, dossier: Dossier): Diagnosis | undefined {
  const suspect = failure?.suspect
  const index = suspect ? facts.indexOf(suspect) : -1
  const near = facts[index - 1] ?? facts[index + 1]
  if (!suspect?.canonical || !near?.canonical) return undefined
  const power = new Decimal(suspect.canonical.value).div(near.canonical.value).log(10).toNumber()
  const whole = Math.abs(Math.round(power))
  const what = `${placeName(suspect, dossier)}的${showFact(suspect)}`
  if (whole > 0 && Math.abs(Math.abs(power) - whole) <= NEAR)
    return whole > 2
      ? {
          cause: 'unit_slip',
          explanation: `${what}与相邻年份约差10的${whole}次方倍，可能是计量单位写错或漏换算。`,
          suggestion: `核对${what}的计量单位。`,
        }
      : {
          cause: 'decimal_shift',
          explanation: `${what}与相邻年份约差${10 ** whole}倍，可能是小数点错位。`,
          suggestion: `核对${what}的小数点位置。`,
        }
  return {
    cause: 'unknown',
    explanation: `${what}与相邻年份相差悬殊，可能是录入、口径变化，也可能确有其事。`,
    suggestion: '请说明跳变原因或更正。',
  }
}
