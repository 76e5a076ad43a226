import { intervalOf, toSpan } from '../../../rules/engine/interval.ts'
import rule from '../../../rules/formula/growth.ts'
import type { Fact } from '../../../schemas/fact.ts'
import type { Growth } from '../../../schemas/reading.ts'
import { document, evidence, fact, testRule } from '../rule-tester.ts'

const span = (printed: string) => toSpan(intervalOf(printed))

const grew = (value: string, over: Partial<Growth> = {}): Growth => ({
  document: 'acceptance_report',
  subject: 'cod_emission',
  year: 2022,
  fromYear: 2021,
  measure: 'rate',
  value,
  interval: span(value),
  raw: `增长${value}%`,
  level: null,
  fromLevel: null,
  priceBasis: null,
  approximate: false,
  evidence: evidence({ table: null, row: null, section: '五、目标', text: `增长${value}%` }),
  ...over,
})

const cod = (year: number, printed: string, over: Partial<Fact> = {}) => fact({ subject: 'cod_emission', year, printed, ...over })
const money = (year: number, printed: string, priceBasis: string | null = null) =>
  fact({
    subject: 'industrial_output_value',
    year,
    printed,
    unit: '亿元',
    priceBasis,
    priceBasisFrom: priceBasis === null ? null : 'label',
  })

const printed = (growth: Growth, ...facts: Fact[]) => ({ documents: [document({ growths: [growth], facts })] })
const levels = [cod(2021, '400.0'), cod(2022, '430.0')]

testRule(rule, [
  { name: 'the growth that the levels give passes: 400 → 430 is 7.5 %', ...printed(grew('7.5'), ...levels), outcomes: ['passed'] },
  {
    name: 'another growth fails, telling both levels and what they give',
    ...printed(grew('5.7'), ...levels),
    outcomes: ['failed'],
    tells: ['2022年化学需氧量排放量', '增长5.7%', '430.0', '400.0', '7.5%', '两者不一致'],
  },
  { name: 'no printed growth, nothing to say', ...{ documents: [document({ facts: levels })] }, outcomes: [] },
  { name: 'a fall counts as negative', ...printed(grew('-7.0'), cod(2021, '430.0'), cod(2022, '400.0')), outcomes: ['passed'] },
  {
    name: 'the levels of the sentence go before those of a table',
    ...printed(grew('10.0', { level: span('110'), fromLevel: span('100') }), ...levels),
    outcomes: ['passed'],
  },
  {
    name: 'a multiple is later ÷ earlier',
    ...printed(grew('1.2', { measure: 'multiple' }), cod(2021, '400'), cod(2022, '480')),
    outcomes: ['passed'],
  },
  {
    name: 'percentage points are a difference',
    ...printed(
      grew('2.5', { measure: 'points', subject: 'hj274.29' }),
      fact({ subject: 'hj274.29', printed: '17.5' }),
      fact({ subject: 'hj274.29', year: 2021, printed: '15.0' }),
    ),
    outcomes: ['passed'],
  },
  {
    name: 'an annual rate is compound: 100 → 133.1 in three years',
    ...printed(grew('10.0', { measure: 'annual_rate', fromYear: 2019 }), cod(2019, '100.0'), cod(2022, '133.1')),
    outcomes: ['passed'],
  },
  {
    name: 'an annual rate that is a mean fails: 33.1 ÷ 3 = 11.0',
    ...printed(grew('11.0', { measure: 'annual_rate', fromYear: 2019 }), cod(2019, '100.0'), cod(2022, '133.1')),
    outcomes: ['failed'],
  },
  { name: 'an approximate growth accuses nobody', ...printed(grew('5.7', { approximate: true }), ...levels), outcomes: ['skipped'] },
  {
    name: 'without the earlier level nothing can be computed',
    ...printed(grew('7.5'), cod(2022, '430.0')),
    outcomes: ['skipped'],
    tells: ['2021年'],
  },
  {
    name: 'a level that only another document prints is taken, and asked about',
    documents: [
      document({ growths: [grew('5.7')], facts: [cod(2022, '430.0')] }),
      document({
        identity: { role: 'annual_report', year: 2021 },
        facts: [cod(2021, '400.0', { document: 'annual_report-2021', role: 'annual_report' })],
      }),
    ],
    outcomes: ['failed'],
    tells: ['请核对各文件数据'],
  },
  {
    name: 'money whose prices nobody names is asked about, not accused',
    ...printed(grew('7.0', { subject: 'industrial_output_value' }), money(2021, '100.0'), money(2022, '112.0')),
    outcomes: ['failed'],
    tells: ['价格口径', '12.0%'],
  },
  {
    name: 'money in one and the same constant price is accused',
    ...printed(
      grew('7.0', { subject: 'industrial_output_value', priceBasis: '2019年不变价' }),
      money(2021, '100.0', '2019年不变价'),
      money(2022, '112.0', '2019年不变价'),
    ),
    outcomes: ['failed'],
    tells: ['两者不一致'],
  },
  {
    name: 'a comparable growth beside current levels is no contradiction',
    ...printed(
      grew('7.0', { subject: 'industrial_output_value', priceBasis: '可比价' }),
      money(2021, '100.0', '当年价'),
      money(2022, '112.0', '当年价'),
    ),
    outcomes: ['skipped'],
    tells: ['价格口径不同'],
  },
  {
    name: 'money is never compared with another document’s',
    documents: [
      document({ growths: [grew('7.0', { subject: 'industrial_output_value' })], facts: [money(2022, '112.0')] }),
      document({ id: 'other', identity: { role: 'plan' }, facts: [{ ...money(2021, '100.0'), document: 'other' }] }),
    ],
    outcomes: ['skipped'],
  },
])
