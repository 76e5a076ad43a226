import rule from '../../../rules/source/generic-citation.ts'
import { evidence, fact, testRule } from '../rule-tester.ts'

const cited = (number: number, text: string) =>
  fact({ subject: `hj274.${number}`, printed: '12.5', unit: '%', source: { text, evidence: evidence() } })
const rows = (text: (number: number) => string, from = 1) => ({
  facts: [1, 2, 6, 7, 8, 10, 11, 13].slice(from - 1).map((number) => cited(number, text(number))),
})

testRule(rule, [
  { name: 'several sources pass', ...rows((number) => (number > 6 ? '统计年鉴' : '环境统计报表')), outcomes: ['passed'] },
  { name: 'one for all is told', ...rows(() => '园区管委会'), outcomes: ['failed'], tells: ['8项指标', '“园区管委会”'] },
  { name: 'of few indicators nothing is asked', ...rows(() => '园区管委会', 4), outcomes: [] },
])
