import type { Diagnosis } from '../../../schemas/finding.ts'
import type { CheckResult } from '../../define-rule.ts'
import type { Dossier } from '../../dossier.ts'
import { Decimal } from '../decimal.ts'
import { fromSpan } from '../interval.ts'
import { placeName } from '../place-name.ts'
import type { Question } from './candidate.ts'
import { chooseCause, tellCause, tellSeveral } from './choose-cause.ts'
import { mistyped, transposed } from './digits.ts'

/** The likeliest cause of a printed growth that the printed levels do not give. */
export function explainGrowth({ subject, year, failure }: CheckResult, dossier: Dossier): Diagnosis | undefined {
  const growth = dossier.growths.find((one) => one.subject === subject && one.year === year && one.raw === failure?.actual)
  if (!growth || !failure?.expectedValue) return undefined
  const what = `${placeName(growth, dossier)}的“${growth.raw}”`
  const print = { digits: growth.value, factor: new Decimal(1), interval: fromSpan(growth.interval), unit: null }
  const against = { interval: fromSpan(failure.expectedValue), fact: null, what: `按各年数值计算的${failure.expected ?? ''}` }
  const question: Question = { fact: null, print, what, against, dossier }
  const { named, several } = chooseCause([transposed, mistyped].flatMap((test) => test(question) ?? []))
  if (named) return tellCause(named)
  const explanation =
    several.length > 0 ? tellSeveral(several) : `${what}与${against.what}不符，未发现单一的笔误规律，可能是价格口径、基数或抄录有误。`
  return { cause: 'unknown', explanation, suggestion: '请提供计算过程，核对年份、价格口径和所用数据。' }
}
