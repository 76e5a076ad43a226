import type { ReportIndex } from './report-index.ts'

/**
 * A formula of the Standard in words: `energy_consumption / industrial_value_added` is 综合能耗总量 ÷ 工业增加值.
 * cagr(x, a, b) is the compound annual rate of x from year a to year b.
 */
export function formulaWords(formula: string, index: ReportIndex): string {
  return formula
    .replace(/\bcagr\(/g, '年均增长率(')
    .replace(/\bmean\(([^]*?) for p in ([^)]*)\)/g, (_all, each: string, names: string) => `各项平均(${each}；p为${names})`)
    .replace(/\byear\s*-\s*(\d+)/g, '$1年前')
    .replace(/\b[a-z][a-z0-9_]*(?:\.\d+)?\b/g, (name) => words[name] ?? index.nameOf(name))
    .replace(/\s*\*\s*/g, ' × ')
    .replace(/\s*\/\s*/g, ' ÷ ')
    .replace(/\s*,\s*/g, '，')
}

const words: Record<string, string> = { year: '当年', base: '基准年', final: '验收年', p: 'p' }
