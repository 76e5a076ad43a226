import rule from '../../../rules/consistency/annual-annual.ts'
import { fact, testRule } from '../rule-tester.ts'

const said = (report: number, year: number, printed: string) =>
  fact({ role: 'annual_report', document: `annual_report-${report}`, year, printed, subject: 'energy_consumption', unit: '万吨标煤' })

testRule(rule, [
  {
    name: 'last year’s value repeated unchanged passes',
    facts: [said(2020, 2020, '70.50'), said(2021, 2020, '70.5')],
    outcomes: ['passed'],
  },
  {
    name: 'last year’s value restated without a word fails',
    facts: [said(2020, 2020, '70.50'), said(2021, 2020, '71.50')],
    outcomes: ['failed'],
    tells: ['70.50万吨标煤', '71.50万吨标煤'],
  },
  { name: 'each report on its own year has no counterpart', facts: [said(2020, 2020, '70.50'), said(2021, 2021, '74.19')], outcomes: [] },
  {
    name: 'three reports make three pairs',
    facts: [said(2020, 2019, '67.48'), said(2021, 2019, '67.48'), said(2022, 2019, '67.84')],
    outcomes: ['passed', 'failed', 'failed'],
  },
])
