import { findDays } from '../../../../rules/engine/date-days.ts'
import type { Spot } from './clause.ts'
import { aftermath, firm, leaked, type Pattern, perfective, period, someFirm, unreal } from './lexicon.ts'

/** Counted cases, money and days are told of what happened. */
const counted =
  /(?:[1-9]\d*|[一二两三四五六七八九十]+)(?:余)?(?:起|次|件|例|家|人|小时|万元|元)|(?:[1-9]\d*|[一二两三四五六七八九十]+)余?(?:座|辆|台|处|所|亩|吨|立方米|方(?!面|案|法)|天|个?小时|分钟|公里|倍|名)|pH值?[^,;]{0,8}?\d|(?:拨打|致电)[^,;]{0,6}?\d/

function isProven(spot: Spot, sentence: string, proof: Pattern['proof']): boolean {
  if (proof === 'none') return true
  const told = sentence.slice(0, spot.clause.end)
  if (findDays(told, 2000).length > 0 || someFirm.test(told) || counted.test(sentence) || aftermath.test(sentence)) return true
  return proof === 'weak' && (period.test(told) || firm.test(told) || perfective.test(spot.text))
}

/** Words within the telling phrase that undo it: 泄漏后未流入河道, 收集泄漏物料避免进入水体. */
const within = /避免|防止|防范|以防|杜绝|可能|一旦|未(?!经|按|批|安装|能|及时)|没有|收集|拦截/

/** 共处置突发环境事件两起: what is counted was there to be dealt with. */
const dealtWith = /(?:[1-9]\d*|[一二两三四五六七八九十]+)余?(?:起|次|件|例)/
const dealing = /(?:共|先后|累计|妥善|及时|成功|依法)*(?:处置|应对|处理)(?:了)?(?:特别重大|重大|较大|一般)?$/

/** True where the sentence tells of something that happened: no law, plan, drill, condition, precaution or name of an indicator. */
export function isReal(spot: Spot, sentence: string, { proof, kind }: Pattern): boolean {
  if (kind === 'environmental_incident' && within.test(spot.text.replace(leaked, ''))) return false
  if (unreal.sentence.test(sentence)) return false
  const before = dealtWith.test(spot.text) ? spot.before.replace(dealing, '') : spot.before
  if (unreal.before.test(before) || unreal.after.test(spot.after)) return false
  if (/^(?:防范|防止|防控|预防|严防|避免|杜绝|遏制|拟|计划|如|若|确保)/.test(spot.text)) return false
  return isProven(spot, sentence, proof)
}
