import { Decimal } from '../../rules/engine/decimal.ts'
import { type UnitSet, unitFor } from './measures.ts'
import type { Random } from './random.ts'
import type { Say, Scribe } from './scribe.ts'

/** An amount in running text. */
export const said = (s: Scribe, subject: string, year: number, units: UnitSet, more: Partial<Say> = {}): string =>
  s.amount(subject, year, { ...unitFor(units, subject), at: 'prose', ...more })

/** The change from one year to another in percent, to one digit, as the true levels give it; negative for a fall. */
export function change(s: Scribe, subject: string, from: number, to: number, digits = 1): string {
  const a = s.park.value(subject, from)
  const b = s.park.value(subject, to)
  if (!(a instanceof Decimal) || !(b instanceof Decimal)) throw new Error(`no levels of ${subject}`)
  return b.div(a).minus(1).mul(100).toFixed(digits, Decimal.ROUND_HALF_UP)
}

export const rises = (percent: string, up = '增长', down = '下降'): string =>
  percent.startsWith('-') ? `${down}${percent.slice(1)}%` : `${up}${percent}%`

/** Sentences whose numbers are not the park's: other places, single firms, quotas, plans, shares of a year, kindred but different quantities. */
export const traps: ((r: Random, s: Scribe) => string)[] = [
  (r, s) =>
    `${s.park.city}全年实现地区生产总值${r.between(900, 3000).toFixed(1)}亿元，规模以上工业增加值同比增长${r.between(4, 9).toFixed(1)}%。`,
  (r) =>
    `对标先进，上海化学工业区单位工业增加值综合能耗约${r.between(0.3, 0.9).toFixed(2)}吨标准煤/万元，广州开发区工业用水重复利用率达到${r.between(85, 96).toFixed(1)}%。`,
  (r) => `园区污水处理厂设计处理能力${r.int(3, 12)}万吨/日，配套再生水设施设计规模${r.int(1, 4)}万吨/日。`,
  (r) =>
    `龙头企业瑞祥化工股份有限公司年综合能耗${r.between(2, 9).toFixed(2)}万吨标准煤，占地${r.int(400, 1600)}亩，现有职工${r.int(600, 3000)}人。`,
  (r) => `省级主管部门核定的化学需氧量总量控制指标为${r.int(800, 2600)}吨/年，氨氮为${r.int(90, 260)}吨/年。`,
  (r) => `绿地率由规划批复时的${r.between(18, 22).toFixed(1)}%提高，公园绿地人均${r.between(11, 18).toFixed(1)}平方米。`,
  (r) => `高新技术产业产值占规模以上工业产值的比重居全市第${r.pick(['一', '二', '三'])}位，规模以上工业企业${r.int(90, 400)}家。`,
  (r) =>
    `全国一般工业固体废物综合利用率为${r.between(52, 60).toFixed(1)}%，全省万元地区生产总值用水量为${r.between(28, 60).toFixed(1)}立方米。`,
  (r) => `上半年园区工业企业取水许可量合计${r.int(900, 4000)}万立方米，自来水管网漏损率控制在${r.between(6, 10).toFixed(1)}%以内。`,
  (r) =>
    `光伏项目全部投运后预计年发电${r.int(1200, 9000)}万千瓦时，年可替代标准煤约${r.int(3600, 27000)}吨，年减排二氧化碳约${r.int(9000, 68000)}吨。`,
  (r) => `其中，万洁环保科技公司年处理工业固体废物${r.between(3, 12).toFixed(1)}万吨，资源化率超过${r.int(88, 97)}%。`,
  (r) => `年内举办绿色发展讲座${r.int(3, 9)}期，参训${r.int(300, 1800)}人次；向园区企业发放宣传折页${r.int(2000, 9000)}份。`,
]

/** `count` different sentences of the park's report that state no fact. */
export const distractions = (r: Random, s: Scribe, count: number): string[] =>
  r
    .shuffle(traps)
    .slice(0, count)
    .map((trap) => trap(r, s))
