import { defineRule } from '../define-rule.ts'
import { compareSides } from '../engine/compare-sides.ts'
import { comparable, pairRoles } from '../engine/pair-facts.ts'

export default defineRule({
  id: 'consistency/supporting-data',
  severity: 'error',
  article: '17(5)',
  summary: 'Every report states the value that the supporting data hold.',
  title: '各报告的数据与数据支撑材料是否一致',

  given: (dossier) =>
    pairRoles(
      dossier,
      ['acceptance_report', 'annual_report', 'plan', 'support_report', 'application'],
      ['supporting_data'],
      (fact) => comparable(fact) && fact.kind === 'actual',
    ),
  check: (sides, dossier) => compareSides(sides, dossier, '与数据支撑材料不一致'),
})
