import type { Diagnosis } from '../../../schemas/finding.ts'
import type { CheckResult } from '../../define-rule.ts'
import type { Dossier } from '../../dossier.ts'
import type { Fault } from '../fold/fault.ts'
import { fromSpan } from '../interval.ts'
import { byFormula } from './by-formula.ts'
import { RARE } from './chance.ts'
import { chooseCause } from './choose-cause.ts'
import { findCandidates } from './explain-number.ts'

const ofCalculation: readonly Diagnosis['cause'][] = [
  'arithmetic_mean_growth',
  'percent_fraction',
  'inverted_ratio',
  'wrong_input',
  'price_basis',
]

/** True where the way in which a result was calculated explains it, and no slip in copying it does. */
export function isCalculationFault({ failure }: CheckResult, { wrong, right }: Fault, dossier: Dossier): boolean {
  const [suspect] = wrong.length > 0 ? wrong : failure?.suspect ? [failure.suspect] : []
  if (!suspect) return false
  if (!byFormula(suspect, dossier).some(({ cause, chance }) => chance < RARE && ofCalculation.includes(cause))) return false
  const against = right.flatMap((fact) => (fact.interval ? [{ interval: fromSpan(fact.interval), fact, what: '' }] : []))
  const { named } = chooseCause(findCandidates(suspect, against, dossier))
  return named !== undefined && ofCalculation.includes(named.cause)
}
