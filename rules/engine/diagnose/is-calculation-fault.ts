import type { Diagnosis } from '../../../schemas/finding.ts'
import type { CheckResult } from '../../define-rule.ts'
import type { Dossier } from '../../dossier.ts'
import type { Fault } from '../fold/fault.ts'
import { explainCalculation } from './explain-calculation.ts'
import { explainOdds } from './explain-odds.ts'

const ofCalculation: readonly Diagnosis['cause'][] = ['arithmetic_mean_growth', 'percent_fraction', 'inverted_ratio', 'wrong_input']
const ofCopying: readonly Diagnosis['cause'][] = ['swapped_rows', 'wrong_year', 'digit_transposition', 'unit_slip', 'digit_typo']

/** True where the way in which a result was calculated explains it, and no slip in copying it does. */
export function isCalculationFault(calculation: CheckResult, { wrong, right, sure }: Fault, dossier: Dossier): boolean {
  const cause = explainCalculation(calculation, dossier)?.cause
  if (cause === undefined || !ofCalculation.includes(cause)) return false
  const [a, b] = [wrong[0], right[0]]
  return cause !== 'wrong_input' || !a || !b || !ofCopying.includes(explainOdds({ wrong: a, right: b, sure, dossier }).cause)
}
