import { expect, test } from 'vitest'
import rule from '../../../rules/consistency/annual-acceptance.ts'
import { document, dossier, type FactOver, fact, testRule } from '../rule-tester.ts'

const annual = (printed: string, over: FactOver = {}) => fact({ role: 'annual_report', year: 2021, printed, unit: '亿元', ...over })
const acceptance = (printed: string, over: FactOver = {}) => fact({ role: 'acceptance_report', year: 2021, printed, unit: '亿元', ...over })
const label = (priceBasis: string) => ({ priceBasis, priceBasisFrom: 'label' as const })
const statement = (priceBasis: string) => ({ priceBasis, priceBasisFrom: 'statement' as const })

testRule(rule, [
  {
    name: 'the same value in another unit passes',
    facts: [annual('356.4'), acceptance('3564200', { unit: '万元' })],
    outcomes: ['passed'],
  },
  {
    name: 'a swapped pair of digits fails, and both values and places are told',
    facts: [annual('365.42'), acceptance('356.42')],
    outcomes: ['failed'],
    tells: ['365.42亿元', '356.42亿元', '年度工作报告', '验收报告.pdf 第1页 表1 第2行'],
  },
  { name: 'another year has no counterpart', facts: [annual('356.4', { year: 2020 }), acceptance('365.4')], outcomes: [] },
  {
    name: 'an earlier year that the annual report repeats is compared too',
    facts: [annual('300.00', { year: 2020, document: 'annual_report-2021' }), acceptance('310.00', { year: 2020 })],
    outcomes: ['failed'],
  },
  {
    name: 'the application is acceptance material',
    facts: [annual('365.42'), acceptance('356.42', { role: 'application' })],
    outcomes: ['failed'],
  },
  { name: 'goals are not its business', facts: [annual('40', { kind: 'target' }), acceptance('45', { kind: 'target' })], outcomes: [] },
  {
    name: 'a value labelled 当年价 is not held against one without',
    facts: [annual('365.42', label('当年价')), acceptance('356.42')],
    outcomes: ['skipped'],
    tells: ['价格口径'],
  },
  {
    name: 'two values in current prices are',
    facts: [annual('365.42', label('当年价')), acceptance('356.42', label('现行价格'))],
    outcomes: ['failed'],
  },
  {
    name: '不变价 and 可比价 of one year are one basis',
    facts: [annual('356.42', label('2020年不变价')), acceptance('356.42', label('2020年可比价'))],
    outcomes: ['passed'],
  },
  {
    name: 'constant prices of two years are two bases',
    facts: [annual('356.42', label('2020年不变价')), acceptance('350.00', label('2015年不变价'))],
    outcomes: ['skipped'],
  },
  {
    name: 'a clause about the whole report does not excuse a difference',
    facts: [annual('365.42', statement('当年价')), acceptance('356.42')],
    outcomes: ['failed'],
  },
  {
    name: 'an approximate value accuses nobody',
    facts: [annual('365', { approximate: true }), acceptance('356.42')],
    outcomes: ['skipped'],
    tells: ['约数'],
  },
  {
    name: 'a look-alike digit after poor recognition accuses nobody',
    facts: [annual('386.42', { confidence: 0.6 }), acceptance('356.42')],
    outcomes: ['skipped'],
    tells: ['识别可信度低'],
  },
  {
    name: 'the park’s area is left to scope/boundary',
    facts: [annual('40', { subject: 'park_area', unit: 'km2' }), acceptance('45', { subject: 'park_area', unit: 'km2' })],
    outcomes: [],
  },
  {
    name: 'people are counted, so that one more is a difference',
    facts: [
      annual('57032', { subject: 'industrial_employees', unit: '人' }),
      acceptance('57033', { subject: 'industrial_employees', unit: '人' }),
    ],
    outcomes: ['failed'],
  },
  {
    name: 'a last digit that rounding allows is none',
    facts: [annual('13.24', { subject: 'hj274.12', unit: '%' }), acceptance('13.25', { subject: 'hj274.12', unit: '%' })],
    outcomes: ['passed'],
  },
  {
    name: '达标 and 未达标 contradict each other, 达标 and 稳定达标 do not',
    facts: [
      annual('', { subject: 'hj274.17', text: '未达标' }),
      acceptance('', { subject: 'hj274.17', text: '达标' }),
      annual('', { subject: 'hj274.17', text: '稳定达标', year: 2022 }),
      acceptance('', { subject: 'hj274.17', text: '达标', year: 2022 }),
    ],
    outcomes: ['failed', 'passed'],
  },
])

test('a poorly read value that no misreading explains is told as a warning', () => {
  const [check] = rule.run(dossier({ facts: [annual('412.07', { confidence: 0.6 }), acceptance('356.42')] }))
  expect(check).toMatchObject({ outcome: 'failed', severity: 'warning' })
})

test('fifty repetitions of a value are one check for each pair of documents', () => {
  const facts = [...Array.from({ length: 50 }, () => annual('356.42')), acceptance('356.42')]
  expect(rule.run(dossier({ facts }))).toHaveLength(1)
})

test('what a later annual report restates is not held against the acceptance report, unless no report answers for that year', () => {
  const own = annual('356.42', { document: 'annual_report-2021' })
  const later = annual('365.42', { document: 'annual_report-2022' })
  const reports = [2021, 2022].map((year) => document({ identity: { role: 'annual_report', year } }))
  const outcomes = (facts: ReturnType<typeof fact>[]) =>
    rule.run(dossier({ documents: [...reports, document()], facts })).map((check) => check.outcome)
  expect(outcomes([own, later, acceptance('356.42')])).toEqual(['passed'])
  expect(outcomes([later, acceptance('356.42')])).toEqual(['failed'])
})
