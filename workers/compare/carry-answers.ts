import type { Answer } from '../../schemas/comparison.ts'
import type { Report } from '../../schemas/report.ts'
import { followFindings } from './follow-findings.ts'

/**
 * The answers that still hold in a further submission, each with the ids of its finding in both reports (x3, x2): those to findings that
 * are told again of the same matter and the same printed values. Anything else is to be looked at anew. `answers` go by the old ids.
 */
export function carryAnswers<A extends Answer>(
  old: Report,
  current: Report,
  answers: ReadonlyMap<string, A>,
): { readonly from: string; readonly to: string; readonly answer: A }[] {
  return followFindings(old, current, answers).flatMap(({ old: before, new: after, answer }) => {
    const given = before === null ? undefined : answers.get(before.id)
    return before === null || after === null || answer?.again !== false || given === undefined
      ? []
      : [{ from: before.id, to: after.id, answer: given }]
  })
}
