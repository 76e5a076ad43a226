import rule from '../../../rules/deadline/order.ts'
import { document, testRule } from '../rule-tester.ts'
import { toldDate } from '../told.ts'

const dossierOf = (...dates: ReturnType<typeof toldDate>[]) => ({
  approvedOn: '2020-06-18',
  submittedOn: '2023-04-20',
  documents: [document({ dates })],
})

testRule(rule, [
  {
    name: 'steps in order pass',
    ...dossierOf(toldDate('reviewed', '2023-07', 'acceptance_report'), toldDate('feedback', '2023-07-20', 'acceptance_report')),
    outcomes: ['passed'],
  },
  {
    name: 'a verification before the application is told with both days',
    ...dossierOf(toldDate('reviewed', '2023-02-10', 'acceptance_report')),
    outcomes: ['failed'],
    tells: ['现场技术核查的日期2023年2月10日', '早于验收申请的日期2023年4月20日', '验收报告.pdf'],
  },
  { name: 'with one date there is no order', approvedOn: '2020-06-18', documents: [document()], outcomes: [] },
  { name: 'days that may be in order are', ...dossierOf(toldDate('reviewed', '2023', 'acceptance_report')), outcomes: ['passed'] },
])
