import rule from '../../../rules/source/conflicting-citation.ts'
import { evidence, type FactOver, fact, testRule } from '../rule-tester.ts'

const cited = (text: string, over: FactOver = {}) =>
  fact({ subject: 'hj274.15', unit: '%', printed: '82.33', source: { text, evidence: evidence() }, ...over })
const annual = { role: 'annual_report' } as const

testRule(rule, [
  {
    name: 'the same source spelled in two ways',
    facts: [cited('《临江经开区统计年鉴（2021）》'), cited('临江经开区统计年鉴', annual)],
    outcomes: ['passed'],
  },
  {
    name: 'two bodies for one value',
    facts: [cited('水务集团供水台账'), cited('环境保护局排污许可年报', annual)],
    outcomes: ['failed'],
    tells: ['水务集团供水台账', '排污许可年报'],
  },
  { name: 'one document alone', facts: [cited('水务集团供水台账'), cited('管委会', { year: 2021 })], outcomes: [] },
  {
    name: 'two values that differ anyway are not about their source',
    facts: [cited('水务集团供水台账'), cited('环境保护局排污许可年报', { ...annual, printed: '70.10' })],
    outcomes: ['passed'],
  },
])
