import type { ToldDate } from '../../schemas/told.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { showDays } from '../engine/date-days.ts'
import { findDeadline, workingDaysBetween } from '../engine/deadline.ts'
import { periodsOf } from '../engine/deadline-told.ts'
import { placeName } from '../engine/place-name.ts'

type Notice = Target & { readonly first: ToldDate; readonly last: ToldDate }

function* given({ documents }: Dossier): Generator<Notice> {
  for (const { first, last } of periodsOf(documents, 'notice_from', 'notice_to'))
    if (first.on?.from === first.on?.to && last.on?.from === last.on?.to) yield { subject: null, year: null, facts: [], first, last }
}

function check({ first, last }: Notice, dossier: Dossier): Outcome {
  const limit = findDeadline(dossier.regulation, 'notice')
  const wanted = Number(limit?.limit)
  if (limit === undefined || !Number.isInteger(wanted)) return skipped('所依据的管理办法没有公示时间的要求')
  if (first.on === null || last.on === null) return skipped('未读到公示的起止日期')
  const days = workingDaysBetween(first.on.from, last.on.to)
  if (days === undefined) return skipped('公示日期在已知的节假日安排之外，工作日不能计算')
  if (days > wanted) return passed
  const place = placeName(first, dossier)
  const period = `公示期${showDays(first.on)}至${showDays(last.on)}（${place}）`
  const told = {
    expected: `${wanted}个工作日`,
    actual: `${days}个工作日`,
    places: [{ document: first.document, evidence: first.evidence }],
  }
  if (days === wanted)
    return failed({ message: `${period}含首尾共${days}个工作日，不计首日为${days - 1}个，请核实起算方法。`, severity: 'info', ...told })
  return failed({ message: `${period}共${days}个工作日，少于${wanted}个工作日。`, ...told })
}

/** Public notices last five working days (Art. 10, 19), both end days counted; where only that makes five, it is told. */
export default defineRule({
  id: 'deadline/notice-period',
  severity: 'warning',
  article: '10、19',
  summary: 'Every public notice whose first and last day are told lasts as many working days as the regulation wants.',
  title: '公示时间是否满5个工作日',
  given,
  check,
})
