import type { Grade } from '../../schemas/told.ts'
import { defineRule, type Outcome } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import type { EventGroup } from '../engine/event-groups.ts'
import { eventTold, noneTold, type Told, toldEvents } from '../engine/event-telling.ts'

/** Gravest first. */
const grades: readonly Grade[] = ['特别重大', '重大', '严重污染', '较大', '一般']
/** The grades that bar naming (Art. 17(1)) and cost the title (Art. 28(1)). */
const barring: readonly Grade[] = ['特别重大', '重大', '严重污染']

const gravest = (told: readonly (Grade | null)[]) => grades.find((grade) => told.includes(grade))

function wordsFor(group: EventGroup): string {
  const printed = gravest(group.map((event) => event.printedGrade))
  const counted = gravest(group.map((event) => event.countedGrade))
  if (printed && counted && printed !== '严重污染' && printed !== counted)
    return `原文称为${printed}事件，而所述数字达到${counted}突发环境事件的分级标准（国办函〔2014〕119号），请核实级别`
  if (counted) return `按所述数字属${counted}突发环境事件（国办函〔2014〕119号），请核实级别和处置情况`
  if (printed === '严重污染') return '属所述严重污染环境事件，请核实'
  return printed ? `属${printed}突发环境事件，请核实处置情况` : '请核实事件级别和处置情况'
}

function check({ group }: Told, dossier: Dossier): Outcome {
  if (group === null) return noneTold(dossier)
  const exempt = group.some((event) => event.forceMajeure)
  const grave = group.some(({ printedGrade, countedGrade }) =>
    [printedGrade, countedGrade].some((one) => one !== null && barring.includes(one)),
  )
  const words = `${wordsFor(group)}${exempt ? '；原文称由自然灾害引发，是否属于不可抗力次生事件由人工判断' : ''}`
  return eventTold(group, dossier, words, { severity: grave && !exempt ? 'error' : 'warning' })
}

/** No environmental incident is told of since approval (Art. 17(1), 28(1)); force majeure is told as a warning. */
export default defineRule({
  id: 'risk/environmental-incident',
  severity: 'error',
  article: '17(1)、14(1)、28(1)',
  summary: 'No document tells of an environmental incident in the park since the approval (for a creation: in the three years before).',
  title: '材料是否述及批准建设以来（创建申请前三年）园区发生的环境污染事件',
  given: (dossier) => toldEvents(dossier, 'environmental_incident'),
  check,
})
