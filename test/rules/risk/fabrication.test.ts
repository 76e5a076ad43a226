import rule from '../../../rules/risk/fabrication.ts'
import { document, testRule } from '../rule-tester.ts'
import { toldEvent } from '../told.ts'

const told = (over: Parameters<typeof toldEvent>[2] = {}) =>
  document({ events: [toldEvent('fabrication', '某企业篡改在线监测数据', over)] })
const approvedOn = '2020-06-18'

testRule(rule, [
  { name: 'documents that tell of none pass', approvedOn, documents: [document()], outcomes: ['passed'] },
  {
    name: 'one told of is quoted with its place',
    approvedOn,
    documents: [told({ on: '2021-09' })],
    outcomes: ['failed'],
    tells: ['某企业篡改在线监测数据', '验收报告.pdf 第1页'],
  },
  { name: 'without documents nothing is asked', documents: [], outcomes: [] },
  { name: 'one from before the approval passes', approvedOn, documents: [told({ on: '2019-09' })], outcomes: ['passed'] },
])
