import { defineRule } from '../define-rule.ts'
import { eventTold, noneTold, toldEvents } from '../engine/event-telling.ts'

/** No document tells that data or papers of the park or its firms were made up or tampered with. (Art. 28(2), 38). */
export default defineRule({
  id: 'risk/fabrication',
  severity: 'error',
  article: '28(2)、38',
  summary: 'No document tells that data or papers of the park or its firms were made up or tampered with.',
  title: '材料是否述及数据、资料弄虚作假',
  given: (dossier) => toldEvents(dossier, 'fabrication'),
  check: ({ group }, dossier) =>
    group === null ? noneTold(dossier) : eventTold(group, dossier, '述及数据或资料弄虚作假，请核实涉及的指标与处理结果'),
})
