import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { periodsOf } from '../engine/deadline-told.ts'
import { placeName } from '../engine/place-name.ts'

type Latest = Target & { readonly year: number }

function* given({ stage, documents }: Dossier): Generator<Latest> {
  if (stage !== 'annual' && stage !== 'evaluation') return
  const years = documents.flatMap(({ identity }) => (identity.role === 'annual_report' && identity.year !== null ? [identity.year] : []))
  if (years.length > 0) yield { subject: 'plan', year: Math.max(...years), facts: [] }
}

function check({ year }: Latest, dossier: Dossier): Outcome {
  const plans = dossier.documents.filter(({ identity }) => identity.role === 'plan')
  const periods = periodsOf(plans, 'plan_from', 'plan_to')
  const [period] = periods
  if (period === undefined) return skipped('未读到《建设规划》的规划期限')
  const end = Math.max(...periods.map(({ last }) => Number(last.on.to.slice(0, 4))))
  if (year <= end) return passed
  return failed({
    message: `《建设规划》的期限至${end}年（${placeName(period.last, dossier)}），${year}年度已在期满之后，鼓励编制新一轮规划。`,
    expected: `规划期限含${year}年`,
    actual: `至${end}年`,
    places: [{ document: period.last.document, evidence: period.last.evidence }],
  })
}

/** A park whose plan has run out is reminded to draw up the next (Art. 24). */
export default defineRule({
  id: 'standing/plan-expired',
  severity: 'info',
  article: '24',
  summary: 'The period of the plan holds the year of the latest annual report.',
  title: '建设规划是否已期满',
  given,
  check,
})
