import rule from '../../../rules/deadline/eia-age.ts'
import { readRegulation } from '../../../rules/regulations/index.ts'
import { document, testRule } from '../rule-tester.ts'
import { toldDate } from '../told.ts'

const eia = (on: string, file = '规划环评.pdf') => ({
  stage: 'creation' as const,
  submittedOn: '2026-03-12',
  regulation: readRegulation('2026'),
  documents: [document({ file, identity: { role: 'planning_eia' as const }, dates: [toldDate('eia_reviewed', on, 'planning_eia')] })],
})

testRule(rule, [
  { name: 'one of four years passes', ...eia('2022-02-01'), outcomes: ['passed'] },
  {
    name: 'one of six years without a follow-up fails',
    ...eia('2020-02-01'),
    outcomes: ['failed'],
    tells: ['2020年2月1日', '5年', '跟踪评价'],
  },
  {
    name: 'without a planning EIA nothing is asked',
    stage: 'creation',
    documents: [document({ identity: { role: 'plan' } })],
    outcomes: [],
  },
  { name: 'with a follow-up assessment it passes', ...eia('2020-02-01', '规划环境影响跟踪评价.pdf'), outcomes: ['passed'] },
  { name: 'the draft sets no age', ...eia('2010-02-01'), regulation: readRegulation('draft'), outcomes: ['skipped'] },
  { name: 'a month leaves days at the limit open', ...eia('2021-03'), outcomes: ['skipped'] },
])
