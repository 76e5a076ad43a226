import { describe, expect, test } from 'vitest'
import { assess } from '../../../rules/engine/assess.ts'
import { rules } from '../../../rules/index.ts'
import { parseStandard, readStandard, standardFor, standards } from '../../../rules/standards/index.ts'
import { dossier, fact } from '../rule-tester.ts'

/** A small edition that no code knows: other quantities, a formula of its own, a group, a threshold that depends on the region. */
const madeUp = {
  id: 'made-up-2030',
  name: '示例标准（2030年）',
  shortName: '示例标准',
  effectiveOn: '2030-01-01',
  supersededOn: null,
  note: null,
  quantities: [
    { id: 'green_power', zh: '绿电使用量', unit: '万千瓦时', aliases: [], nature: 'flow', money: false },
    { id: 'power', zh: '用电总量', unit: '万千瓦时', aliases: [], nature: 'flow', money: false },
  ],
  indicators: [
    {
      id: 'x.1',
      no: 1,
      zh: '绿电占比',
      unit: '%',
      category: '降碳',
      rule: 'mandatory',
      threshold: { 'region in 海南': '>=50', otherwise: '>=40' },
      formula: 'green_power / power * 100',
      clause: '表1',
      verified: true,
    },
    {
      id: 'x.2',
      no: 2,
      zh: '用电年均增长率',
      unit: '%',
      category: '降碳',
      rule: 'group',
      group: 'Z',
      threshold: '<=2',
      formula: 'cagr(power, base, final) * 100',
      clause: '表1',
      verified: true,
    },
    {
      id: 'x.3',
      no: 3,
      zh: '零碳工厂数量',
      unit: '家',
      category: '降碳',
      rule: 'group',
      group: 'Z',
      threshold: '>=3',
      formula: null,
      clause: '表1',
      verified: true,
    },
  ],
  footnotes: {},
}

describe('a new edition is data', () => {
  const standard = parseStandard(madeUp)
  const value = (subject: string, printed: string, over = {}) => fact({ standard, subject, printed, ...over })
  const park = (facts: ReturnType<typeof value>[], over = {}) => dossier({ standard, facts, ...over })
  const findings = (facts: ReturnType<typeof value>[], over = {}) =>
    rules
      .flatMap((rule) => rule.run(park(facts, over)))
      .filter((check) => check.failure !== null && /^(formula|standard|plan)\//.test(check.rule))
      .map((check) => [check.rule, check.subject])

  const inputs = [value('green_power', '450'), value('power', '1000'), value('power', '950', { year: 2019 })]

  test('values that follow from its formulas and meet its thresholds raise nothing', () => {
    // (1000 ÷ 950)^(1/3) − 1 = 1.72 %
    expect(findings([...inputs, value('x.1', '45.0'), value('x.2', '1.72')])).toEqual([])
  })

  test('its formulas are recomputed', () => {
    expect(findings([...inputs, value('x.1', '54.0'), value('x.2', '1.72')])).toEqual([['formula/recalculation', 'x.1']])
  })

  test('its thresholds and groups are judged, by region', () => {
    expect(findings([...inputs, value('x.1', '45.0'), value('x.2', '1.72')], { region: '海南省' })).toEqual([['standard/threshold', 'x.1']])
    expect(findings([value('x.1', '45.0'), value('x.2', '2.50'), value('x.3', '1')])).toEqual([['standard/group', 'x.2']])
  })

  test('its thresholds are known when a document misquotes them, and its goals when they are missed', () => {
    expect(
      findings([
        value('x.3', '5', { kind: 'standard', year: null }),
        value('x.3', '4'),
        value('x.3', '6', { kind: 'target', role: 'plan' }),
      ]),
    ).toEqual([
      ['standard/misquoted', 'x.3'],
      ['plan/target-missed', 'x.3'],
    ])
  })

  test('its indicators are assessed in its order', () => {
    expect(assess(park([value('x.1', '45.0')])).map((row) => [row.subject, row.verdict])).toEqual([
      ['x.1', 'pass'],
      ['x.2', 'not_reported'],
      ['x.3', 'not_reported'],
    ])
  })

  test('the day of approval chooses it', () => {
    const editions = [...standards, standard]
    expect(standardFor('2031-05-01', editions).id).toBe('made-up-2030')
    expect(standardFor('2020-06-18', editions).id).toBe('hj274-2015')
    expect(readStandard('made-up-2030', editions)).toBe(standard)
  })
})

describe('a faulty edition is refused when it is loaded', () => {
  const withFormula = (formula: string) => ({ ...madeUp, indicators: [{ ...madeUp.indicators[0], formula }] })

  test('a formula that cannot be read, with the place', () => {
    expect(() => parseStandard(withFormula('green_power / '))).toThrow('at character 15')
  })

  test('a formula over a quantity that the edition does not have', () => {
    expect(() => parseStandard(withFormula('green_power / gdp'))).toThrow('names "gdp"')
  })

  test('a threshold that is none', () => {
    expect(() => parseStandard({ ...madeUp, indicators: [{ ...madeUp.indicators[0], threshold: '40' }] })).toThrow('no comparison')
  })

  test('an id that no edition has', () => {
    expect(() => readStandard('hj274-1999')).toThrow('没有标准版本 hj274-1999')
  })
})

describe('HJ 274-2015', () => {
  const standard = readStandard('hj274-2015')

  test('has 32 indicators in 5 classes, 17 mandatory and 15 in 6 either-or groups', () => {
    expect(standard.indicators.map((one) => one.no)).toEqual(Array.from({ length: 32 }, (_, at) => at + 1))
    expect(new Set(standard.indicators.map((one) => one.category)).size).toBe(5)
    expect(standard.indicators.filter((one) => one.rule === 'mandatory')).toHaveLength(17)
    const groups = standard.indicators.flatMap((one) => one.group ?? [])
    expect(groups).toHaveLength(15)
    expect(new Set(groups).size).toBe(6)
  })

  test('says of every part whether it was held against the official print', () => {
    for (const one of standard.indicators) {
      expect(one.verified).toBe(one.unverified.length === 0)
      expect(one.sourceNote).toBeTruthy()
    }
  })

  test('its footnotes are there for the indicators that carry them', () => {
    const noted = standard.indicators.filter((one) => one.footnotes.includes('1')).map((one) => one.no)
    expect(noted).toEqual([6, 11, 14, 27, 28])
    for (const one of standard.indicators) for (const id of one.footnotes) expect(standard.footnotes[id]?.text).toBeTruthy()
  })
})
