import rule from '../../../rules/consistency/supporting-data.ts'
import type { Role } from '../../../schemas/dossier.ts'
import { fact, testRule } from '../rule-tester.ts'

const said = (role: Role, printed: string) =>
  fact({ role, year: 2021, document: role, subject: 'sewage_treated', unit: '万立方米', printed })

testRule(rule, [
  {
    name: 'the report repeats the data',
    facts: [said('acceptance_report', '839.29'), said('supporting_data', '839.29')],
    outcomes: ['passed'],
  },
  {
    name: 'one digit differs',
    facts: [said('acceptance_report', '839.29'), said('supporting_data', '869.29')],
    outcomes: ['failed'],
    tells: ['839.29万立方米', '869.29万立方米'],
  },
  {
    name: 'without supporting data there is nothing to ask',
    facts: [said('acceptance_report', '839.29'), said('plan', '869.29')],
    outcomes: [],
  },
  {
    name: 'every report is held against the data',
    facts: [said('annual_report', '839.29'), said('plan', '839.29'), said('supporting_data', '869.29')],
    outcomes: ['failed', 'failed'],
  },
])
