import type { Assessment, Verdict } from './report.ts'

/** covered: it misses its threshold, and another member of its either-or group meets the Standard, which is enough. */
export type ToldVerdict = Verdict | 'covered'

/** Every indicator's verdict as a reader must see it, by subject: a missed member of a group that holds is no miss. */
export function tellVerdicts(assessment: readonly Pick<Assessment, 'subject' | 'group' | 'verdict'>[]): Map<string, ToldVerdict> {
  const held = new Set(assessment.flatMap(({ group, verdict }) => (group !== null && verdict === 'pass' ? [group] : [])))
  return new Map(
    assessment.map(({ subject, group, verdict }) => [
      subject,
      verdict === 'fail' && group !== null && held.has(group) ? 'covered' : verdict,
    ]),
  )
}
