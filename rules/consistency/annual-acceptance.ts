import { defineRule } from '../define-rule.ts'
import { compareSides } from '../engine/compare-sides.ts'
import { comparable, pairRoles } from '../engine/pair-facts.ts'

/** Goals are left to plan-acceptance: an annual report may set goals of its own for its year. The application is acceptance material too. */
export default defineRule({
  id: 'consistency/annual-acceptance',
  severity: 'error',
  article: '17(7)',
  summary: 'Each annual report and the acceptance materials state the same value for the same subject and year.',
  title: '年度工作报告与验收材料对同一指标、同一年份的数据是否一致',

  given: (dossier) =>
    pairRoles(dossier, ['annual_report'], ['acceptance_report', 'application'], (fact) => comparable(fact) && fact.kind === 'actual'),
  check: (sides, dossier) => compareSides(sides, dossier, '年度工作报告与验收材料不一致'),
})
