import type { CheckResult, Rule } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { isCalculationFault } from './diagnose/is-calculation-fault.ts'
import type { Fault } from './fold/fault.ts'
import { rank } from './fold/fault.ts'
import { findFaults } from './fold/find-faults.ts'
import { foldConsequences, foldSameValue, foldVerdicts } from './fold/fold-consequences.ts'
import { foldInputs, foldSums } from './fold/fold-inputs.ts'
import { foldPropagated } from './fold/fold-propagated.ts'
import { diagnoseSystem, type SystemDiagnosis } from './system/diagnose-system.ts'

const isFamily =
  (...families: string[]) =>
  ({ rule }: CheckResult): boolean =>
    families.some((family) => rule.startsWith(family))

const alone = (main: CheckResult): Fault => ({
  main,
  also: [],
  wrong: main.failure?.suspect ? [main.failure.suspect] : [],
  right: [],
  sure: true,
})

/** Whether a result, and no input of it, must be wrong. */
function isClearlyWrong({ failure }: CheckResult, diagnosis: SystemDiagnosis): boolean {
  const voice = failure?.suspect && diagnosis.voices.of(failure.suspect)
  return voice !== undefined && diagnosis.wrong.includes(voice) && diagnosis.isClear(voice)
}

/** Rules whose findings about one subject and year are one finding, whichever documents they stand in. */
const merging = isFamily('consistency/', 'formula/', 'standard/', 'source/', 'plan/', 'trend/')

/** Joins faults that the report would name alike: the same rule, subject and year. */
function mergeAlike(faults: readonly Fault[]): Fault[] {
  const kept = new Map<string, Fault>()
  for (const fault of faults) {
    const { main } = fault
    const key = merging(main) && main.subject !== null ? [main.rule, main.subject, main.year].join('|') : `alone ${kept.size}`
    const first = kept.get(key)
    if (first) first.also.push(...[main, ...fault.also].filter((result) => result !== first.main && !first.also.includes(result)))
    else kept.set(key, fault)
  }
  return [...kept.values()]
}

/**
 * A derived value that is wrong because it was wrongly calculated is told as that: the document that miscalculates it differs
 * from the others only in consequence. A slip in copying it stays a contradiction.
 */
function preferCalculation(fault: Fault, dossier: Dossier): Fault {
  const calculation = fault.also.find(
    (result) => result.rule === 'formula/recalculation' && result.subject === fault.main.subject && result.year === fault.main.year,
  )
  if (!calculation || !isCalculationFault(calculation, fault, dossier)) return fault
  return { ...fault, main: calculation, also: [fault.main, ...fault.also.filter((result) => result !== calculation)] }
}

/**
 * One cause, one finding: of all failed checks those that come of the same wrong number become one fault, under the first
 * rule of the order within-document, annual-acceptance, plan-acceptance, supporting-data, annual-annual, formula, threshold,
 * group, target. What a correction of the number would not mend stands on its own.
 */
export function fold(results: readonly CheckResult[], dossier: Dossier, rules: readonly Rule[]): Fault[] {
  const failed = results.filter((result) => result.outcome === 'failed').sort((a, b) => rank(a) - rank(b))
  const compares = isFamily('consistency/', 'scope/')
  const derives = isFamily('formula/', 'standard/', 'plan/target-missed', 'trend/')
  const diagnosis = diagnoseSystem(
    failed.filter((result) => compares(result) || isFamily('formula/')(result)),
    dossier,
  )
  const contradictions = findFaults(failed.filter(compares), dossier, diagnosis)
  const left = foldConsequences(contradictions, failed.filter(derives), dossier, rules)
  const inputs = foldInputs(left, contradictions, diagnosis)
  const blamed = new Set(inputs.flatMap(({ main, also }) => [main, ...also]))
  const isSum = isFamily('formula/component-sum')
  const sums = foldSums(left.filter(isSum), [...contradictions, ...inputs], dossier, diagnosis)
  const single = left
    .filter((result) => isFamily('formula/')(result) && !isSum(result) && !blamed.has(result))
    .map((result) => ({ ...alone(result), sure: isClearlyWrong(result, diagnosis) }))
  const formulas = [...mergeAlike(inputs), ...mergeAlike(single), ...sums]
  const verdicts = foldVerdicts(
    [...contradictions, ...formulas],
    foldConsequences(
      inputs,
      left.filter((result) => !isFamily('formula/')(result)),
      dossier,
      rules,
    ),
    dossier,
    rules,
  )
  const others = failed.filter((result) => !compares(result) && !derives(result))
  const known = new Set(contradictions.flatMap((fault) => fault.also))
  return [
    ...mergeAlike(foldPropagated(contradictions, results)).map((fault) => preferCalculation(fault, dossier)),
    ...formulas,
    ...mergeAlike(foldSameValue(mergeAlike(verdicts.filter((result) => !known.has(result)).map(alone)))),
    ...mergeAlike(others.map(alone)),
  ]
}
