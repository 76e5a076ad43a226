import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { showDays } from '../engine/date-days.ts'
import { type Deadline, dueAfterMonths, findDeadline, judge, monthsOf, showLimit } from '../engine/deadline.ts'
import { applicationOf, approvalOf, datesOf, placed, placesOf } from '../engine/deadline-told.ts'

function* given(dossier: Dossier): Generator<Target> {
  if (dossier.stage === 'acceptance') yield { subject: null, year: null, facts: [] }
}

/** Three years, or four where an extension was granted; asked for and not known to be granted, it is left open. */
function limitsOf({
  regulation,
  documents,
}: Dossier): { usual: Deadline; longest: Deadline; extension: 'granted' | 'asked' | 'none' } | undefined {
  const [usual, extended] = [findDeadline(regulation, 'construction'), findDeadline(regulation, 'construction-extended')]
  if (!usual || !extended) return undefined
  const granted = datesOf(documents, 'extension_granted', 'extended_until').length > 0
  const asked = datesOf(documents, 'extension_requested').length > 0
  return { usual, longest: granted || asked ? extended : usual, extension: granted ? 'granted' : asked ? 'asked' : 'none' }
}

function check(_: Target, dossier: Dossier): Outcome {
  const [approved, applied, limits] = [approvalOf(dossier), applicationOf(dossier), limitsOf(dossier)]
  if (approved === null) return skipped('未在材料中读到批准建设的日期')
  if (applied === null) return skipped('未在材料中读到验收申请的日期')
  const months = limits === undefined ? undefined : [monthsOf(limits.usual), monthsOf(limits.longest)]
  const [usual, longest] = months ?? []
  if (limits === undefined || usual === undefined || longest === undefined) return skipped('所依据的管理办法没有建设期限')
  if (applied.days.to < approved.days.from) return skipped('验收申请的日期早于批准建设的日期，请核实日期')
  const [short, long] = [
    judge(applied.days, dueAfterMonths(approved.days, usual)),
    judge(applied.days, dueAfterMonths(approved.days, longest)),
  ]
  if (short === 'kept' || (limits.extension === 'granted' && long === 'kept')) return passed
  if (long === 'open') return skipped(`所印日期（${showDays(approved.days)}、${showDays(applied.days)}）不足以判断是否超过建设期限`)
  if (long === 'kept') return skipped('已申请延期，材料未说明延期是否获批')
  const limit = showLimit(limits.longest)
  return failed({
    message: `自${showDays(approved.days)}批准建设${placed(approved, dossier)}至${showDays(applied.days)}申请验收${placed(applied, dossier)}已超过${limit}${limits.extension === 'none' ? '，材料中没有延期的记录' : '（含延期）'}。`,
    expected: `批准之日起${limit}内申请验收${limits.extension === 'none' ? '或申请延期' : ''}`,
    actual: showDays(applied.days),
    places: placesOf(approved, applied),
  })
}

/** The acceptance is applied for within three years of the approval, with an extension within four (Art. 11, 21). */
export default defineRule({
  id: 'deadline/construction-period',
  severity: 'error',
  article: '11、21',
  summary: 'Acceptance is applied for within three years of the approval, or within four where an extension is told of.',
  title: '是否在批准建设之日起3年内（获准延期的4年内）申请验收',
  given,
  check,
})
