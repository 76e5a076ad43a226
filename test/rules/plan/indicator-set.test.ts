import rule from '../../../rules/plan/indicator-set.ts'
import { readStandard } from '../../../rules/standards/index.ts'
import { document, fact, testRule } from '../rule-tester.ts'

const { indicators } = readStandard('hj274-2015')
const goals = (without: (id: string) => boolean) =>
  indicators.filter(({ id }) => !without(id)).map(({ id }) => fact({ subject: id, printed: '50', role: 'plan', kind: 'target' }))
const plan = (without: (id: string) => boolean, over: Parameters<typeof document>[0] = {}) => ({
  documents: [document({ identity: { role: 'plan' }, facts: goals(without), ...over })],
})
const firsts = indicators.filter(({ group }, index) => group === undefined || indicators.findIndex((one) => one.group === group) === index)
const outcomes = (failing: string, outcome: 'failed' | 'skipped') =>
  firsts.map(({ id }) => (id === failing ? outcome : ('passed' as const)))

testRule(rule, [
  { name: 'goals for all pass', ...plan(() => false), outcomes: firsts.map(() => 'passed') },
  {
    name: 'a mandatory indicator without a goal is named',
    ...plan((id) => id === 'hj274.5'),
    outcomes: outcomes('hj274.5', 'failed'),
    tells: ['生态工业链项目'],
  },
  { name: 'a plan whose goals were not read is not asked', ...plan((id) => id !== 'hj274.5'), outcomes: [] },
  { name: 'one member of a group is enough', ...plan((id) => id === 'hj274.8'), outcomes: firsts.map(() => 'passed') },
  {
    name: 'a group without any goal is named',
    ...plan((id) => id === 'hj274.8' || id === 'hj274.9'),
    outcomes: outcomes('hj274.8', 'failed'),
    tells: ['可选指标组', '单位工业用地面积工业增加值'],
  },
  {
    name: 'a row that was not recognised may be the one',
    ...plan((id) => id === 'hj274.5', {
      unread: [{ document: 'plan', subject: null, label: '产业链新增数', raw: '8', evidence: fact().evidence }],
    }),
    outcomes: outcomes('hj274.5', 'skipped'),
    tells: ['产业链新增数'],
  },
])
