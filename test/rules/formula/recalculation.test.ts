import { expect, test } from 'vitest'
import rule from '../../../rules/formula/recalculation.ts'
import type { Calculation } from '../../../schemas/reading.ts'
import { document, dossier, evidence, fact, testRule } from '../rule-tester.ts'

const energy = (printed: string, over = {}) => fact({ subject: 'energy_consumption', unit: '万吨标煤', printed, ...over })
const valueAdded = (printed: string, over = {}) => fact({ unit: '亿元', printed, ...over })
const intensity = (printed: string, over = {}) => fact({ subject: 'hj274.11', unit: '吨标煤/万元', printed, ...over })
const basis = (priceBasis: string) => ({ priceBasis, priceBasisFrom: 'label' as const })

testRule(rule, [
  // 128.70 × 10⁴ tce ÷ (356.42 × 10⁴ 万元) = 0.36109…
  {
    name: 'what the inputs give, in whatever units they are printed, passes',
    facts: [intensity('0.361'), energy('128.70'), valueAdded('356.42')],
    outcomes: ['passed'],
  },
  {
    name: 'another result fails, telling both values, the place and the calculation',
    facts: [intensity('0.316'), energy('128.70'), valueAdded('356.42')],
    outcomes: ['failed'],
    tells: ['2022年单位工业增加值综合能耗', '0.316吨标煤/万元', '验收报告.pdf 第1页 表1 第2行', '重算为0.361（128.70万吨标煤÷356.42亿元）'],
  },
  { name: 'a quantity is derived from nothing', facts: [energy('128.70'), valueAdded('356.42')], outcomes: [] },
  {
    name: 'rounded inputs that could give the print pass',
    facts: [intensity('0.361'), energy('128.7'), valueAdded('357')],
    outcomes: ['passed'],
  },
  {
    name: 'an input that the document lacks is named',
    facts: [intensity('0.361'), energy('128.70')],
    outcomes: ['skipped'],
    tells: ['验收报告.pdf缺2022年工业增加值'],
  },
  {
    name: 'inputs of another document do not count',
    facts: [intensity('0.316'), energy('128.70', { role: 'plan' }), valueAdded('356.42')],
    outcomes: ['skipped'],
  },
  {
    name: 'an input of another year does not count',
    facts: [intensity('0.361'), energy('128.70', { year: 2021 }), valueAdded('356.42')],
    outcomes: ['skipped'],
  },
  {
    name: 'goals and approximate values are not recomputed',
    facts: [intensity('0.316', { kind: 'target' }), intensity('0.3', { approximate: true }), energy('128.70'), valueAdded('356.42')],
    outcomes: [],
  },
  {
    name: 'where the document contradicts itself, a result that one of its inputs gives is not accused',
    facts: [intensity('0.361'), energy('128.70', { statedIn: 'prose' }), energy('218.70'), valueAdded('356.42')],
    outcomes: ['passed'],
  },
  {
    name: 'the inputs of a printed calculation do not excuse a result that the table does not give',
    facts: [intensity('0.316'), energy('128.70'), energy('112.63', { statedIn: 'calculation' }), valueAdded('356.42')],
    outcomes: ['failed'],
  },
  {
    name: 'growth over three years needs the value of three years before',
    facts: [fact({ subject: 'hj274.3', printed: '10.00' }), valueAdded('133.10'), valueAdded('100.00', { year: 2019 })],
    outcomes: ['passed'],
  },
  {
    name: 'growth from current prices is not judged',
    facts: [
      fact({ subject: 'hj274.3', printed: '12.00' }),
      valueAdded('133.10', basis('当年价')),
      valueAdded('100.00', { year: 2019, ...basis('当年价') }),
    ],
    outcomes: ['skipped'],
    tells: ['不变价'],
  },
  {
    name: 'constant prices are taken where current ones stand beside them',
    facts: [
      fact({ subject: 'hj274.3', printed: '10.00' }),
      valueAdded('133.10', basis('2019年不变价')),
      valueAdded('100.00', { year: 2019, ...basis('2019年不变价') }),
      valueAdded('150.00', basis('当年价')),
    ],
    outcomes: ['passed'],
  },
  {
    name: 'an elasticity on standstill is not judged',
    facts: [
      fact({ subject: 'hj274.10', printed: '0.5' }),
      energy('10.00', { year: 2019 }),
      energy('11.00'),
      valueAdded('100', { year: 2019 }),
      valueAdded('100'),
    ],
    outcomes: ['skipped'],
    tells: ['除数可能为零'],
  },
  {
    // e: (1.0927)^(1/3) = 1.03, v: (1.331)^(1/3) = 1.1 → 0.3; turned round it would be 3.33
    name: 'an elasticity turned round fails',
    facts: [
      fact({ subject: 'hj274.10', printed: '3.333' }),
      energy('100.000', { year: 2019 }),
      energy('109.273'),
      valueAdded('100.00', { year: 2019 }),
      valueAdded('133.10'),
    ],
    outcomes: ['failed'],
    tells: ['重算为0.300'],
  },
  {
    name: 'one finding for a wrong value that is printed twice',
    facts: [intensity('0.316'), intensity('0.316', { statedIn: 'prose' }), energy('128.70'), valueAdded('356.42')],
    outcomes: ['failed'],
  },
])

test('poorly read digits make it a warning', () => {
  const facts = [intensity('0.316', { confidence: 0.6 }), energy('128.70'), valueAdded('356.42')]
  expect(rule.run(dossier({ facts }))[0]?.severity).toBe('warning')
})

test('a difference that recognition may have made is left to the reader', () => {
  // 128.70 ÷ 356.42 is 0.361: read as 0.381, or from 126.70 read in place of 128.70
  const misread = [intensity('0.381', { confidence: 0.6 }), energy('128.70'), valueAdded('356.42')]
  const misreadInput = [intensity('0.361'), energy('126.70', { confidence: 0.6 }), valueAdded('356.42')]
  for (const facts of [misread, misreadInput]) expect(rule.run(dossier({ facts })).map((check) => check.outcome)).toEqual(['skipped'])
})

test('well-read digits are not doubted', () => {
  expect(rule.run(dossier({ facts: [intensity('0.381'), energy('128.70'), valueAdded('356.42')] })).map((check) => check.outcome)).toEqual([
    'failed',
  ])
})

test('the failure holds what the value should be, its suspect, and the inputs it was computed from', () => {
  const facts = [intensity('0.316'), energy('128.70'), valueAdded('356.42')]
  const [check] = rule.run(dossier({ facts }))
  expect(check?.failure?.suspect).toBe(facts[0])
  expect(check?.facts).toEqual(facts)
  expect(Number(check?.failure?.expectedValue?.low)).toBeCloseTo(0.36109, 4)
})

const calculation = (over: Partial<Calculation>): Calculation => ({
  document: 'acceptance_report',
  subject: 'hj274.11',
  year: 2022,
  expression: '128.70万吨标煤÷356.42亿元=0.361吨标煤/万元',
  inputs: [],
  result: { raw: '0.361吨标煤/万元', value: '0.361', unit: '吨标煤/万元', interval: { low: '0.3605', high: '0.3615' } },
  evidence: evidence({ section: '四、计算' }),
  ...over,
})

const withCalculation = (over: Partial<Calculation>) =>
  dossier({
    documents: [document({ facts: [intensity('0.361'), energy('128.70'), valueAdded('356.42')], calculations: [calculation(over)] })],
  })

test('a printed calculation that gives its own result passes', () => {
  expect(rule.run(withCalculation({})).map((check) => check.outcome)).toEqual(['passed'])
})

test('a printed calculation whose numbers do not give its result fails', () => {
  const [check] = rule.run(withCalculation({ expression: '182.70万吨标煤÷356.42亿元=0.361吨标煤/万元' }))
  expect(check?.failure?.message).toContain('算式“182.70万吨标煤÷356.42亿元=0.361吨标煤/万元”')
})
