import type { ToldEvent } from '../../schemas/told.ts'
import { defineRule } from '../define-rule.ts'
import { eventTold, noneTold, toldEvents } from '../engine/event-telling.ts'

const aspects: Readonly<Record<NonNullable<ToldEvent['aspect']>, string>> = {
  name: '园区名称',
  authority: '园区管理机构',
  boundary: '创建范围',
  project: '重点支撑项目',
  indicator: '考核指标',
  industry: '主导产业',
}

/** No change of name, authority, scope, key project or indicator is told of (Art. 12); one that is must have been reported. */
export default defineRule({
  id: 'risk/organisation-change',
  severity: 'warning',
  article: '12',
  summary: 'No document tells that the park’s name, authority, boundary, key projects or indicators changed since the approval.',
  title: '材料是否述及园区名称、管理机构、范围、重点支撑项目或考核指标的变更',
  given: (dossier) => toldEvents(dossier, 'organisation_change'),
  check: ({ group }, dossier) =>
    group === null
      ? noneTold(dossier)
      : eventTold(group, dossier, `属${aspects[group[0].aspect ?? 'authority']}的重大调整，请核实是否按第十二条书面报告及对创建的影响`),
})
