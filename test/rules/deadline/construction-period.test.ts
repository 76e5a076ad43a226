import rule from '../../../rules/deadline/construction-period.ts'
import { document, testRule } from '../rule-tester.ts'
import { toldDate } from '../told.ts'

const application = (on: string) =>
  document({
    identity: { role: 'application', datedOn: on.length === 7 ? `${on}-01` : on },
    dates: [toldDate('signed', on, 'application')],
  })
const report = (...dates: ReturnType<typeof toldDate>[]) => document({ dates })
const applied = (approvedOn: string, on: string, ...dates: ReturnType<typeof toldDate>[]) => ({
  approvedOn,
  submittedOn: on.length === 7 ? `${on}-01` : on,
  documents: [report(...dates), application(on)],
})

testRule(rule, [
  { name: 'within three years passes', ...applied('2020-06-18', '2023-04-20'), outcomes: ['passed'] },
  {
    name: 'later fails and names both days',
    ...applied('2020-06-18', '2023-09-20'),
    outcomes: ['failed'],
    tells: ['2020年6月18日', '2023年9月20日', '3年', '没有延期的记录', '验收申请.docx'],
  },
  { name: 'of a creation nothing is asked', ...applied('2020-06-18', '2023-09-20'), stage: 'creation', outcomes: [] },
  { name: 'a last day on a Sunday gives way to the Monday', ...applied('2020-06-18', '2023-06-19'), outcomes: ['passed'] },
  {
    name: 'with an extension there are four years',
    ...applied('2020-06-18', '2024-05-20', toldDate('extension_granted', '2023-05-08', 'acceptance_report')),
    outcomes: ['passed'],
  },
  {
    name: 'and no more than four',
    ...applied('2020-06-18', '2024-09-20', toldDate('extended_until', '2024-06', 'acceptance_report')),
    outcomes: ['failed'],
    tells: ['4年', '含延期'],
  },
  {
    name: 'an extension asked for leaves the fourth year open',
    ...applied('2020-06-18', '2024-05-20', toldDate('extension_requested', '2023-05-08', 'acceptance_report')),
    outcomes: ['skipped'],
    tells: ['是否获批'],
  },
  {
    name: 'a month of approval leaves days of the last month open',
    ...applied('2020-06-01', '2023-06-15', toldDate('approved', '2020-06', 'acceptance_report')),
    outcomes: ['skipped'],
  },
  {
    name: 'an unknown approval is told',
    documents: [application('2023-04-20')],
    submittedOn: '2023-04-20',
    outcomes: ['skipped'],
    tells: ['批准'],
  },
])
