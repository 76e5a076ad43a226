import rule from '../../../rules/consistency/within-document.ts'
import { type FactOver, fact, testRule } from '../rule-tester.ts'

const said = (printed: string, over: FactOver = {}) => fact({ subject: 'co2_emission', unit: '万吨', printed, ...over })

testRule(rule, [
  {
    name: 'table and sentence that agree within their digits pass',
    facts: [said('180.48'), said('1804764', { unit: 't', statedIn: 'prose' })],
    outcomes: ['passed'],
  },
  {
    name: 'a sentence with two digits swapped fails',
    facts: [said('180.48'), said('108.48', { statedIn: 'prose' })],
    outcomes: ['failed'],
    tells: ['180.48万吨', '108.48万吨', '前后不一致'],
  },
  { name: 'a value stated once has nothing to agree with', facts: [said('180.48'), said('174.22', { year: 2021 })], outcomes: [] },
  { name: 'what was reached and what was aimed at are two things', facts: [said('180.48'), said('170', { kind: 'target' })], outcomes: [] },
  {
    name: 'the Standard quoted twice is left to standard/misquoted',
    facts: [said('3', { kind: 'standard', year: null }), said('2', { kind: 'standard', year: null })],
    outcomes: [],
  },
  {
    name: 'a goal is a goal exactly',
    facts: [said('37', { subject: 'hj274.1', unit: '%', kind: 'target' }), said('38', { subject: 'hj274.1', unit: '%', kind: 'target' })],
    outcomes: ['failed'],
  },
  {
    name: 'the same print in two price bases is no contradiction',
    facts: [
      said('154.51', { subject: 'industrial_value_added', unit: '亿元', priceBasis: '当年价', priceBasisFrom: 'label' }),
      said('150.82', { subject: 'industrial_value_added', unit: '亿元', priceBasis: '2019年不变价', priceBasisFrom: 'statement' }),
    ],
    outcomes: ['passed'],
  },
  {
    name: 'the plan and its supporting report are one document',
    facts: [said('180.48', { role: 'plan' }), said('186.48', { role: 'support_report' })],
    outcomes: ['failed'],
  },
  { name: 'two other documents are not', facts: [said('180.48'), said('186.48', { role: 'supporting_data' })], outcomes: [] },
])
