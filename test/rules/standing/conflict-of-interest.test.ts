import rule from '../../../rules/standing/conflict-of-interest.ts'
import { document, testRule } from '../rule-tester.ts'
import { statement } from '../told.ts'

const lists = (compilers: string, experts: string) => ({
  documents: [
    document({ statements: [statement('compilers', 'acceptance_report', compilers), statement('experts', 'acceptance_report', experts)] }),
  ],
})

testRule(rule, [
  { name: 'different people pass', ...lists('张明远、李思齐、王若水', '赵东升(组长)、钱伯年教授'), outcomes: ['passed'] },
  {
    name: 'one name in both lists is told',
    ...lists('张明远、李思齐、王若水', '赵东升、李思齐(高工)'),
    outcomes: ['failed'],
    tells: ['李思齐', '验收报告.pdf'],
  },
  {
    name: 'without a list of experts nothing is asked',
    documents: [document({ statements: [statement('compilers', 'acceptance_report', '张明远')] })],
    outcomes: [],
  },
  { name: 'an office in both lists is nobody', ...lists('省环科院、张明远', '省环科院、赵东升'), outcomes: ['passed'] },
])
