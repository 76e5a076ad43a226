import { defineRule, type Outcome, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { type EventGroup, groupEvents } from '../engine/event-groups.ts'
import { eventTold, noneTold } from '../engine/event-telling.ts'

type Ground = Target & { readonly group: EventGroup | null; readonly clause: string; readonly asks: string }

const ground = (group: EventGroup, clause: string, asks: string): Ground => ({ subject: null, year: null, facts: [], group, clause, asks })

/** Two evaluations of different years below par: the later one is the ground. */
function failedTwice(dossier: Dossier): Ground[] {
  const groups = groupEvents(dossier, 'evaluation_failed').filter(([{ on }]) => on !== null)
  const years = new Set(groups.map(([{ on }]) => on?.from.slice(0, 4)))
  const [latest] = [...groups].sort(([a], [b]) => (b.on?.from ?? '').localeCompare(a.on?.from ?? ''))
  return years.size > 1 && latest !== undefined ? [ground(latest, '28(4)', '为连续两次绩效评价未达到要求，属应撤销称号的情形，请核实')] : []
}

function* given(dossier: Dossier): Generator<Ground> {
  if (dossier.documents.length === 0) return
  const grounds = [
    ...groupEvents(dossier, 'treaty_breach').map((group) => ground(group, '28(1)', '涉及违反环境国际公约，请核实')),
    ...failedTwice(dossier),
    ...groupEvents(dossier, 'withdrawal_request').map((group) => ground(group, '28(7)', '为园区主动提出撤销或退出，请核实')),
  ]
  yield* grounds
  if (grounds.length === 0) yield { subject: null, year: null, facts: [], group: null, clause: '28', asks: '' }
}

function check({ group, clause, asks }: Ground, dossier: Dossier): Outcome {
  if (group === null) return noneTold(dossier)
  return eventTold(group, dossier, asks, { expected: `不存在第${clause}项情形` })
}

/** No ground for withdrawing the title is told: a treaty broken, two evaluations failed, the park's own request (Art. 28). */
export default defineRule({
  id: 'standing/withdrawal-ground',
  severity: 'error',
  article: '28(1)、28(4)、28(7)',
  summary: 'No document tells of a broken treaty, of two failed evaluations or of the park’s own request to give the title back.',
  title: '材料是否述及应撤销称号的情形',
  given,
  check,
})
