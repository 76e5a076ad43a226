import { recalculate } from '../../../../../rules/engine/evaluate-series.ts'
import { parseFormula } from '../../../../../rules/engine/formula.ts'
import { fromSpan, overlap } from '../../../../../rules/engine/interval.ts'
import { findSubject } from '../../../../../rules/engine/know-subject.ts'
import { createSeries } from '../../../../../rules/engine/series.ts'
import type { Fact } from '../../../../../schemas/fact.ts'
import { type Surroundings, together, type Witness } from '../witness.ts'

/** Whether a derived value is what its formula gives for these inputs; undefined where they do not suffice. */
function follows(derived: Fact, inputs: readonly Fact[], { standard, reading }: Surroundings): boolean | undefined {
  const formula = findSubject(derived.subject, standard)?.indicator?.formula
  if (formula == null || derived.year === null || derived.interval === null || derived.approximate) return undefined
  const years = { year: derived.year, base: reading.identity.baseYear, final: derived.year }
  const result = recalculate(parseFormula(formula), createSeries(inputs), years)
  const printed = fromSpan(derived.interval)
  return 'found' in result ? result.found.some(({ interval }) => overlap(interval, printed)) : undefined
}

/**
 * The formulas of the Standard: what they give for the document's own inputs, and what the document's own results of that year need
 * an input to be. Everything else in the calculation was surely read.
 */
export const formula: Witness = {
  why: '按标准公式用本文件其他数据所算',
  says(value, surroundings) {
    const { standard, own } = surroundings
    if (value.kind !== 'actual') return undefined
    const uses = (fact: Fact) => findSubject(fact.subject, standard)?.inputs.includes(value.subject) === true
    const results = own.filter((fact) => fact.kind === 'actual' && fact.year === value.year && uses(fact))
    const rest = own.filter((fact) => fact.subject !== value.subject || fact.year !== value.year)
    return together([follows(value, own, surroundings), ...results.map((result) => follows(result, [...rest, value], surroundings))])
  },
}
