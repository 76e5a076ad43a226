import rule from '../../../rules/deadline/annual-report.ts'
import { document, testRule } from '../rule-tester.ts'
import { toldDate } from '../told.ts'

const report = (year: number, signed: string | null, ...more: ReturnType<typeof toldDate>[]) =>
  document({
    identity: { role: 'annual_report', year },
    dates: [...(signed === null ? [] : [toldDate('signed', signed, `annual_report-${year}`, year)]), ...more],
  })

testRule(rule, [
  {
    name: 'a report dated by the end of June passes',
    documents: [report(2020, '2021-05-24'), report(2021, '2022-06-30')],
    outcomes: ['passed', 'passed'],
  },
  {
    name: 'a later one fails and names the date and the place',
    documents: [report(2020, '2021-08-16'), report(2021, '2022-05-10')],
    outcomes: ['failed', 'passed'],
    tells: ['2020年度', '2021年8月16日', '2020年度工作报告.docx', '2021年6月30日'],
  },
  { name: 'without annual reports nothing is asked', documents: [document()], outcomes: [] },
  { name: '30 June is not shifted by a weekend', documents: [report(2023, '2024-07-01')], outcomes: ['failed'] },
  {
    name: 'a month that ends in time passes, a later one fails',
    documents: [report(2020, '2021-06'), report(2021, '2022-07')],
    outcomes: ['passed', 'failed'],
  },
  { name: 'a date that leaves it open is told so', documents: [report(2020, '2021')], outcomes: ['skipped'], tells: ['不足以判断'] },
  { name: 'a report without a date is not accused', documents: [report(2020, null)], outcomes: ['skipped'], tells: ['未读到'] },
  { name: 'a date before the end of the year is not believed', documents: [report(2020, '2020-03-01')], outcomes: ['skipped'] },
  {
    name: 'the day of sending goes before that of the cover',
    documents: [report(2020, '2021-05-20', toldDate('annual_report_submitted', '2021-07-20', 'annual_report-2020', 2020))],
    outcomes: ['failed'],
    tells: ['报送日期'],
  },
])
