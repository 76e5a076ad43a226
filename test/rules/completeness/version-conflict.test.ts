import rule from '../../../rules/completeness/version-conflict.ts'
import { document, testRule } from '../rule-tester.ts'

const report = (id: string, sha256: string, year: number) =>
  document({ id, file: `${id}.docx`, sha256, identity: { role: 'annual_report', year } })

testRule(rule, [
  {
    name: 'one report a year passes',
    documents: [report('a', 'a'.repeat(64), 2021), report('b', 'b'.repeat(64), 2022)],
    outcomes: ['passed', 'passed'],
  },
  {
    name: 'two texts of one year are told by name',
    documents: [report('a', 'a'.repeat(64), 2021), report('b', 'b'.repeat(64), 2021)],
    outcomes: ['failed'],
    tells: ['a.docx、b.docx', '以哪一份为准'],
  },
  { name: 'of supporting data there may be many', documents: [document({ identity: { role: 'supporting_data' } })], outcomes: [] },
  {
    name: 'the same bytes twice are no other text',
    documents: [report('a', 'a'.repeat(64), 2021), report('b', 'a'.repeat(64), 2021)],
    outcomes: ['passed'],
  },
])
