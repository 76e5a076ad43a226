import { expect, test } from 'vitest'
import rule from '../../../rules/source/missing-citation.ts'
import { dossier, evidence, type FactOver, fact, testRule } from '../rule-tester.ts'

const source = { text: '市统计局能源统计报表', evidence: evidence() }
const cell = (over: FactOver = {}) => fact({ subject: 'hj274.15', unit: '%', printed: '82.33', sourceExpected: true, ...over })

testRule(rule, [
  { name: 'the row cites its source', facts: [cell({ source })], outcomes: ['passed'] },
  { name: 'the cell is empty', facts: [cell()], outcomes: ['failed'], tells: ['工业用水重复利用率', '验收报告.pdf'] },
  { name: 'a sentence is not expected to cite', facts: [cell({ sourceExpected: false })], outcomes: [] },
  {
    name: 'a row reports four years and cites once',
    facts: [cell({ year: 2019 }), cell({ year: 2020, source }), cell({ year: 2021 }), cell()],
    outcomes: ['passed'],
  },
  { name: 'a quantity is no assessment indicator', facts: [cell({ subject: 'green_area' })], outcomes: [] },
  { name: 'a goal alone needs no source', facts: [cell({ kind: 'target' })], outcomes: [] },
])

test('four years without a source are one finding for the indicator, bound to no year', () => {
  expect(rule.run(dossier({ facts: [2019, 2020, 2021, 2022].map((year) => cell({ year })) }))).toMatchObject([
    { subject: 'hj274.15', year: null, severity: 'warning' },
  ])
})
