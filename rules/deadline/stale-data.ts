import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { showDays } from '../engine/date-days.ts'
import { findDeadline } from '../engine/deadline.ts'
import { applicationOf, placed, placesOf } from '../engine/deadline-told.ts'

function* given({ stage, finalYear }: Dossier): Generator<Target> {
  if (stage === 'acceptance') yield { subject: null, year: finalYear, facts: [] }
}

function check(_: Target, dossier: Dossier): Outcome {
  const limit = findDeadline(dossier.regulation, 'stale-data')
  const years = Number(limit?.limit)
  const applied = applicationOf(dossier)
  if (limit === undefined || !Number.isInteger(years)) return skipped('所依据的管理办法没有数据年份的要求')
  if (dossier.finalYear === null || applied === null) return skipped('未读到验收年或验收申请的日期')
  const age = (day: string) => Number(day.slice(0, 4)) - (dossier.finalYear ?? 0)
  if (age(applied.days.to) <= years) return passed
  if (age(applied.days.from) <= years) return skipped('所印日期不足以判断数据年份')
  return failed({
    message: `验收数据截至${dossier.finalYear}年，验收申请日期为${showDays(applied.days)}${placed(applied, dossier)}，相隔${age(applied.days.from)}个年度，请补充近期数据。`,
    expected: `验收年为申请前${years}个年度之内`,
    actual: String(dossier.finalYear),
    places: placesOf(applied),
  })
}

/** The final year is the year of the application or the one before, by usage; the regulation is silent (Art. 17). */
export default defineRule({
  id: 'deadline/stale-data',
  severity: 'warning',
  article: '17',
  summary: 'The data of an acceptance are those of the year of the application or of the one before.',
  title: '验收数据是否为申请当年或上一年的数据',
  given,
  check,
})
