import type { ToldDate } from '../../schemas/told.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { showDays } from '../engine/date-days.ts'
import { dueAfterMonths, findDeadline, judge, monthsOf, showLimit } from '../engine/deadline.ts'
import { applicationOf, datesOf, placesOf } from '../engine/deadline-told.ts'
import { type EventGroup, groupEvents } from '../engine/event-groups.ts'
import { placeName } from '../engine/place-name.ts'

type Changed = Target & { readonly group: EventGroup }

function* given(dossier: Dossier): Generator<Changed> {
  if (dossier.stage === 'creation') return
  for (const group of groupEvents(dossier, 'organisation_change')) yield { subject: null, year: null, facts: [], group }
}

/** Reports on changes: the date of each change report, and what any document tells of reporting one. */
const reportsOf = ({ documents }: Dossier): ToldDate[] => [
  ...datesOf(
    documents.filter(({ identity }) => identity.role === 'change_report'),
    'signed',
  ),
  ...datesOf(documents, 'change_reported'),
]

function check({ group }: Changed, dossier: Dossier): Outcome {
  const [change] = group
  const { on } = change
  const limit = findDeadline(dossier.regulation, 'change-report')
  const months = limit === undefined ? undefined : monthsOf(limit)
  if (limit === undefined || months === undefined) return skipped('所依据的管理办法没有重大调整的报告时限')
  if (on === null) return skipped('材料未说明调整发生的日期')
  const due = dueAfterMonths(on, months)
  const paper = dossier.documents.some(({ identity }) => identity.role === 'change_report')
  const reports = reportsOf(dossier)
  const told = reports.flatMap((date) => (date.on !== null && date.on.to >= on.from ? [{ date, on: date.on }] : []))
  const when = `${placeName(change, dossier)}所述调整发生于${showDays(on)}`
  const places = [{ document: change.document, evidence: change.evidence }]
  if (told.length > 0) {
    const verdicts = told.map((report) => judge(report.on, due))
    if (verdicts.includes('kept')) return passed
    const [report] = told
    if (report === undefined || verdicts.includes('open')) return skipped('所印日期不足以判断是否在时限内报告')
    return failed({
      message: `${when}，${showDays(report.on)}才报告（${placeName(report.date, dossier)}），超过${showLimit(limit)}。`,
      expected: `调整发生后${showLimit(limit)}内报告`,
      actual: showDays(report.on),
      places: [...places, { document: report.date.document, evidence: report.date.evidence }],
    })
  }
  if (paper || reports.length > 0) return skipped('材料述及已报告该调整，但未读到报告日期')
  const applied = applicationOf(dossier)
  if (applied === null || judge(applied.days, due) !== 'broken')
    return skipped(`材料中没有调整报告，申请时是否已满${showLimit(limit)}无从判断`)
  return failed({
    message: `${when}，至${showDays(applied.days)}申请时已满${showLimit(limit)}，材料中没有书面报告该调整的记录。`,
    expected: `调整发生后${showLimit(limit)}内向省级主管部门书面报告`,
    actual: '材料中没有重大调整报告',
    places: [...places, ...placesOf(applied)],
  })
}

/** A change of name, authority, scope, indicators or key projects is reported in writing within six months (Art. 12). */
export default defineRule({
  id: 'deadline/change-report',
  severity: 'error',
  article: '12',
  summary: 'Every told change of the park is reported within six months; one older than that at the application has a report.',
  title: '重大调整是否在6个月内书面报告',
  given,
  check,
})
