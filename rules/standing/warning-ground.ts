import { defineRule } from '../define-rule.ts'
import { eventTold, noneTold, toldEvents } from '../engine/event-telling.ts'

/** An evaluation below par is told of (Art. 27(3)); the other grounds for a warning have rules of their own. */
export default defineRule({
  id: 'standing/warning-ground',
  severity: 'warning',
  article: '26、27(3)',
  summary: 'No document tells of an evaluation or review that the park did not pass.',
  title: '材料是否述及绩效评价未达到要求',
  given: (dossier) => (dossier.stage === 'annual' || dossier.stage === 'evaluation' ? toldEvents(dossier, 'evaluation_failed') : []),
  check: ({ group }, dossier) =>
    group === null ? noneTold(dossier) : eventTold(group, dossier, '属可提出警告的情形，请核实整改期限与复核结果'),
})
