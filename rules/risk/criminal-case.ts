import { defineRule } from '../define-rule.ts'
import { eventTold, noneTold, toldEvents } from '../engine/event-telling.ts'

/** No criminal case for an offence against the environment is told of (Art. 17(1), 28(1)). */
export default defineRule({
  id: 'risk/criminal-case',
  severity: 'error',
  article: '17(1)、28(1)',
  summary: 'No document tells of a criminal case for pollution in the park since the approval.',
  title: '材料是否述及园区企业的环境刑事案件',
  given: (dossier) => toldEvents(dossier, 'criminal_case'),
  check: ({ group }, dossier) =>
    group === null ? noneTold(dossier) : eventTold(group, dossier, '涉及环境刑事案件，请核实案情及是否构成严重污染环境'),
})
