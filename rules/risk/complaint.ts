import { defineRule } from '../define-rule.ts'
import { eventTold, noneTold, toldEvents } from '../engine/event-telling.ts'

/** No document tells of repeated mass complaints or bad press about pollution in the park since the approval. (Art. 14(1), 27(1)). */
export default defineRule({
  id: 'risk/complaint',
  severity: 'warning',
  article: '14(1)、27(1)',
  summary: 'No document tells of repeated mass complaints or bad press about pollution in the park since the approval.',
  title: '材料是否述及群众集中重复举报或负面舆情',
  given: (dossier) => toldEvents(dossier, 'complaint'),
  check: ({ group }, dossier) =>
    group === null ? noneTold(dossier) : eventTold(group, dossier, '引起公众举报或负面舆情，请核实处置情况与影响'),
})
