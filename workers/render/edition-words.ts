import type { Standard, Threshold } from '../../schemas/edition.ts'

const signs: Readonly<Record<string, string>> = {
  '>=': '≥',
  '<=': '≤',
  '>': '＞',
  '<': '＜',
  '=': '＝',
  '*': '×',
  '/': '÷',
  '-': '－',
  '+': '＋',
}
const spelled = (text: string): string =>
  text.replace(/>=|<=|[><=*/+]|(?<![\d\w])-|-(?=\s)/g, (sign) => signs[sign] ?? sign).replace(/\s+/g, '')

/** The names of an edition's quantities in the place of their ids, and its functions in words: "能源消费总量的年均增长率÷…". */
function inWords(expression: string, names: ReadonlyMap<string, string>): string {
  const named = (text: string) => text.replace(/[a-z][a-z0-9_]*/g, (id) => names.get(id) ?? id)
  const growth = (of: string, years: string) => `（${named(of)}）的${/year-3/.test(years) ? '三年' : ''}年均增长率`
  const told = expression
    .replace(
      /mean\(cagr\(p, [^)]*\) for p in ([^)]+)\)/g,
      (_, list: string) => `${list.split(', ').map(named).join('、')}的年均增长率的平均`,
    )
    .replace(/cagr\((.+?), ((?:base|year)[^)]*)\)/g, (_, of: string, years: string) => growth(of, years))
  return spelled(named(told)).replace(/（([^（）÷×＋－]+)）的/g, '$1的')
}

/** When a limit holds, in words; null where it holds for all. */
function conditionIn(condition: string, names: ReadonlyMap<string, string>): string {
  if (condition === 'otherwise') return '其他'
  if (condition === 'waterScarce') return '缺水城市'
  const [, regions] = /^region in (.+)$/.exec(condition) ?? []
  return regions === undefined ? inWords(condition, names) : regions.split(',').join('、')
}

const powers: Readonly<Record<string, string>> = { m2: 'm²', km2: 'km²', m3: 'm³' }
function limitIn(limit: string, unit: string): string {
  const shown =
    unit === '1' || unit === 'qualitative' || !/\d$/.test(limit) ? '' : unit.replace(/k?m[23]/g, (power) => powers[power] ?? power)
  // A word is met or not: no sign says more than the word.
  return `${spelled(limit).replace(/^＝(?=\p{Script=Han})/u, '')}${shown}`
}

/** An edition's limits and formulas as a reader knows them. */
export function editionWords({ quantities }: Standard) {
  const names = new Map(quantities.map(({ id, zh }) => [id, zh]))
  return {
    limitsOf: (threshold: Threshold, unit: string): { when: string | null; limit: string }[] =>
      typeof threshold === 'string'
        ? [{ when: null, limit: limitIn(threshold, unit) }]
        : Object.entries(threshold).map(([condition, limit]) => ({ when: conditionIn(condition, names), limit: limitIn(limit, unit) })),
    formulaOf: (formula: string | null): string | null => (formula === null ? null : inWords(formula, names)),
  }
}
