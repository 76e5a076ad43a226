import { describe, expect, test } from 'vitest'
import { read, show } from './read-prose.ts'

const told = (lines: string | readonly string[]) =>
  read(lines).calculations.map(({ subject, year, inputs, result }) =>
    [subject, year, inputs.map(({ raw }) => raw).join(' '), result.raw].join(' | '),
  )

describe('a printed calculation', () => {
  test('states its result and, where the formula is sure of them, its inputs', () => {
    const reading = read('单位工业增加值综合能耗=74.19万吨标煤÷370.75亿元=0.200吨标煤/万元。')
    expect(reading.facts.map(show)).toEqual([
      '2021 单位工业增加值综合能耗 0.200吨标煤/万元',
      '2021 综合能耗总量 74.19万吨标煤',
      '2021 工业增加值 370.75亿元',
    ])
    expect(reading.facts.map((fact) => fact.statedIn)).toEqual(['calculation', 'calculation', 'calculation'])
    expect(reading.calculations[0]?.expression).toBe('74.19万吨标煤÷370.75亿元')
  })
  test('may give its formula in words first, over several paragraphs, with the unit in brackets', () => {
    expect(told(['（1）单位工业增加值新鲜水耗', '=工业新鲜水用量÷工业增加值', '=1133.88÷370.75', '=3.06（立方米/万元）'])).toEqual([
      'hj274.14 | 2021 | 1133.88 370.75 | 3.06（立方米/万元）',
    ])
    expect(read('2020年人均工业增加值＝工业增加值/从业人员＝336.60亿元/108235人＝31.10万元/人').facts.map(show)).toEqual([
      '2020 人均工业增加值 31.10万元/人',
      '2020 工业增加值 336.60亿元',
      '2020 工业企业从业人员数 108235人',
    ])
  })
  test('of a compound rate binds its levels to the last year and the third before', () => {
    const { facts } = read('园区工业增加值三年年均增长率=〔（370.75亿元÷276.99亿元）^(1/3)－1〕×100%=10.21%。')
    expect(facts.map(show)).toEqual([
      '2021 园区工业增加值三年年均增长率 10.21%',
      '2021 工业增加值 370.75亿元',
      '2018 工业增加值 276.99亿元',
    ])
  })
  test('leaves terms of a sum alone, since their order is free', () => {
    const { facts, calculations } = read('工业固体废物综合利用率=14.894万吨÷（16.552万吨+0.208万吨）×100%=88.87%。')
    expect(facts.map(show)).toEqual(['2021 工业固体废物综合利用率 88.87%', '2021 工业固体废物综合利用量 14.894万吨'])
    expect(calculations[0]?.inputs.map(({ value }) => value)).toEqual(['14.894', '16.552', '0.208'])
  })
  test('after 为 and with the year in brackets', () => {
    expect(told('绿化覆盖率（2020年）为20.93平方公里÷56.87平方公里×100%=36.8%。')).toEqual([
      'hj274.29 | 2020 | 20.93平方公里 56.87平方公里 | 36.8%',
    ])
  })
  test('whose formula in words names its inputs has all of them', () => {
    const { facts } = read([
      '工业固体废物综合利用率＝工业固体废物综合利用量÷（工业固体废物产生量＋综合利用往年贮存量）×100%。2020年：13.512万吨÷（15.214万吨＋0.186万吨）×100%＝87.74%。',
    ])
    expect(facts.map(show)).toEqual([
      '2020 工业固体废物综合利用率 87.74%',
      '2020 工业固体废物综合利用量 13.512万吨',
      '2020 工业固体废物产生量 15.214万吨',
      '2020 综合利用往年贮存量 0.186万吨',
    ])
  })
  test('after a formula and 代入…数据', () => {
    expect(
      told('万元工业增加值能耗：计算公式为工业企业综合能耗÷工业增加值，代入2020年数据，70.50万吨标准煤÷336.60亿元＝0.209吨标准煤/万元。'),
    ).toEqual(['hj274.11 | 2020 | 70.50万吨标准煤 336.60亿元 | 0.209吨标准煤/万元'])
  })
  test('told in a sentence under its name: inputs, then 计算得', () => {
    const { facts } = read(
      '1．人均工业增加值。公式：工业增加值÷工业企业从业人员数。2021年工业增加值370.75亿元，工业企业从业人员数112569人，计算得32.94万元/人。',
    )
    expect(facts.map(show)).toEqual(['2021 工业增加值 370.75亿元', '2021 工业企业从业人员数 112569人', '2021 人均工业增加值 32.94万元/人'])
  })
  test('behind values in one sentence', () => {
    const { facts } = read(
      '2021年园区综合能耗总量74.19万吨标煤，工业增加值370.75亿元，则单位工业增加值综合能耗=74.19÷370.75=0.200吨标煤/万元。',
    )
    expect(facts.map(show)).toEqual([
      '2021 单位工业增加值综合能耗 0.200吨标煤/万元',
      '2021 综合能耗总量 74.19万吨标煤',
      '2021 工业增加值 370.75亿元',
    ])
  })
  test('of another place, or of an unknown thing, is none of the park', () => {
    expect(read('全国单位工业增加值综合能耗=40÷100=0.40吨标煤/万元。').facts).toEqual([])
    expect(read('恒泰化工有限公司单位工业增加值综合能耗=3.2万吨标煤÷12.1亿元=0.264吨标煤/万元。').facts).toEqual([])
    expect(read('单位产品综合能耗=1200吨标煤÷3000吨=0.4吨标煤/吨。').calculations).toEqual([])
  })
  test('of an elasticity has a bare number for its result', () => {
    expect(told('综合能耗弹性系数=4.72%÷10.21%=0.46。')).toEqual(['hj274.10 | 2021 | 4.72% 10.21% | 0.46'])
  })
})
