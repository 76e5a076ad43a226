import rule from '../../../rules/risk/complaint.ts'
import { document, testRule } from '../rule-tester.ts'
import { toldEvent } from '../told.ts'

const told = (over: Parameters<typeof toldEvent>[2] = {}) =>
  document({ events: [toldEvent('complaint', '周边居民反复投诉化工异味', over)] })
const approvedOn = '2020-06-18'

testRule(rule, [
  { name: 'documents that tell of none pass', approvedOn, documents: [document()], outcomes: ['passed'] },
  {
    name: 'one told of is quoted with its place',
    approvedOn,
    documents: [told({ on: '2021-09' })],
    outcomes: ['failed'],
    tells: ['周边居民反复投诉化工异味', '验收报告.pdf 第1页'],
  },
  { name: 'without documents nothing is asked', documents: [], outcomes: [] },
  { name: 'one from before the approval passes', approvedOn, documents: [told({ on: '2019-09' })], outcomes: ['passed'] },
])
