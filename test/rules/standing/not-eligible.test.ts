import rule from '../../../rules/standing/not-eligible.ts'
import { document, testRule } from '../rule-tester.ts'
import { toldDate } from '../told.ts'

const withdrawn = (on: string, submittedOn: string | null = '2021-03-12') => ({
  stage: 'creation' as const,
  submittedOn,
  documents: [document({ identity: { role: 'application' as const }, dates: [toldDate('withdrawn', on, 'application')] })],
})

testRule(rule, [
  { name: 'three years later it may apply', ...withdrawn('2018-03-12'), outcomes: ['passed'] },
  {
    name: 'sooner it may not',
    ...withdrawn('2019-07-03'),
    outcomes: ['failed'],
    tells: ['2019年7月3日', '2021年3月12日', '3年', '验收申请.docx'],
  },
  { name: 'at acceptance nothing is asked', documents: withdrawn('2019-07-03').documents, outcomes: [] },
  { name: 'a year alone leaves it open', ...withdrawn('2018'), outcomes: ['skipped'] },
  {
    name: 'no withdrawal told passes',
    stage: 'creation',
    documents: [document({ identity: { role: 'application' } })],
    outcomes: ['passed'],
  },
])
