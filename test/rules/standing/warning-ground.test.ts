import rule from '../../../rules/standing/warning-ground.ts'
import { document, testRule } from '../rule-tester.ts'
import { toldEvent } from '../told.ts'

const told = toldEvent('evaluation_failed', '绩效评价结果为不合格', { on: '2022' })

testRule(rule, [
  { name: 'no failed evaluation passes', stage: 'annual', documents: [document()], outcomes: ['passed'] },
  {
    name: 'one told of is quoted',
    stage: 'annual',
    documents: [document({ events: [told] })],
    outcomes: ['failed'],
    tells: ['绩效评价结果为不合格', '复核'],
  },
  { name: 'at acceptance nothing is asked', documents: [document({ events: [told] })], outcomes: [] },
])
