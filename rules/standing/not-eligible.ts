import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { showDays } from '../engine/date-days.ts'
import { findDeadline, monthsOf, plusMonths, showLimit } from '../engine/deadline.ts'
import { applicationOf, dayedOf } from '../engine/deadline-told.ts'
import { placeName } from '../engine/place-name.ts'

function* given({ stage, documents }: Dossier): Generator<Target> {
  if (stage === 'creation' && documents.length > 0) yield { subject: null, year: null, facts: [] }
}

function check(_: Target, dossier: Dossier): Outcome {
  const limit = findDeadline(dossier.regulation, 'bar')
  const months = limit === undefined ? undefined : monthsOf(limit)
  if (limit === undefined || months === undefined) return skipped('所依据的管理办法没有再次申请的限制')
  const [latest] = dayedOf(dossier.documents, 'withdrawn').sort((a, b) => b.on.to.localeCompare(a.on.to))
  if (latest === undefined) return passed
  const applied = applicationOf(dossier)
  if (applied === null) return skipped('未读到创建申请的日期')
  if (applied.days.from >= plusMonths(latest.on.to, months)) return passed
  if (applied.days.to >= plusMonths(latest.on.from, months)) return skipped('所印日期不足以判断是否已满再次申请的年限')
  return failed({
    message: `材料称称号于${showDays(latest.on)}被撤销（${placeName(latest, dossier)}），至${showDays(applied.days)}申请创建不足${showLimit(limit)}；若因第二十八条（一）至（三）项撤销，不得再次申请。`,
    expected: `撤销满${showLimit(limit)}后再申请`,
    actual: showDays(applied.days),
    places: [{ document: latest.document, evidence: latest.evidence }],
  })
}

/** A park whose title was withdrawn applies anew no sooner than three years later (Art. 28). */
export default defineRule({
  id: 'standing/not-eligible',
  severity: 'error',
  article: '28',
  summary: 'No application for creation comes within the years for which a withdrawn title bars it.',
  title: '被撤销称号后是否在限制期内再次申请',
  given,
  check,
})
