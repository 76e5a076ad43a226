import parks from '../../classify/parks.json' with { type: 'json' }
import type { Spot } from './clause.ts'
import { firm, foreign } from './lexicon.ts'

const kinds = [...parks.kinds, '化工园', '工业园', '化工区', '产业区'].sort((a, b) => b.length - a.length).join('|')
const named = new RegExp(`[\\u4e00-\\u9fa5]{0,14}?(?:${kinds})`, 'g')
const leading =
  /^(?:.*(?:[年月日号起内]|指出|点名|曝光|通报|反馈|发现|认定|约谈|要求|同意|批准|批复|责令|将|把)|经|在|由|自|于|对|该|本|我|全|整个|原|区内|国家级?|省级|市级|示范|我们|位于|经济技术|经济|高新技术产业|高新技术|工业|产业)+/
const place =
  /([\u4e00-\u9fa5]{2,3})(?:省|市|县|州|旗)(?!生态|环|政府|委|人民|级|场|域|区|容|民|长|直|局|公安|检|中级|财|水利|水务|应急|卫|监|控|城|里)/g
const authority =
  /(?:生态环境|环境保护|环保|环境执法|应急管理|公安|检察|法院|督察|省|市|县|区)[\u4e00-\u9fa5]{0,6}?(?:厅|局|部门|机关|分局|支队|总队|队|院)/
const ownWord = /园区|区内|本区|我区|管委会|本园/

/** What an authority found, or whom it dealt with, told behind: 督察组通报指出,园区…; 移送案件2件,涉案企业均为园区内…. */
const ownAfter = /^(?:本|我|该)?园区(?!外)|^区内|^我区|^(?:涉(?:案|事)|被告|当事)[^,;]{0,12}?(?:园区|区)内/

/** Whom an authority dealt with, where it is one firm: 对盛达印染下达处罚决定书. */
const target =
  /(?:对|向)(?!全|辖区|辖内|违法|企业|各|本市|相关|有关|涉|其|环境|上述|重点)[\u4e00-\u9fa5]{2,16}?(?:下达|作出|做出|开出|处以|实施|立案|送达|予以|罚)/

/** Where the clause says who it befell: up to the words for cause, agent and effect. */
const subjectOf = (text: string) =>
  text.split(
    /因(?!子)|经(?=[^,;]{1,12}?(?:局|厅|部|组|部门|政府|专家)[^,;]{0,6}?(?:核定|认定|评定|定级|调查|核实))|被|遭|受到|收到|致|导致|造成|影响|波及|疏散|转移|由(?!于)|受(?=[^,;]{0,20}?影响)/,
  )[0] ?? ''

/** The names of other parks in a text. */
const otherParks = (text: string, own: readonly string[]): boolean =>
  [...text.matchAll(named)].some(([print]) => {
    const rest = print.replace(leading, '')
    const kind = kinds.split('|').find((ending) => rest.endsWith(ending)) ?? ''
    const stem = rest.slice(0, rest.length - kind.length)
    return stem.length >= 2 && kind !== '' && !own.some((name) => rest.includes(name) || name.includes(rest) || name.startsWith(stem))
  })

const otherPlaces = (text: string, own: readonly string[]): boolean =>
  [...text.matchAll(place)].some(
    ([, stem = '']) => !/^[本我该全某各同设跨]|[经由报向受被获]$/.test(stem) && !own.some((name) => name.includes(stem.slice(0, 2))),
  )

const isForeign = (text: string, own: readonly string[]) => foreign.before.test(text) || otherParks(text, own) || otherPlaces(text, own)

/**
 * True where the sentence tells it of the park, its firms or its authority: no other place, province or nation stands as its
 * subject, no lesson is drawn from others. A clause without a subject of its own has that of the clause before.
 */
export function isOwn(spot: Spot, sentence: string, own: readonly string[]): boolean {
  if (foreign.lesson.test(sentence)) return false
  const subject = subjectOf(spot.before + spot.text)
  const clauses = [...spot.previous.map((clause) => clause.text), subject]
  for (const text of clauses.reverse()) {
    const told = text === subject ? text : subjectOf(text)
    const foreignHere = isForeign(told, own)
    if (foreignHere && !(ownWord.test(told) && !foreign.before.test(told) && !otherParks(told, own))) return false
    if (ownWord.test(told) || own.some((name) => told.includes(name))) return true
  }
  if (spot.next.some((clause) => ownAfter.test(clause.text))) return true
  return firm.test(sentence) || target.test(sentence) || !clauses.some((text) => authority.test(subjectOf(text)))
}

/** For a change of the park itself: the one that changes must not be another. */
export const tellsOfOther = (spot: Spot, own: readonly string[]): boolean => {
  const subject =
    subjectOf(`${spot.before}${spot.text}`).split(
      /委托|交由|划归|划转|划入|并入|归并|移交|合并|合署|更名|改名|改称|启用|使用|改用|与|同(?!意|省|市|县)/,
    )[0] ?? ''
  return isForeign(subject, own) && !own.some((name) => `${spot.text}${spot.after}`.includes(name))
}

/** The firm or body that it befell, as printed, or null. */
export function actorIn(sentence: string, end: number): string | null {
  const found = firm.exec(sentence.slice(0, end))
  return found ? found[0].replace(/^(?:.*?[年月日内]|园区|区内|其中|对|经查|现)+/, '') || null : null
}
