import { defineRule } from '../define-rule.ts'
import { contentsOf, judgeContent } from '../engine/required-contents.ts'

/** What the regulation wants a paper to say beside its sections stands in it (Art. 6, 10, 12, 23, 29, 30). */
export default defineRule({
  id: 'completeness/required-content',
  severity: 'warning',
  article: '6、10、12、23、29、30',
  summary: 'The plan, the reports and a report on changes say what the regulation wants said in them.',
  title: '材料是否写明办法要求的内容（批准机关、管理机构、规划公布、调整原因等）',
  given: (dossier) => contentsOf(dossier, 'content'),
  check: judgeContent,
})
