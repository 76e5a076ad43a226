import rule from '../../../rules/plan/target-missed.ts'
import { fact, testRule } from '../rule-tester.ts'

const green = (printed: string, over = {}) => fact({ subject: 'hj274.29', printed, ...over })
const goal = (printed: string, over = {}) => green(printed, { role: 'plan', kind: 'target', ...over })

testRule(rule, [
  { name: 'a value that meets the goal passes', facts: [green('37.45'), goal('35')], outcomes: ['passed'] },
  {
    name: 'one that misses it fails, telling both values and places',
    facts: [green('37.45'), goal('40', { operator: '>=' })],
    outcomes: ['failed'],
    tells: ['37.45%', '验收报告.pdf 第1页', '40%', '建设规划.pdf 第1页'],
  },
  { name: 'without a goal there is nothing to meet', facts: [green('37.45')], outcomes: [] },
  { name: 'a goal bound to no year is one for the end', facts: [green('37.45'), goal('40', { year: null })], outcomes: ['failed'] },
  { name: 'a goal for a later year is not due', facts: [green('37.45'), goal('40', { year: 2025 })], outcomes: [] },
  {
    name: 'the plan’s own goal counts, not the one that the report repeats',
    facts: [green('37.45'), goal('35'), goal('40', { role: 'acceptance_report' })],
    outcomes: ['passed'],
  },
  {
    name: 'without a plan the report’s goal counts',
    facts: [green('37.45'), goal('40', { role: 'acceptance_report' })],
    outcomes: ['failed'],
  },
  {
    name: 'less is better where the Standard says so',
    facts: [fact({ subject: 'hj274.11', printed: '0.21' }), fact({ subject: 'hj274.11', printed: '0.20', kind: 'target', role: 'plan' })],
    outcomes: ['failed'],
  },
  { name: 'equal to the goal is met', facts: [green('40'), goal('40.0')], outcomes: ['passed'] },
  {
    name: 'print too coarse for the goal is not judged',
    facts: [fact({ subject: 'hj274.11', printed: '0.2' }), fact({ subject: 'hj274.11', printed: '0.22', kind: 'target', role: 'plan' })],
    outcomes: ['skipped'],
  },
  {
    name: 'a goal for a quantity without a sign has no direction',
    facts: [
      fact({ subject: 'cod_emission', printed: '300' }),
      fact({ subject: 'cod_emission', printed: '280', kind: 'target', role: 'plan' }),
    ],
    outcomes: ['skipped'],
  },
  {
    name: 'with a sign it has',
    facts: [
      fact({ subject: 'cod_emission', printed: '300' }),
      fact({ subject: 'cod_emission', printed: '280', operator: '<=', kind: 'target', role: 'plan' }),
    ],
    outcomes: ['failed'],
  },
  {
    name: 'a word may miss a word',
    facts: [fact({ subject: 'hj274.17', text: '未达标' }), fact({ subject: 'hj274.17', text: '达标', kind: 'target', role: 'plan' })],
    outcomes: ['failed'],
  },
  { name: 'an approximate value accuses nobody', facts: [green('37', { approximate: true }), goal('40')], outcomes: [] },
])
