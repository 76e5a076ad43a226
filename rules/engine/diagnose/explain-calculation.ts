import type { Diagnosis } from '../../../schemas/finding.ts'
import type { CheckResult } from '../../define-rule.ts'
import type { Dossier } from '../../dossier.ts'
import { Decimal } from '../decimal.ts'
import type { Fault } from '../fold/fault.ts'
import type { Interval } from '../interval.ts'
import { placeName } from '../place-name.ts'
import { showFact } from '../show-fact.ts'
import { findTransposition, findTypo } from './edit-digits.ts'
import { explainOdds } from './explain-odds.ts'
import { findPrinted, type Printed, quantum } from './printed.ts'
import { explainScale, findScale } from './scale.ts'

/** A recomputed interval wider than this many units of the last printed digit says too little of single digits. */
const WIDEST = 3

const narrow = (print: Printed, { low, high }: Interval): boolean => high.minus(low).lte(quantum(print).times(WIDEST))

/** How a mistaken calculation is explained by the formula's own ways of going wrong; set from formula-causes. */
function explainFormula(_result: CheckResult, _dossier: Dossier): Diagnosis | undefined {
  return undefined
}

const unknown = (what: string): Diagnosis => ({
  cause: 'unknown',
  explanation: `${what}与按同一文件数据重算的结果不符，未发现单一的笔误规律，可能是计算口径、所用数据或抄录有误。`,
  suggestion: '请提供计算过程，核对公式、年份和所用数据。',
})

/** The likeliest cause of a printed result that its own inputs do not give. */
export function explainCalculation(result: CheckResult, dossier: Dossier): Diagnosis | undefined {
  const { suspect, expectedValue, expected } = result.failure ?? {}
  if (!suspect || !expectedValue) return undefined
  const formula = explainFormula(result, dossier)
  if (formula) return formula
  const print = findPrinted(suspect)
  const what = `${placeName(suspect, dossier)}的${showFact(suspect)}`
  if (!print) return unknown(what)
  const interval = { low: new Decimal(expectedValue.low), high: new Decimal(expectedValue.high) }
  const than = `重算值${expected ?? ''}`
  const scaled = findScale(print, interval)
  if (scaled) return explainScale(scaled, what, than)
  if (narrow(print, interval)) {
    const swapped = findTransposition(print, interval)
    if (swapped !== undefined) return { cause: 'digit_transposition', explanation: `${what}调换相邻两位数字即为${swapped}，与${than}相符，可能是数字颠倒。`, suggestion: '核对计算结果的抄录。' }
    const typed = findTypo(print, interval)
    if (typed !== undefined) return { cause: 'digit_typo', explanation: `${what}改动一位数字即为${typed}，与${than}相符，可能是录入错误。`, suggestion: '核对计算结果的抄录。' }
  }
  return unknown(what)
}

const ofCalculation: readonly Diagnosis['cause'][] = ['arithmetic_mean_growth', 'percent_fraction', 'inverted_ratio', 'wrong_input']
const ofCopying: readonly Diagnosis['cause'][] = ['swapped_rows', 'wrong_year', 'digit_transposition', 'unit_slip', 'digit_typo']

/** True where the way in which a result was calculated explains it, and no slip in copying it does. */
export function isCalculationFault(calculation: CheckResult, { wrong, right, sure }: Fault, dossier: Dossier): boolean {
  const cause = explainCalculation(calculation, dossier)?.cause
  if (cause === undefined || !ofCalculation.includes(cause)) return false
  const [a, b] = [wrong[0], right[0]]
  return cause === 'percent_fraction' || !a || !b || !ofCopying.includes(explainOdds({ wrong: a, right: b, sure, dossier }).cause)
}
