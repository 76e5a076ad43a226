import type { CheckResult } from '../../define-rule.ts'
import type { Fault } from './fault.ts'

/**
 * An indicator that a document computed correctly from its own wrong input differs from the other documents only in consequence:
 * it is further evidence of the input's fault. A document whose own result does not follow from its inputs stands for itself.
 */
export function foldPropagated(faults: readonly Fault[], checks: readonly CheckResult[]): Fault[] {
  const passed = checks.filter(({ rule, outcome }) => rule === 'formula/recalculation' && outcome === 'passed')
  const originOf = (fault: Fault): Fault | undefined => {
    if (!fault.sure) return undefined
    const own = passed.find(
      ({ subject, year, facts }) =>
        subject === fault.main.subject &&
        year === fault.main.year &&
        fault.wrong.some((fact) => facts[0]?.document === fact.document && facts.includes(fact)),
    )
    return faults.find((one) => one !== fault && one.sure && one.wrong.some((fact) => own?.facts.includes(fact)))
  }
  return faults.filter((fault) => {
    const origin = originOf(fault)
    origin?.also.push(fault.main, ...fault.also)
    return origin === undefined
  })
}
