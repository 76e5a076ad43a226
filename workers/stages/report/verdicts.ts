import type { Assessment } from '../../../schemas/report.ts'
import type { ShownVerdict } from './wording.ts'

/** The verdict as a reader must see it: a missed member of an either-or group is no miss where another member meets the Standard. */
export function shownVerdicts(assessment: readonly Assessment[]): Map<string, ShownVerdict> {
  const held = new Set(assessment.flatMap(({ group, verdict }) => (group !== null && verdict === 'pass' ? [group] : [])))
  const shown = ({ group, verdict }: Assessment): ShownVerdict =>
    verdict === 'fail' && group !== null && held.has(group) ? 'covered' : verdict
  return new Map(assessment.map((row) => [row.subject, shown(row)]))
}

/** How often each verdict was given, in the order in which a reader wants them. */
export function countVerdicts(verdicts: Iterable<ShownVerdict>): [ShownVerdict, number][] {
  const order: ShownVerdict[] = ['fail', 'undetermined', 'not_reported', 'pass', 'covered', 'not_applicable']
  const all = [...verdicts]
  return order
    .map((verdict): [ShownVerdict, number] => [verdict, all.filter((one) => one === verdict).length])
    .filter(([, times]) => times > 0)
}
