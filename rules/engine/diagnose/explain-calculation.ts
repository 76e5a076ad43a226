import type { Fact } from '../../../schemas/fact.ts'
import type { Diagnosis } from '../../../schemas/finding.ts'
import type { CheckResult } from '../../define-rule.ts'
import type { Dossier } from '../../dossier.ts'
import { Decimal } from '../decimal.ts'
import { findFormulaCauses } from '../formula-causes.ts'
import { fromSpan, type Interval } from '../interval.ts'
import { placeName } from '../place-name.ts'
import { showFact } from '../show-fact.ts'
import type { Miscalculated, Test } from './cause.ts'
import { findTransposition, findTypo } from './edit-digits.ts'
import { coincide, findPrinted, type Printed, quantum } from './printed.ts'
import { explainScale, findScale } from './scale.ts'

/** A recomputed interval wider than this many units of the last printed digit says too little of single digits. */
const WIDEST = 3

const narrow = (print: Printed, { low, high }: Interval): boolean => high.minus(low).lte(quantum(print).times(WIDEST))

const scaled: Test<Miscalculated> = ({ print, expected, what, than }) => {
  const found = findScale(print, expected)
  return found && explainScale(found, what, than)
}

const transposed: Test<Miscalculated> = ({ print, expected, what, than }) => {
  const digits = narrow(print, expected) ? findTransposition(print, expected) : undefined
  return digits === undefined
    ? undefined
    : {
        cause: 'digit_transposition',
        explanation: `${what}调换相邻两位数字即为${digits}，与${than}相符，可能是数字颠倒。`,
        suggestion: '核对计算结果的抄录。',
      }
}

const mistyped: Test<Miscalculated> = ({ print, expected, what, than }) => {
  const digits = narrow(print, expected) ? findTypo(print, expected) : undefined
  return digits === undefined
    ? undefined
    : {
        cause: 'digit_typo',
        explanation: `${what}改动一位数字即为${digits}，与${than}相符，可能是录入错误。`,
        suggestion: '核对计算结果的抄录。',
      }
}

/** The mistakes in calculating that few numbers fit by accident; the others (an input from elsewhere) are many to choose from. */
const rare: readonly Diagnosis['cause'][] = ['inverted_ratio', 'percent_fraction', 'arithmetic_mean_growth', 'price_basis']

/** The mistakes in calculating that give just what is printed, as diagnoses. */
function byFormula(suspect: Fact, dossier: Dossier): Diagnosis[] {
  const printed = suspect.interval && fromSpan(suspect.interval)
  if (!printed) return []
  return findFormulaCauses(suspect, dossier)
    .filter(({ interval }) => coincide(interval, printed))
    .map(({ cause, explanation }) => ({
      cause,
      explanation: `${placeName(suspect, dossier)}的${showFact(suspect)}可能是：${explanation}。`,
      suggestion: '核对计算公式、年份和所用数据，更正后重新计算。',
    }))
}

const unknown = (what: string): Diagnosis => ({
  cause: 'unknown',
  explanation: `${what}与重算结果不符，未发现单一的笔误规律，可能是计算口径、所用数据或抄录有误。`,
  suggestion: '请提供计算过程，核对公式、年份和所用数据。',
})

/** The likeliest cause of a printed indicator that its document's own inputs do not give. */
export function explainCalculation({ failure }: CheckResult, dossier: Dossier): Diagnosis | undefined {
  if (!failure?.suspect || !failure.expectedValue) return undefined
  const { suspect } = failure
  const what = `${placeName(suspect, dossier)}的${showFact(suspect)}`
  const print = findPrinted(suspect)
  const asked = print && { print, expected: fromSpan(failure.expectedValue), what, than: `重算值${failure.expected ?? ''}` }
  const mistakes = byFormula(suspect, dossier)
  const single = asked && (scaled(asked) ?? transposed(asked))
  return mistakes.find(({ cause }) => rare.includes(cause)) ?? single ?? mistakes[0] ?? (asked && mistyped(asked)) ?? unknown(what)
}

/** The likeliest cause of a printed growth that the printed levels do not give. */
export function explainGrowth({ subject, year, failure }: CheckResult, dossier: Dossier): Diagnosis | undefined {
  const growth = dossier.growths.find((one) => one.subject === subject && one.year === year && one.raw === failure?.actual)
  if (!growth || !failure?.expectedValue) return undefined
  const what = `${placeName(growth, dossier)}的“${growth.raw}”`
  const interval = fromSpan(growth.interval)
  const print: Printed = { digits: growth.value, factor: new Decimal(1), interval, unit: null }
  const asked = { print, expected: fromSpan(failure.expectedValue), what, than: `按各年数值计算的${failure.expected ?? ''}` }
  return transposed(asked) ?? mistyped(asked) ?? unknown(what)
}
