import { defineRule } from '../define-rule.ts'
import { contentsOf, judgeContent } from '../engine/required-contents.ts'

/** The letter of commitment holds all that Art. 9(3) lists. */
export default defineRule({
  id: 'completeness/commitment-item',
  severity: 'error',
  article: '9(3)',
  summary: 'The letter of commitment to environmental law holds each of the commitments that the regulation lists.',
  title: '环境守法承诺书是否包含办法规定的各项承诺',
  given: (dossier) => contentsOf(dossier, 'commitment'),
  check: judgeContent,
})
