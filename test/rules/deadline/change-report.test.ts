import rule from '../../../rules/deadline/change-report.ts'
import { document, testRule } from '../rule-tester.ts'
import { toldDate, toldEvent } from '../told.ts'

const changed = (on?: string, ...dates: ReturnType<typeof toldDate>[]) =>
  document({ events: [toldEvent('organisation_change', '园区由高新区代管', on === undefined ? {} : { on })], dates })
const paper = (on: string) => document({ identity: { role: 'change_report' }, dates: [toldDate('signed', on, 'change_report')] })
const year = { approvedOn: '2020-06-18', submittedOn: '2023-04-20' }

testRule(rule, [
  {
    name: 'a change reported within six months passes',
    ...year,
    documents: [changed('2021-07'), paper('2021-12-20')],
    outcomes: ['passed'],
  },
  {
    name: 'one reported later fails',
    ...year,
    documents: [changed('2021-07'), paper('2022-03-20')],
    outcomes: ['failed'],
    tells: ['2021年7月', '2022年3月20日', '6个月'],
  },
  { name: 'without a change nothing is asked', ...year, documents: [document()], outcomes: [] },
  {
    name: 'one older than that and never reported fails',
    ...year,
    documents: [changed('2021-07')],
    outcomes: ['failed'],
    tells: ['2023年4月20日', '没有书面报告'],
  },
  { name: 'one newer than that is left open', ...year, documents: [changed('2023-01')], outcomes: ['skipped'] },
  { name: 'one without a date is left open', ...year, documents: [changed()], outcomes: ['skipped'] },
  {
    name: 'a report told of without a date is left open',
    ...year,
    documents: [changed('2021-07', toldDate('change_reported', null, 'acceptance_report'))],
    outcomes: ['skipped'],
    tells: ['未读到报告日期'],
  },
])
