import { expect, test } from 'vitest'
import rule from '../../../rules/completeness/required-indicator.ts'
import { readStandard } from '../../../rules/standards/index.ts'
import { document, dossier, fact, testRule } from '../rule-tester.ts'

const { indicators } = readStandard('hj274-2015')
/** Every indicator with a value in the final year but those left out. */
const table = (...without: number[]) =>
  indicators.filter(({ no }) => !without.includes(no)).map(({ id }) => fact({ subject: id, unit: null, year: 2022, printed: '50' }))
const failing = (facts: ReturnType<typeof table>, over = {}) =>
  rule
    .run(dossier({ documents: [document({ facts, ...over })] }))
    .filter((check) => check.outcome === 'failed')
    .map((check) => check.subject)
const all = Array.from({ length: 23 }, () => 'passed' as const)

testRule(rule, [
  { name: 'all 17 mandatory indicators and all 6 groups have a value', facts: table(), outcomes: all },
  {
    name: 'the last mandatory one has none',
    facts: table(32),
    outcomes: [...all.slice(1), 'failed'],
    tells: ['第32项', '生态工业主题宣传活动'],
  },
  {
    name: 'a creation dossier has no acceptance report',
    stage: 'creation',
    facts: [fact({ role: 'plan', subject: 'hj274.2' })],
    outcomes: [],
  },
])

test('a group needs one of its members only, and is named by its first', () => {
  expect(failing(table(1, 2, 3))).toEqual([])
  expect(failing(table(1, 2, 3, 4))).toEqual(['hj274.1'])
})

test('a value for the base year alone is none for the year of acceptance', () => {
  expect(failing([...table(20), fact({ subject: 'hj274.20', year: 2019, printed: '80' })])).toEqual(['hj274.20'])
})

test('a report without a table of indicators, or read in part, is not accused', () => {
  expect(failing(table().slice(0, 5))).toEqual([])
  expect(failing(table(32), { status: 'partial' })).toEqual([])
})

test('after recognition one gap is the report’s, ten gaps are the reader’s', () => {
  expect(failing(table(32), { ocrPages: 9 })).toEqual(['hj274.32'])
  expect(failing(table(17, 18, 19, 20, 21, 22, 23, 24, 30, 31), { ocrPages: 9 })).toEqual([])
})

test('a row that could not be read is unread, not missing', () => {
  const unread = (subject: string | null, label: string) => ({
    unread: [{ document: 'd1', subject, label, raw: '5次5', evidence: fact({}).evidence }],
  })
  expect(failing(table(32), unread('hj274.32', '生态工业主题宣传活动'))).toEqual([])
  expect(failing(table(32), unread(null, '生态工业宣传主题活动'))).toEqual([])
  expect(failing(table(32), unread(null, '园区自选特色指标'))).toEqual(['hj274.32'])
})
