import rule from '../../../rules/standing/evaluation-due.ts'
import { document, testRule } from '../rule-tester.ts'
import { toldDate } from '../told.ts'

const named = (year: number, ...evaluated: string[]) => ({
  stage: 'annual' as const,
  documents: [
    document({
      identity: { role: 'annual_report' as const, year },
      dates: [
        toldDate('named', '2018-04-10', `annual_report-${year}`),
        ...evaluated.map((on) => toldDate('evaluated', on, `annual_report-${year}`)),
      ],
    }),
  ],
})

testRule(rule, [
  { name: 'in the first three years none is due', ...named(2020), outcomes: ['passed'] },
  { name: 'after them one is missed', ...named(2021), outcomes: ['failed'], tells: ['2018年4月10日', '3年', '未见其后的绩效评价'] },
  {
    name: 'a park that is not named has none',
    stage: 'annual',
    documents: [document({ identity: { role: 'annual_report', year: 2021 } })],
    outcomes: [],
  },
  { name: 'one told of counts anew', ...named(2022, '2021'), outcomes: ['passed'] },
])
