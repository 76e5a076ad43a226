import rule from '../../../rules/completeness/commitment-item.ts'
import { readRegulation } from '../../../rules/regulations/index.ts'
import { document, testRule } from '../rule-tester.ts'
import { statement } from '../told.ts'

const all = [
  'commitment_law',
  'commitment_incident',
  'commitment_discharge',
  'commitment_total',
  'commitment_risk',
  'commitment_monitoring',
  'commitment_emergency',
]
const letter = (...said: string[]) => ({
  stage: 'creation' as const,
  documents: [document({ identity: { role: 'commitment' }, statements: said.map((what) => statement(what, 'commitment')) })],
})
const passes = all.map(() => 'passed' as const)

testRule(rule, [
  { name: 'a letter with all commitments passes', ...letter(...all), outcomes: passes },
  {
    name: 'one that does not speak of the total amounts fails',
    ...letter(...all.filter((what) => what !== 'commitment_total')),
    outcomes: passes.map((outcome, index) => (index === 3 ? 'failed' : outcome)),
    tells: ['承诺书.docx', '总量控制', '第9条（三）三'],
  },
  { name: 'at acceptance nothing is asked', documents: letter().documents, outcomes: [] },
  {
    name: 'the edition of 2026 asks for a proof in place of the letter',
    ...letter(),
    regulation: readRegulation('2026'),
    outcomes: [],
  },
])
