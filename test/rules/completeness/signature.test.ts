import rule from '../../../rules/completeness/signature.ts'
import { document, testRule } from '../rule-tester.ts'
import { statement } from '../told.ts'

const application = (datedOn: string | null, addressed: boolean, status: 'parsed' | 'partial' = 'parsed') =>
  document({
    status,
    identity: { role: 'application', datedOn },
    statements: addressed ? [statement('addressee', 'application', '省生态环境厅')] : [],
  })

testRule(rule, [
  { name: 'a dated and addressed application passes', documents: [application('2023-04-20', true)], outcomes: ['passed'] },
  { name: 'one without a date fails', documents: [application(null, true)], outcomes: ['failed'], tells: ['验收申请.docx', '落款日期'] },
  { name: 'a report needs none', documents: [document()], outcomes: [] },
  { name: 'one that names no department fails', documents: [application('2023-04-20', false)], outcomes: ['failed'], tells: ['主管部门'] },
  {
    name: 'a letter of commitment needs its date only',
    documents: [document({ identity: { role: 'commitment', datedOn: '2020-03-01' } })],
    outcomes: ['passed'],
  },
  { name: 'what was not read in full is left open', documents: [application(null, false, 'partial')], outcomes: ['skipped'] },
])
