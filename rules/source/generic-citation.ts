import type { Fact } from '../../schemas/fact.ts'
import { defineRule, failed, type Outcome, passed, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { compact } from '../engine/normalise.ts'
import { documentName } from '../engine/place-name.ts'

/** With fewer cited indicators than this, one source for all of them is nothing unusual. */
const ENOUGH = 8

function* given({ documents }: Dossier): Generator<Target> {
  for (const document of documents) {
    if (document.identity.role !== 'acceptance_report' && document.identity.role !== 'plan') continue
    const cited = new Map<string, Fact>()
    for (const fact of document.facts)
      if (fact.source !== null && fact.kind === 'actual' && fact.subject.startsWith('hj274.')) cited.set(fact.subject, fact)
    if (cited.size >= ENOUGH) yield { subject: document.identity.role, year: null, facts: [...cited.values()] }
  }
}

function check({ facts }: Target, dossier: Dossier): Outcome {
  const [first] = facts
  const sources = new Set(facts.map(({ source }) => compact(source?.text ?? '')))
  if (first === undefined || sources.size > 1) return passed
  return failed({
    message: `${documentName(first.document, dossier)}的${facts.length}项指标引用同一个数据来源“${first.source?.text ?? ''}”，难以逐项追溯，请核实各项的具体来源。`,
    expected: '各项指标注明具体来源',
    actual: first.source?.text ?? '',
  })
}

/** The indicators of a document do not all cite one and the same source (Art. 8). */
export default defineRule({
  id: 'source/generic-citation',
  severity: 'info',
  article: '8',
  summary: 'The indicators of a plan or acceptance report cite more than one source.',
  title: '各项指标是否笼统引用同一来源',
  given,
  check,
})
