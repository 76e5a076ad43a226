import { defineRule, type Outcome, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { datesOf } from '../engine/deadline-told.ts'
import { type EventGroup, groupEvents } from '../engine/event-groups.ts'
import { eventTold, noneTold } from '../engine/event-telling.ts'

type Used = Target & { readonly group: EventGroup | null }

function* given(dossier: Dossier): Generator<Used> {
  if ((dossier.stage !== 'acceptance' && dossier.stage !== 'creation') || dossier.documents.length === 0) return
  const groups = groupEvents(dossier, 'title_use')
  for (const group of groups) yield { subject: null, year: null, facts: [], group }
  if (groups.length === 0) yield { subject: null, year: null, facts: [], group: null }
}

function check({ group }: Used, dossier: Dossier): Outcome {
  if (group === null) return noneTold(dossier)
  if (datesOf(dossier.documents, 'named').length > 0) return skipped('材料述及园区已获命名，请核实是否为本次创建的称号')
  return eventTold(group, dossier, '而园区尚未命名，请核实是否提前使用称号')
}

/** Before it is named, a park does not call itself a demonstration park (Art. 11). */
export default defineRule({
  id: 'standing/title-use',
  severity: 'warning',
  article: '11、26',
  summary: 'No document of a park that is not yet named tells that it holds or uses the title.',
  title: '创建期间是否以示范园区称号自居',
  given,
  check,
})
