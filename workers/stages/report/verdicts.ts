import type { ToldVerdict } from '../../../schemas/told-verdict.ts'

/** How often each verdict was given, in the order in which a reader wants them. */
export function countVerdicts(verdicts: Iterable<ToldVerdict>): [ToldVerdict, number][] {
  const order: ToldVerdict[] = ['fail', 'undetermined', 'not_reported', 'pass', 'covered', 'not_applicable']
  const all = [...verdicts]
  return order
    .map((verdict): [ToldVerdict, number] => [verdict, all.filter((one) => one === verdict).length])
    .filter(([, times]) => times > 0)
}
