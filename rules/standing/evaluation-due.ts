import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { showDays } from '../engine/date-days.ts'
import { findDeadline, monthsOf, plusMonths, showLimit } from '../engine/deadline.ts'
import { dayedOf } from '../engine/deadline-told.ts'
import { placeName } from '../engine/place-name.ts'

function* given(dossier: Dossier): Generator<Target> {
  if (dossier.stage !== 'annual' && dossier.stage !== 'evaluation') return
  if (dayedOf(dossier.documents, 'named').length > 0) yield { subject: null, year: null, facts: [] }
}

/** The last day that the dossier speaks of: the end of the latest year reported on. */
const spokenOf = ({ documents, submittedOn }: Dossier): string | undefined =>
  [
    ...documents.flatMap(({ identity }) => (identity.role === 'annual_report' && identity.year !== null ? [`${identity.year}-12-31`] : [])),
    submittedOn,
  ]
    .filter((day) => day !== null)
    .sort()
    .at(-1)

function check(_: Target, dossier: Dossier): Outcome {
  const limit = findDeadline(dossier.regulation, 'evaluation')
  const months = limit === undefined ? undefined : monthsOf(limit)
  if (limit === undefined || months === undefined) return skipped('所依据的管理办法没有绩效评价的周期')
  const [named] = dayedOf(dossier.documents, 'named').sort((a, b) => a.on.from.localeCompare(b.on.from))
  const now = spokenOf(dossier)
  if (named === undefined || now === undefined) return skipped('未读到命名日期或报告年度')
  const evaluated = dayedOf(dossier.documents, 'evaluated').map(({ on }) => on.to)
  const last = [named.on.to, ...evaluated].sort().at(-1) ?? named.on.to
  const due = plusMonths(last, months)
  if (now <= due) return passed
  return failed({
    message: `园区于${showDays(named.on)}命名（${placeName(named, dossier)}），材料所述最近一次${evaluated.length > 0 ? '绩效评价' : '命名'}至今已逾${showLimit(limit)}，未见其后的绩效评价，请核实。`,
    expected: `每${showLimit(limit)}一次绩效评价`,
    actual: evaluated.length === 0 ? '未见绩效评价' : `最近一次在${(evaluated.sort().at(-1) ?? '').slice(0, 4)}年`,
    places: [{ document: named.document, evidence: named.evidence }],
  })
}

/** Every three years since naming an evaluation is told of (Art. 25). */
export default defineRule({
  id: 'standing/evaluation-due',
  severity: 'info',
  article: '25',
  summary: 'A named park tells of an evaluation at least every three years.',
  title: '命名后是否每三年开展绩效评价',
  given,
  check,
})
