import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { showDays } from '../engine/date-days.ts'
import { dueAfterMonths, findDeadline, judge, monthsOf, showLimit } from '../engine/deadline.ts'
import { datesOf } from '../engine/deadline-told.ts'
import { placeName } from '../engine/place-name.ts'

const papersOf = ({ documents }: Dossier) => documents.filter(({ identity }) => identity.role === 'rectification')

function* given(dossier: Dossier): Generator<Target> {
  if (papersOf(dossier).length > 0) yield { subject: null, year: null, facts: [] }
}

function check(_: Target, dossier: Dossier): Outcome {
  const papers = papersOf(dossier)
  const limit = findDeadline(dossier.regulation, 'rectification')
  const months = limit === undefined ? undefined : monthsOf(limit)
  if (limit === undefined || months === undefined) return skipped('所依据的管理办法没有整改时限')
  const feedback =
    datesOf(papers, 'feedback').find((date) => date.on !== null) ?? datesOf(dossier.documents, 'feedback').find((date) => date.on !== null)
  const mended = datesOf(papers, 'signed').find((date) => date.on !== null) ?? datesOf(papers, 'rectified').find((date) => date.on !== null)
  if (!feedback?.on) return skipped('未在材料中读到反馈核查意见的日期')
  if (!mended?.on) return skipped('未在材料中读到提交整改材料的日期')
  if (mended.on.to < feedback.on.from) return skipped('整改材料的日期早于反馈核查意见的日期，请核实日期')
  const verdict = judge(mended.on, dueAfterMonths(feedback.on, months))
  if (verdict === 'kept') return passed
  if (verdict === 'open') return skipped('所印日期不足以判断整改是否逾期')
  return failed({
    message: `${showDays(feedback.on)}反馈核查意见（${placeName(feedback, dossier)}），${showDays(mended.on)}才提交整改材料（${placeName(mended, dossier)}），超过${showLimit(limit)}。`,
    expected: `反馈后${showLimit(limit)}内提交`,
    actual: showDays(mended.on),
    places: [feedback, mended].map(({ document, evidence }) => ({ document, evidence })),
  })
}

/** The mended papers are handed in within a month of the feedback (Art. 18). */
export default defineRule({
  id: 'deadline/rectification',
  severity: 'error',
  article: '18',
  summary: 'The mended papers are dated within a month of the feedback on the technical verification.',
  title: '整改材料是否在反馈核查意见后1个月内提交',
  given,
  check,
})
