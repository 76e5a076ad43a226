import { expect, test } from 'vitest'
import rule from '../../../rules/completeness/required-document.ts'
import type { Dossier } from '../../../rules/dossier.ts'
import type { Role } from '../../../schemas/dossier.ts'
import { document, dossier, testRule } from '../rule-tester.ts'

const one = (role: Role, year: number | null = null) => document({ identity: { role, year } })
const acceptance = (...years: (number | null)[]) => [
  one('application'),
  one('acceptance_report'),
  one('supporting_data'),
  ...years.map((year) => one('annual_report', year)),
]
const missing = (over: Partial<Dossier>) =>
  rule
    .run(dossier(over))
    .filter((check) => check.outcome === 'failed')
    .map(({ subject, year }) => [subject, year])

testRule(rule, [
  {
    name: 'everything that Art. 15 asks for, and three annual reports',
    documents: acceptance(2020, 2021, 2022),
    outcomes: ['passed', 'passed', 'passed', 'passed', 'passed', 'passed'],
  },
  {
    name: 'the report of one construction year is missing',
    documents: acceptance(2020, 2022),
    outcomes: ['passed', 'passed', 'passed', 'passed', 'failed', 'passed'],
    tells: ['2021年度工作报告'],
  },
  { name: 'a stage that asks for nothing', stage: 'evaluation', documents: [], outcomes: [] },
  {
    name: 'a report of an unknown year may be the missing one',
    documents: acceptance(2020, 2022, null),
    outcomes: ['passed', 'passed', 'passed', 'passed', 'skipped', 'passed'],
  },
])

test('an annual report is due from the year of approval, not from the base year', () => {
  expect(missing({ documents: acceptance(2021, 2022), approvedOn: '2021-03-01' })).toEqual([])
})

test('a plan is not part of the acceptance material', () => {
  expect(missing({ documents: acceptance(2020, 2021, 2022) })).toEqual([])
})

test('a creation dossier without its planning EIA', () => {
  const documents = (['application', 'plan', 'support_report', 'commitment'] as const).map((role) => one(role))
  expect(missing({ stage: 'creation', documents })).toEqual([['planning_eia', null]])
})

test('a file that could not be read stands for its role, and an unrecognised one is named as a possibility', () => {
  const [application, ...others] = acceptance(2020, 2021, 2022)
  const unread = { ...application, status: 'failed' as const } as NonNullable<typeof application>
  expect(missing({ documents: [unread, ...others] })).toEqual([])
  const stranger = document({ id: 'd9', file: '扫描001.pdf', status: 'failed', identity: { role: 'other' } })
  const [failed] = rule.run(dossier({ documents: [...others, stranger] })).filter((check) => check.failure !== null)
  expect(failed?.failure?.message).toContain('扫描001.pdf')
})
