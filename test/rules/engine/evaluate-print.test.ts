import { expect, test } from 'vitest'
import { checkPrint } from '../../../rules/engine/evaluate-print.ts'
import { evidence } from '../rule-tester.ts'

const holds = (expression: string, value: string, unit: string | null) =>
  checkPrint({
    document: 'd',
    subject: 'hj274.11',
    year: 2022,
    expression,
    inputs: [],
    result: { raw: value, value, unit, interval: { low: value, high: value } },
    evidence: evidence(),
  })?.holds

test.each([
  ['单位能耗=128.70万吨标煤÷356.42亿元=0.361吨标煤/万元', '0.361', '吨标煤/万元', true],
  ['128.70万吨标煤÷356.42亿元', '0.316', '吨标煤/万元', false],
  // (120 / 100)^(1/3) − 1 = 6.266 %
  ['〔（120.0亿元÷100.0亿元）^(1/3)－1〕×100%', '6.27', '%', true],
  ['[(120.0/100.0)^1/3-1]×100%', '6.27', '%', true],
  ['〔（120.0亿元÷100.0亿元）^(1/3)－1〕×100%', '6.72', '%', false],
  ['80.0万吨÷（90.0万吨＋10.0万吨）×100%', '80.0', '%', true],
  ['80.0万吨/(90.0万吨+10.0万吨)', '80.0', '%', true],
  ['80.0万吨÷（90.0万吨＋10.0万吨）×100%', '8.00', '%', false],
  ['1,200万元÷100人', '12', '万元/人', true],
] as const)('%s = %s %s: %s', (expression, value, unit, expected) => {
  expect(holds(expression, value, unit)).toBe(expected)
})

test.each(['按公式计算', '综合能耗除以增加值', '（12÷3', '1500亩÷3', '12'])('%s cannot be read, and accuses nobody', (expression) => {
  expect(holds(expression, '4', null)).toBeUndefined()
})
