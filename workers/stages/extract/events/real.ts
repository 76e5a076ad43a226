import { findDays } from '../../../../rules/engine/date-days.ts'
import type { Spot } from './clause.ts'
import { firm, type Pattern, perfective, period, someFirm, unreal } from './lexicon.ts'

/** Counted cases, money and days are told of what happened. */
const counted = /(?:[1-9]\d*|[一二两三四五六七八九十]+)(?:余)?(?:起|次|件|例|家|人|小时|万元|元)/

function isProven(spot: Spot, sentence: string, proof: Pattern['proof']): boolean {
  if (proof === 'none') return true
  const told = sentence.slice(0, spot.clause.end)
  if (findDays(told, 2000).length > 0 || someFirm.test(told) || counted.test(sentence)) return true
  return proof === 'weak' && (period.test(told) || firm.test(told) || perfective.test(spot.text))
}

/** True where the sentence tells of something that happened: no law, plan, drill, condition, precaution or name of an indicator. */
export function isReal(spot: Spot, sentence: string, { proof }: Pattern): boolean {
  if (unreal.sentence.test(sentence)) return false
  if (unreal.before.test(spot.before) || unreal.after.test(spot.after)) return false
  if (/^(?:防范|防止|防控|预防|严防|避免|杜绝|遏制|拟|计划|如|若|确保)/.test(spot.text)) return false
  return isProven(spot, sentence, proof)
}
