import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { showDays } from '../engine/date-days.ts'
import { dueAfterMonths, findDeadline, judge, monthsOf, showLimit } from '../engine/deadline.ts'
import { applicationOf, dayedOf } from '../engine/deadline-told.ts'
import { placeName } from '../engine/place-name.ts'

function* given({ stage, documents }: Dossier): Generator<Target> {
  if (stage === 'creation' && documents.some(({ identity }) => identity.role === 'planning_eia'))
    yield { subject: 'planning_eia', year: null, facts: [] }
}

const followUp = /跟踪评价|跟踪环境影响/

function check(_: Target, dossier: Dossier): Outcome {
  const limit = findDeadline(dossier.regulation, 'eia-age')
  const months = limit === undefined ? undefined : monthsOf(limit)
  if (limit === undefined || months === undefined) return skipped('所依据的管理办法没有规划环评年限的要求')
  const papers = dossier.documents.filter(({ identity }) => identity.role === 'planning_eia')
  if (papers.some(({ file, headings }) => followUp.test(file) || headings.some(({ text }) => followUp.test(text)))) return passed
  const applied = applicationOf(dossier)
  const reviewed = [...dayedOf(dossier.documents, 'eia_reviewed'), ...dayedOf(papers, 'signed')].sort((a, b) =>
    b.on.to.localeCompare(a.on.to),
  )
  const [latest] = reviewed
  if (applied === null || latest === undefined) return skipped('未读到规划环评审查意见或创建申请的日期')
  const verdict = judge(applied.days, dueAfterMonths(latest.on, months))
  if (verdict === 'kept') return passed
  if (verdict === 'open') return skipped('所印日期不足以判断规划环评是否超过年限')
  return failed({
    message: `规划环评审查意见的日期为${showDays(latest.on)}（${placeName(latest, dossier)}），至${showDays(applied.days)}申请时已满${showLimit(limit)}，材料中没有跟踪评价。`,
    expected: `${showLimit(limit)}内，或附跟踪评价材料`,
    actual: showDays(latest.on),
    places: [{ document: latest.document, evidence: latest.evidence }],
  })
}

/** A planning EIA older than the edition allows comes with a follow-up assessment (Art. 9(4)). */
export default defineRule({
  id: 'deadline/eia-age',
  severity: 'warning',
  article: '9(4)',
  summary: 'Where the edition limits the age of the planning EIA, it is younger at the application or a follow-up assessment is there.',
  title: '规划环评是否超过年限而未附跟踪评价',
  given,
  check,
})
