import rule from '../../../rules/completeness/rectification-item.ts'
import { document, testRule } from '../rule-tester.ts'
import { statement } from '../told.ts'

const paper = (...said: ('opinion' | 'opinion_answer')[]) =>
  document({
    identity: { role: 'rectification' },
    statements: said.map((what, index) =>
      statement(what, 'rectification', what === 'opinion' ? `意见${index + 1}：数据来源不清` : '整改情况：已补充'),
    ),
  })

testRule(rule, [
  {
    name: 'each opinion answered passes',
    documents: [paper('opinion', 'opinion_answer', 'opinion', 'opinion_answer')],
    outcomes: ['passed', 'passed'],
  },
  {
    name: 'one that is followed by the next fails and is quoted',
    documents: [paper('opinion', 'opinion_answer', 'opinion', 'opinion', 'opinion_answer')],
    outcomes: ['passed', 'failed', 'passed'],
    tells: ['意见3：数据来源不清', '整改说明.docx'],
  },
  { name: 'without such a paper nothing is asked', documents: [document()], outcomes: [] },
  {
    name: 'where no answer is recognised at all nobody is accused',
    documents: [paper('opinion', 'opinion')],
    outcomes: ['skipped', 'skipped'],
    tells: ['未能识别'],
  },
])
