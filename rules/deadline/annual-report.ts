import type { ToldDate } from '../../schemas/told.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { showDays } from '../engine/date-days.ts'
import { findDeadline, fixedDue, judge } from '../engine/deadline.ts'
import { datesOf } from '../engine/deadline-told.ts'
import { placeName } from '../engine/place-name.ts'

type Yearly = Target & { readonly year: number }

const reportsOf = ({ documents }: Dossier) =>
  documents.filter(({ identity }) => identity.role === 'annual_report' && identity.year !== null)

function* given(dossier: Dossier): Generator<Yearly> {
  const years = new Set(reportsOf(dossier).flatMap(({ identity }) => identity.year ?? []))
  for (const year of [...years].sort((a, b) => a - b)) yield { subject: null, year, facts: [] }
}

/** "Y+1-06-30" for the report of 2020 is 2021-06-30. */
const dueOf = (limit: string, year: number): string | undefined =>
  /^Y\+1-\d{2}-\d{2}$/.test(limit) ? limit.replace('Y+1', String(year + 1)) : undefined

/** When the report was sent in, as any document tells; else the date that it bears. */
function datesFor(year: number, dossier: Dossier): ToldDate[] {
  const sent = datesOf(dossier.documents, 'annual_report_submitted').filter((date) => date.year === year)
  return sent.length > 0
    ? sent
    : datesOf(
        reportsOf(dossier).filter(({ identity }) => identity.year === year),
        'signed',
      )
}

function check({ year }: Yearly, dossier: Dossier): Outcome {
  const limit = findDeadline(dossier.regulation, 'annual-report')
  const due = limit === undefined ? undefined : dueOf(limit.limit, year)
  if (due === undefined) return skipped('所依据的管理办法没有年度工作报告的时限')
  const dates = datesFor(year, dossier).flatMap((date) => (date.on === null ? [] : [{ date, on: date.on }]))
  const plausible = dates.filter(({ on }) => on.to >= `${year}-12-01`)
  if (plausible.length === 0) return skipped(dates.length > 0 ? '报告所印日期早于报告年度结束，请核实' : '未读到该年度工作报告的日期')
  const verdicts = plausible.map(({ on }) => judge(on, fixedDue(due)))
  if (verdicts.includes('kept')) return passed
  const [latest] = plausible
  if (latest === undefined || verdicts.includes('open')) return skipped('所印日期不足以判断是否逾期')
  const what = latest.date.what === 'signed' ? '所署日期' : '报送日期'
  return failed({
    message: `${year}年度工作报告的${what}为${showDays(latest.on)}（${placeName(latest.date, dossier)}），晚于${showDays({ from: due, to: due })}的报送时限。`,
    expected: `不晚于${showDays({ from: due, to: due })}`,
    actual: showDays(latest.on),
    places: plausible.map(({ date }) => ({ document: date.document, evidence: date.evidence })),
  })
}

/** Each annual report is sent in by 30 June of the next year, a day that is never shifted (Art. 23, 27(4)). */
export default defineRule({
  id: 'deadline/annual-report',
  severity: 'error',
  article: '23、27(4)',
  summary: 'Every annual report is dated by the end of June of the year after the one it reports on.',
  title: '年度工作报告是否在次年6月底前报送',
  given,
  check,
})
