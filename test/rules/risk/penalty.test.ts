import rule from '../../../rules/risk/penalty.ts'
import { document, testRule } from '../rule-tester.ts'
import { toldEvent } from '../told.ts'

const told = (over: Parameters<typeof toldEvent>[2] = {}) =>
  document({ events: [toldEvent('penalty', '某企业因超标排放被罚款32万元', over)] })
const approvedOn = '2020-06-18'

testRule(rule, [
  { name: 'documents that tell of none pass', approvedOn, documents: [document()], outcomes: ['passed'] },
  {
    name: 'one told of fails and is quoted with its place',
    approvedOn,
    documents: [told({ on: '2021-09' })],
    outcomes: ['failed'],
    tells: ['某企业因超标排放被罚款32万元', '验收报告.pdf 第1页'],
  },
  { name: 'without documents nothing is asked', documents: [], outcomes: [] },
  { name: 'one from before the approval passes', approvedOn, documents: [told({ on: '2019-09' })], outcomes: ['passed'] },
  { name: 'one that the text places before the approval passes', approvedOn, documents: [told({ before: true })], outcomes: ['passed'] },
  {
    name: 'a file that could not be read leaves it open',
    approvedOn,
    documents: [document(), document({ id: 'scan', file: '附件.pdf', status: 'failed', identity: { role: 'other' } })],
    outcomes: ['skipped'],
    tells: ['附件.pdf'],
  },
])
