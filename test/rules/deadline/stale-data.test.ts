import rule from '../../../rules/deadline/stale-data.ts'
import { document, testRule } from '../rule-tester.ts'

const documents = [document()]

testRule(rule, [
  { name: 'data of the year before pass', documents, submittedOn: '2023-04-20', outcomes: ['passed'] },
  {
    name: 'data of two years before fail',
    documents,
    submittedOn: '2024-04-20',
    outcomes: ['failed'],
    tells: ['2022年', '2024年4月20日', '2个年度'],
  },
  { name: 'of a creation nothing is asked', documents, stage: 'creation', submittedOn: '2024-04-20', outcomes: [] },
  { name: 'an unknown application leaves it open', documents, outcomes: ['skipped'] },
])
