import { printsUnit } from '../../../rules/engine/show-fact.ts'
import type { Role, Stage } from '../../../schemas/dossier.ts'
import type { Fact } from '../../../schemas/fact.ts'
import type { Cause, Check, Severity } from '../../../schemas/finding.ts'
import type { Evidence } from '../../../schemas/place.ts'
import type { ReportDocument } from '../../../schemas/report.ts'
import type { Change } from '../../../schemas/standing.ts'
import type { ToldVerdict } from '../../../schemas/told-verdict.ts'

export const roleWords: Record<Role, string> = {
  plan: '建设规划',
  support_report: '规划技术支撑报告',
  acceptance_report: '验收报告',
  annual_report: '年度工作报告',
  supporting_data: '数据支撑材料',
  application: '申请',
  commitment: '环境守法承诺书',
  planning_eia: '规划环评及审查意见',
  change_report: '重大调整报告',
  rectification: '整改说明',
  other: '其他材料',
}

export const stageWords: Record<Stage, string> = { creation: '创建申请', acceptance: '验收', annual: '年度报告', evaluation: '绩效评价' }

/** Shape first, word second, colour third: the shape alone tells the severities apart on grey paper. */
export const severityWords: Record<Severity, { shape: string; word: string }> = {
  error: { shape: '■!', word: '错误' },
  warning: { shape: '▲!', word: '提醒' },
  info: { shape: 'ⓘ', word: '提示' },
}

/** A miss whose group holds by another member is `covered`, which is no fault of the park. */

export const verdictWords: Record<ToldVerdict, { shape: string; word: string }> = {
  pass: { shape: '✓', word: '达标' },
  fail: { shape: '✕', word: '不达标' },
  covered: { shape: '×', word: '组内已达' },
  undetermined: { shape: '◐', word: '待定' },
  not_reported: { shape: '○', word: '未报' },
  not_applicable: { shape: '–', word: '不适用' },
}

export const outcomeWords: Record<Check['outcome'], string> = { passed: '一致', failed: '未通过', skipped: '未查' }

export const statusWords: Record<ReportDocument['status'], { shape: string; word: string }> = {
  parsed: { shape: '✓', word: '已读' },
  partial: { shape: '◐', word: '部分可读' },
  failed: { shape: '✕', word: '无法读取' },
}

export const causeWords: Record<Cause, string> = {
  unit_slip: '单位写错',
  digit_transposition: '相邻数字颠倒',
  digit_typo: '个别数字写错',
  decimal_shift: '小数点移位',
  wrong_year: '取错年份',
  swapped_rows: '两行互换',
  rounding: '取舍位数',
  price_basis: '价格口径不同',
  arithmetic_mean_growth: '以算术平均代替复合增长率',
  percent_fraction: '百分数与小数混用',
  inverted_ratio: '分子分母颠倒',
  wrong_input: '代入的数据有误',
  ocr_suspect: '疑似误读',
  unknown: '原因不明',
}

export const kindWords = { actual: '实际值', target: '目标值', standard: '标准值' } as const

/** The letters of quoted places. Only the first two have a colour of their own. */
export const sideLetters = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'] as const

export const fabricationNote = '计算和比对只能说明数字之间是否一致，不能证明或排除弄虚作假；结论由核查人员作出。'

const chineseDigits = '〇一二三四五六七八九'

/** 17 → 十七. For article numbers, 1 to 99. */
function chineseNumber(n: number): string {
  const tens = Math.floor(n / 10)
  const ones = n % 10
  const head = tens === 0 ? '' : `${tens === 1 ? '' : chineseDigits[tens]}十`
  return head + (ones === 0 && tens > 0 ? '' : (chineseDigits[ones] ?? ''))
}

/** An article as findings cite it, in words: `17(6)` is 第十七条（六）, `9、15` is 第九条、第十五条. Any other form is given back as it is. */
export const articleWords = (article: string): string =>
  article
    .split(/[、,，]\s*/)
    .map(oneArticle)
    .join('、')

function oneArticle(article: string): string {
  const match = /^(\d{1,2})(?:\((\d{1,2})\))?$/.exec(article)
  if (match === null) return article
  const item = match[2] === undefined ? '' : `（${chineseNumber(Number(match[2]))}）`
  return `第${chineseNumber(Number(match[1]))}条${item}`
}

/** Where a value stands, as a person would say it: 第12页 · 第3个表第4行第5列. */
export function placeWords(evidence: Evidence, hiddenSheets: readonly string[] = []): string {
  const { page, table, row, column, sheet, cell, section, paragraph } = evidence
  const parts: string[] = []
  if (page !== null) parts.push(`第${page}页`)
  if (sheet !== null) parts.push(`工作表“${sheet}”${hiddenSheets.includes(sheet) ? '（隐藏表）' : ''}${cell === null ? '' : ` ${cell}`}`)
  else if (table !== null) parts.push(`第${table}个表${row === null ? '' : `第${row}行`}${column === null ? '' : `第${column}列`}`)
  if (section !== null) parts.push(section)
  if (paragraph !== null && table === null) parts.push(`第${paragraph}段`)
  return parts.join(' · ')
}

/** `>=30` as it is printed: ≥30; `= 100` stays, `= 达标` is the word alone. */
export const thresholdWords = (threshold: string): string =>
  threshold
    .replace(/>=/g, '≥')
    .replace(/<=/g, '≤')
    .replace(/^=\s*(?=\d)/, '= ')
    .replace(/^=\s*(?=[^\s\d])/, '')

const noUnit = /^([-—–/／\\]*|无量纲|1|qualitative)$/

/** A unit of the vocabulary as it is printed; empty for pure numbers and for words. */
export const unitWords = (unit: string): string => (noUnit.test(unit.trim()) ? '' : unit.replace(/km2/g, 'km²').replace(/m3/g, 'm³'))

/** The unit of a value that is not printed beside it, with a space before; empty where it is, or where there is none. */
export const missingUnit = ({ unit, raw }: Pick<Fact, 'unit' | 'raw'>): string =>
  unit === null || printsUnit(raw, unit) || unitWords(unit) === '' ? '' : ` ${unitWords(unit)}`

/** How an indicator stands against the year of the naming (Art. 25). */
export const changeWords: Readonly<Record<Change['change'], string>> = {
  better: '↑ 提升',
  worse: '↓ 下降',
  same: '＝ 持平',
  open: '◐ 待定',
}
