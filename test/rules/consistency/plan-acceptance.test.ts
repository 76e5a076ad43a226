import rule from '../../../rules/consistency/plan-acceptance.ts'
import { type FactOver, fact, testRule } from '../rule-tester.ts'

const goal = (role: 'plan' | 'acceptance_report', printed: string, over: FactOver = {}) =>
  fact({ role, kind: 'target', subject: 'hj274.2', unit: '万元/人', year: 2022, printed, ...over })
const base = (role: 'plan' | 'acceptance_report', printed: string, over: FactOver = {}) =>
  fact({ role, subject: 'energy_consumption', unit: '万吨标煤', year: 2019, printed, ...over })

testRule(rule, [
  {
    name: '≥23 in the plan is 23 in the report',
    facts: [goal('plan', '23', { operator: '>=' }), goal('acceptance_report', '23.0')],
    outcomes: ['passed'],
  },
  {
    name: 'a goal that was lowered fails',
    facts: [goal('plan', '23'), goal('acceptance_report', '21.4', { operator: '>=' })],
    outcomes: ['failed'],
    tells: ['目标值', '23万元/人', '21.4'],
  },
  {
    name: 'a goal that only one of them gives has no counterpart',
    facts: [goal('plan', '23'), goal('acceptance_report', '21.4', { subject: 'hj274.8' })],
    outcomes: [],
  },
  {
    name: 'a goal without a year is one for the final year',
    facts: [goal('plan', '23', { year: null }), goal('acceptance_report', '21.4')],
    outcomes: ['failed'],
  },
  {
    name: 'a goal for a year on the way is none for the end',
    facts: [goal('plan', '20', { year: 2021 }), goal('acceptance_report', '23')],
    outcomes: [],
  },
  {
    name: 'several goals without a year cannot be told apart',
    facts: [goal('plan', '20', { year: null }), goal('plan', '23', { year: null }), goal('acceptance_report', '23')],
    outcomes: ['skipped'],
  },
  {
    name: 'goals in opposite directions fail',
    facts: [goal('plan', '0.5', { operator: '<=' }), goal('acceptance_report', '0.5', { operator: '>=' })],
    outcomes: ['failed'],
    tells: ['方向'],
  },
  {
    name: 'a base-year value that differs fails',
    facts: [base('plan', '39.49'), base('acceptance_report', '36.49')],
    outcomes: ['failed'],
  },
  {
    name: 'a later year is no base-year value',
    facts: [base('plan', '39.49', { year: 2021 }), base('acceptance_report', '36.49', { year: 2021 })],
    outcomes: [],
  },
])
