import type { Citation } from '../../../../schemas/fact.ts'
import type { Spot } from './make.ts'
import { evidenceOf, printOf } from './place.ts'

const lead =
  /^(?:\(?\d*\)?[、.]?)?(?:经?据|根据|依据|按照?)((?:《[^》]{2,40}》|[^,。;《》]){1,40}?)(?:的?(?:初步)?(?:统计|核算|监测|反馈|提供)的?(?:数据|资料|结果)?)?(?:显示|表明)?,/
const record =
  /(?:局|办|办公室|委|委员会|中心|处|科|站|公司|集团|部门|年鉴|公报|年报|月报|快报|报表|台账|统计资料|资料|手册|统计数据|数据库|环统|》(?:\([^()]*\))?)$/
const law = /标准|办法|规定|条例|规划|通知|要求|方案|意见|技术指南|计算方法|公式|口径/

/**
 * The source that a sentence opens with (据开发区统计局统计，…; 根据《2022年统计年鉴》，…): a body or a record, not a rule or a way of counting.
 * It holds for what the sentence states of the park.
 */
export function citedSource(spot: Spot): Citation | null {
  const found = lead.exec(spot.text)
  const name = found?.[1]
  if (!found || name === undefined || name.length < 4 || !record.test(name) || law.test(name)) return null
  const start = spot.start + spot.text.indexOf(name)
  const span = { start, end: start + name.length }
  return { text: printOf(spot.passage, span), evidence: evidenceOf(spot.passage, span, span, spot) }
}
