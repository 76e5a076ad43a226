import type { ToldDate } from '../../schemas/told.ts'
import { defineRule, failed, type Outcome, passed, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { overlap, showDays } from '../engine/date-days.ts'
import { placeName } from '../engine/place-name.ts'

type Dated = ToldDate & { readonly on: NonNullable<ToldDate['on']> }
type Pair = Target & { readonly first: Dated; readonly others: readonly Dated[] }

/** The approval as each document tells it: the date that the document itself is recognised by. */
const approvalsOf = ({ documents }: Dossier): Dated[] =>
  documents.flatMap(({ dates, identity }) => {
    const own = dates.find(({ what, on }) => what === 'approved' && on !== null && on.from === identity.approvedOn)
    return own?.on ? [{ ...own, on: own.on }] : []
  })

function* given(dossier: Dossier): Generator<Pair> {
  const [first, ...others] = approvalsOf(dossier)
  if (first && others.length > 0) yield { subject: 'approvedOn', year: null, facts: [], first, others }
}

function check({ first, others }: Pair, dossier: Dossier): Outcome {
  const other = others.find((one) => !overlap(one.on, first.on))
  if (other === undefined) return passed
  return failed({
    message: `批准建设的日期不一致：${placeName(first, dossier)}为${showDays(first.on)}，${placeName(other, dossier)}为${showDays(other.on)}。`,
    expected: showDays(first.on),
    actual: showDays(other.on),
    places: [first, other].map(({ document, evidence }) => ({ document, evidence })),
  })
}

/** All documents date the approval alike (Art. 11). */
export default defineRule({
  id: 'consistency/date',
  severity: 'warning',
  article: '11',
  summary: 'Documents that tell when building the park was approved tell the same day.',
  title: '各材料所述批准建设日期是否一致',
  given,
  check,
})
