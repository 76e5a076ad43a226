import { defineRule } from '../define-rule.ts'
import { eventTold, noneTold, toldEvents } from '../engine/event-telling.ts'

/** No penalty for an offence against the environment is told of (Art. 14(1), 27(1)). */
export default defineRule({
  id: 'risk/penalty',
  severity: 'warning',
  article: '14(1)、27(1)',
  summary: 'No document tells of an administrative penalty for an environmental offence in the park since the approval.',
  title: '材料是否述及园区企业的环境行政处罚、停产整治、挂牌督办、约谈或通报',
  given: (dossier) => toldEvents(dossier, 'penalty'),
  check: ({ group }, dossier) =>
    group === null
      ? noneTold(dossier)
      : eventTold(group, dossier, '涉及环境违法处理，请核实处罚文书、整改情况以及是否引起集中举报或负面舆情'),
})
