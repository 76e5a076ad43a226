import type { Grade } from '../../../../schemas/told.ts'
import data from './grades.json' with { type: 'json' }

const numerals = '零一二三四五六七八九十'
const N = '(\\d+(?:\\.\\d+)?|[一二两三四五六七八九十])(万)?(?:余|多)?'

const people = (print: string | undefined, myriad: string | undefined): number => {
  if (print === undefined) return 0
  const number = /\d/.test(print) ? Number(print) : print === '两' ? 2 : numerals.indexOf(print)
  return myriad ? number * 10_000 : number
}

/** The greatest number that one of the patterns reads. */
const most = (text: string, patterns: readonly string[]): number =>
  Math.max(0, ...patterns.flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'g'))].map((match) => people(match[1], match[2]))))

const lossIn = (text: string): number =>
  Math.max(
    0,
    ...[...text.matchAll(/(?:经济)?损失(?:金额)?(?:约|达|共|合计|为|人民币)*(\d+(?:\.\d+)?)(亿|万)?元/g)].map(([, print, unit]) =>
      unit === '亿' ? Number(print) * 10_000 : unit === '万' ? Number(print) : Number(print) / 10_000,
    ),
  )

/** The grade that the printed numbers give (国办函〔2014〕119号), or null where no number of its scale is printed. */
export function countedGrade(text: string): Grade | null {
  const deaths = most(text, [`死亡(?:人数)?(?:共|达|为)?${N}(?:名|人)`, `${N}(?:名|人)[^,;。]{0,6}?(?:死亡|遇难)`])
  const injured = most(text, [`(?:中毒|重伤|受伤中毒)(?:共|达|为)?${N}(?:名|人)`, `${N}(?:名|人)[^,;。死]{0,6}?(?:中毒|重伤)`])
  const evacuated = most(text, [`(?:疏散|转移|撤离)[^\\d,;。]{0,20}?${N}(?:名|人)`])
  const loss = lossIn(text)
  const dry = /(?:取水|供水|饮用水)[^,;。]{0,6}中断/.test(text)
  const found = data.grades.find(
    (one) =>
      deaths >= one.deaths ||
      injured >= one.injured ||
      evacuated >= one.evacuated ||
      loss >= one.loss ||
      (dry && one.water.some((whose) => text.includes(whose))),
  )
  if (found) return found.grade as Grade
  return deaths + injured + evacuated + loss > 0 ? (data.least as Grade) : null
}

const printed =
  /(特别重大|重大|较大|一般)(?:级别?|的)?(?:[ⅠⅡⅢⅣIV]+级)?(?:水|大气|土壤)?(?:突发)?(?:性)?(?:生态)?(?:环境)?(?:污染)?(?:环境)?事[件故]/

/** The grade as printed: 一般突发环境事件, 严重环境污染事件. */
export function printedGrade(text: string): Grade | null {
  if (/严重(?:环境)?污染(?!源|物)|严重(?:的)?(?:环境)?污染环境/.test(text)) return '严重污染'
  return (printed.exec(text)?.[1] as Grade | undefined) ?? null
}
