import { defineRule } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { compareSides } from '../engine/compare-sides.ts'
import { factsByDocument } from '../engine/index-facts.ts'
import { comparable, pairRoles, type Sides } from '../engine/pair-facts.ts'

/** 建设规划 and 技术支撑报告 are one document to the regulation (Art. 8: 以下统称《建设规划》), so they are held against each other here. */
function* given(dossier: Dossier): Generator<Sides> {
  for (const document of dossier.documents)
    for (const facts of factsByDocument(dossier).get(document.id)?.values() ?? []) {
      const [first] = facts
      if (first && facts.length > 1 && comparable(first))
        yield { subject: first.subject, year: first.year, left: facts, right: facts, facts }
    }
  yield* pairRoles(dossier, ['plan'], ['support_report'])
}

export default defineRule({
  id: 'consistency/within-document',
  severity: 'error',
  article: '17(6)',
  summary: 'A document that states a value more than once states the same value each time.',
  title: '同一文件内各处对同一指标、同一年份的数据是否一致',
  given,
  check: (sides, dossier) => compareSides(sides, dossier, '同一文件前后不一致'),
})
