import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { showDays } from '../engine/date-days.ts'
import { type Deadline, findDeadline, plusMonths } from '../engine/deadline.ts'
import { applicationOf, periodsOf } from '../engine/deadline-told.ts'
import { placeName } from '../engine/place-name.ts'

/** "creationAppliedOn-3y": so many months before the application. */
const monthsBefore = ({ from }: Deadline): number => 12 * Number(/-(\d+)y$/.exec(from)?.[1] ?? Number.NaN)

function* given({ stage, documents }: Dossier): Generator<Target> {
  if (stage === 'creation' && documents.some(({ identity }) => identity.role === 'commitment'))
    yield { subject: 'commitment', year: null, facts: [] }
}

function check(_: Target, dossier: Dossier): Outcome {
  const limit = findDeadline(dossier.regulation, 'commitment')
  const months = limit === undefined ? Number.NaN : monthsBefore(limit)
  if (!Number.isInteger(months)) return skipped('所依据的管理办法没有承诺时间段的要求')
  const applied = applicationOf(dossier)
  const [period] = periodsOf(dossier.documents, 'commitment_from', 'commitment_to')
  if (applied === null) return skipped('未读到创建申请的日期')
  if (period === undefined) return skipped('承诺书未印承诺时间段的起止日期')
  const { first, last } = period
  const year = Number(applied.days.from.slice(0, 4))
  const wanted = { from: plusMonths(applied.days.from, -months), to: applied.days.to }
  if (first.on.from <= wanted.from && last.on.to >= wanted.to) return passed
  const calendarYears = first.on.from <= `${year - 3}-01-01` && last.on.to >= `${year - 1}-12-31`
  return failed({
    message: `承诺时间段为${showDays(first.on)}至${showDays(last.on)}（${placeName(first, dossier)}），${calendarYears ? '为申请前的三个自然年，' : ''}未覆盖申请创建之日（${showDays(applied.days)}）前三年。`,
    expected: `${showDays({ from: wanted.from, to: wanted.from })}至${showDays({ from: wanted.to, to: wanted.to })}`,
    actual: `${showDays(first.on)}至${showDays(last.on)}`,
    places: [{ document: first.document, evidence: first.evidence }],
    ...(calendarYears ? { severity: 'info' as const } : {}),
  })
}

/** The letter of commitment covers the three years before the application for creation (Art. 9(3)). */
export default defineRule({
  id: 'deadline/commitment-period',
  severity: 'warning',
  article: '9(3)',
  summary: 'The period that the letter of commitment names covers the three years before the application.',
  title: '承诺时间段是否覆盖申请创建之日前三年',
  given,
  check,
})
