import type { ReportIndex } from './report-index.ts'

/**
 * A formula of the Standard in words: `energy_consumption / industrial_value_added` is 综合能耗总量 ÷ 工业增加值, and
 * `cagr(x, year-3, year)` in 2022 is 年均增长率（x，2019—2022年）.
 */
export function formulaWords(formula: string, year: number | null, index: ReportIndex): string {
  const { baseYear, finalYear } = index.report.dossier
  const years: Record<string, string> = {
    year: year === null ? '当年' : `${year}`,
    base: baseYear === null ? '基准年' : `${baseYear}`,
    final: finalYear === null ? '验收年' : `${finalYear}`,
  }
  return formula
    .replace(/\byear\s*-\s*(\d+)/g, (_all, back: string) => (year === null ? `${back}年前` : `${year - Number(back)}`))
    .replace(/\b(?:year|base|final)\b/g, (word) => years[word] ?? word)
    .replace(/\bcagr\(([^(),]*),\s*([^(),]*),\s*([^(),]*)\)/g, '年均增长率（$1，$2—$3年）')
    .replace(/\bmean\(([^()]*?) for p in ([^()]*)\)/g, '平均（$1；p 为 $2）')
    .replace(/\b[a-z][a-z0-9_]+\b/g, (name) => index.nameOf(name))
    .replace(/\s*\*\s*/g, ' × ')
    .replace(/\s*\/\s*/g, ' ÷ ')
    .replace(/\s*,\s*/g, '、')
}
