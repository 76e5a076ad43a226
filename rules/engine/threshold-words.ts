import type { Limit } from './threshold.ts'

const signs = { '>=': '≥', '<=': '≤', '>': '＞', '<': '＜', '=': '＝' } as const

const withUnit = (unit: string) => (unit === '1' || unit === 'qualitative' ? '' : unit)

/** A limit as a reader knows it: "≥15%", "达标", "＝100%". */
export const showLimit = ({ operator, value, word }: Limit, unit: string): string =>
  value === null ? (word ?? '') : `${signs[operator]}${value.toFixed()}${withUnit(unit)}`

/** Several limits of which any may hold: "≥20%或≥10%". */
export const showLimits = (limits: readonly Limit[], unit: string): string => limits.map((limit) => showLimit(limit, unit)).join('或')
