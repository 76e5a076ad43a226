import rule from '../../../rules/consistency/date.ts'
import { document, testRule } from '../rule-tester.ts'
import { toldDate } from '../told.ts'

const told = (role: 'plan' | 'acceptance_report', on: string) =>
  document({ identity: { role, approvedOn: on.length === 7 ? `${on}-01` : on }, dates: [toldDate('approved', on, role)] })

testRule(rule, [
  {
    name: 'the month and a day in it agree',
    documents: [told('plan', '2020-06'), told('acceptance_report', '2020-06-18')],
    outcomes: ['passed'],
  },
  {
    name: 'two days are told with both places',
    documents: [told('plan', '2020-06-18'), told('acceptance_report', '2020-08-18')],
    outcomes: ['failed'],
    tells: ['建设规划.pdf', '2020年6月18日', '验收报告.pdf', '2020年8月18日'],
  },
  { name: 'told once there is nothing to compare', documents: [told('plan', '2020-06-18')], outcomes: [] },
])
