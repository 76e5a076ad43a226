import { defineRule } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { compareSides } from '../engine/compare-sides.ts'
import { comparable, pairDocuments, type Sides } from '../engine/pair-facts.ts'

function* given(dossier: Dossier): Generator<Sides> {
  const reports = dossier.documents.filter((document) => document.identity.role === 'annual_report')
  for (const [index, left] of reports.entries())
    for (const right of reports.slice(index + 1))
      yield* pairDocuments(dossier, left, right, (fact) => comparable(fact) && fact.kind === 'actual')
}

export default defineRule({
  id: 'consistency/annual-annual',
  severity: 'warning',
  article: '17(7)',
  summary: 'Two annual reports that both give a value for the same subject and year give the same one.',
  title: '不同年度的工作报告对同一指标、同一年份的数据是否一致',
  given,
  check: (sides, dossier) => compareSides(sides, dossier, '两份年度工作报告不一致'),
})
