import rule from '../../../rules/completeness/required-content.ts'
import { document, testRule } from '../rule-tester.ts'
import { statement, toldDate } from '../told.ts'

const change = (...said: string[]) =>
  document({ identity: { role: 'change_report' }, statements: said.map((what) => statement(what, 'change_report')) })
const annual = (named: boolean, ...said: string[]) => ({
  stage: 'annual' as const,
  documents: [
    document({
      identity: { role: 'annual_report', year: 2022 },
      dates: named ? [toldDate('named', '2019-04', 'annual_report-2022')] : [],
      statements: said.map((what) => statement(what, 'annual_report-2022')),
    }),
  ],
})

testRule(rule, [
  {
    name: 'a report on a change with matter, reason and measures passes',
    stage: 'annual',
    documents: [change('change_matter', 'change_reason', 'change_measure')],
    outcomes: ['passed', 'passed', 'passed'],
  },
  {
    name: 'one without a reason fails and says what is missing and where the regulation asks for it',
    stage: 'annual',
    documents: [change('change_matter', 'change_measure')],
    outcomes: ['passed', 'failed', 'passed'],
    tells: ['调整报告.docx', '调整原因', '第12条'],
  },
  { name: 'without such papers nothing is asked', documents: [document({ identity: { role: 'other' } })], outcomes: [] },
  {
    name: 'of a named park a department and disclosure are asked',
    ...annual(true, 'carbon_measure', 'disclosure'),
    outcomes: ['passed', 'failed', 'passed'],
    tells: ['专门部门'],
  },
  { name: 'of one that is not yet named they are not', ...annual(false), outcomes: [] },
  {
    name: 'a paper that was read in part leaves it open',
    stage: 'annual',
    documents: [document({ identity: { role: 'change_report' }, status: 'partial' })],
    outcomes: ['skipped', 'skipped', 'skipped'],
    tells: ['未能完整读取'],
  },
])
