import type { Fact } from '../../schemas/fact.ts'
import { defineRule } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { compareSides } from '../engine/compare-sides.ts'
import { comparable, pairRoles } from '../engine/pair-facts.ts'

/**
 * An annual report answers for its own year. What a later one restates of that year is held against the report of that year
 * (annual-annual); only where none states it is it held against the acceptance report.
 */
function answersForYear(dossier: Dossier): (fact: Fact) => boolean {
  const yearOf = new Map(dossier.documents.map(({ id, identity }) => [id, identity.year]))
  const ofOwnYear = (fact: Fact) => fact.role === 'annual_report' && fact.kind === 'actual' && yearOf.get(fact.document) === fact.year
  const told = new Set(dossier.facts.filter(ofOwnYear).map((fact) => `${fact.subject}|${fact.year}`))
  return (fact) => fact.role !== 'annual_report' || ofOwnYear(fact) || !told.has(`${fact.subject}|${fact.year}`)
}

/** Goals are left to plan-acceptance: an annual report may set goals of its own for its year. The application is acceptance material too. */
export default defineRule({
  id: 'consistency/annual-acceptance',
  severity: 'error',
  article: '17(7)',
  summary: 'Each annual report and the acceptance materials state the same value for the same subject and year.',
  title: '年度工作报告与验收材料对同一指标、同一年份的数据是否一致',

  given: (dossier) => {
    const answers = answersForYear(dossier)
    return pairRoles(
      dossier,
      ['annual_report'],
      ['acceptance_report', 'application'],
      (fact) => comparable(fact) && fact.kind === 'actual' && answers(fact),
    )
  },
  check: (sides, dossier) => compareSides(sides, dossier, '年度工作报告与验收材料不一致'),
})
