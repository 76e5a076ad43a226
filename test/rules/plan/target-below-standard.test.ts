import rule from '../../../rules/plan/target-below-standard.ts'
import { document, fact, testRule } from '../rule-tester.ts'

const goal = (subject: string, printed: string, over: Parameters<typeof fact>[0] = {}) =>
  fact({ subject, printed, role: 'plan', kind: 'target', year: 2022, ...over })
const plan = (...facts: ReturnType<typeof goal>[]) => ({ documents: [document({ identity: { role: 'plan' }, facts })] })

testRule(rule, [
  { name: 'a goal that meets the Standard passes', ...plan(goal('hj274.29', '15.5')), outcomes: ['passed'] },
  {
    name: 'one below it fails with both values',
    ...plan(goal('hj274.29', '12')),
    outcomes: ['failed'],
    tells: ['绿化覆盖率', '12', '15', '建设规划.pdf'],
  },
  { name: 'values reached are not goals', ...plan(goal('hj274.29', '12', { kind: 'actual' })), outcomes: [] },
  { name: 'of an either-or group one good goal is enough', ...plan(goal('hj274.1', '20'), goal('hj274.2', '18')), outcomes: ['passed'] },
  {
    name: 'a group whose goals all miss fails',
    ...plan(goal('hj274.1', '20'), goal('hj274.2', '12')),
    outcomes: ['failed'],
    tells: ['至少应有一项'],
  },
  { name: 'a goal of a year on the way is none of the final year', ...plan(goal('hj274.29', '12', { year: 2020 })), outcomes: [] },
])
