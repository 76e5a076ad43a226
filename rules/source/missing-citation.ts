import { defineRule, failed, passed, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { groupFacts } from '../engine/index-facts.ts'
import { subjectName, subjectsOf } from '../engine/know-subject.ts'
import { placeName } from '../engine/place-name.ts'

/** What one document says of one indicator, where its table has a column for data sources. */
function* given({ facts, standard }: Dossier): Generator<Target> {
  const indicators = facts.filter((fact) => fact.kind !== 'standard' && subjectsOf(standard).get(fact.subject)?.indicator)
  for (const own of groupFacts(indicators, (fact) => `${fact.document}|${fact.subject}`).values())
    if (own.some((fact) => fact.kind === 'actual' && fact.sourceExpected))
      yield { subject: own[0]?.subject ?? null, year: null, facts: own }
}

export default defineRule({
  id: 'source/missing-citation',
  severity: 'warning',
  article: '8',
  summary: 'Every assessment indicator cites its data source in a table that has a column for it.',
  title: '考核指标数据是否注明来源',
  given,
  check: ({ subject, facts }, dossier) => {
    const first = facts.find((fact) => fact.kind === 'actual' && fact.sourceExpected)
    if (!first || facts.some((fact) => fact.source !== null)) return passed
    return failed({
      message: `${placeName(first, dossier)}的“${subjectName(subject ?? '', dossier.standard)}”未注明数据来源。`,
      expected: '注明数据来源',
      actual: '空白',
      suspect: first,
    })
  },
})
