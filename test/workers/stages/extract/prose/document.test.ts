import { describe, expect, test } from 'vitest'
import type { TextBlock } from '../../../../../schemas/document.ts'
import { applyBasisStatements, extractProse, readBasisStatements } from '../../../../../workers/stages/extract/prose/index.ts'
import { documentOf, read, show, vocabulary } from './read-prose.ts'

describe('boundary', () => {
  const sides = (text: string) => read(text).boundaries.map(({ east, south, west, north }) => [east, south, west, north])
  test.each([
    ['园区四至范围为：东至东环路，南至规划十路，西至西干渠，北至北二环。', ['东环路', '规划十路', '西干渠', '北二环']],
    ['规划范围东起清水河、西至京沪铁路，南起长江路，北到迎宾大道，总面积48.96km²。', ['清水河', '长江路', '京沪铁路', '迎宾大道']],
    ['园区东临白云湖，南接204国道，西以沿江高速为界，北靠凤凰山。', ['白云湖', '204国道', '沿江高速', '凤凰山']],
  ])('%s', (text, expected) => {
    expect(sides(text)).toEqual([expected])
  })
  test('of a part of the park, or in scattered words, is no boundary', () => {
    expect(sides('其中核心区东至东环路，南至规划十路，西至西干渠，北至北二环。')).toEqual([])
    expect(sides('园区东至东环路，交通便利。')).toEqual([])
  })
})

describe('price basis of the whole document', () => {
  test.each([
    ['工业增加值采用2019年不变价。', [{ subjects: ['industrial_value_added'], basis: '2019年不变价' }]],
    [
      '本年度工业总产值按当年价格填报，其余价值量指标采用2019年不变价。',
      [
        { subjects: ['industrial_output_value'], basis: '当年价' },
        { subjects: 'other money', basis: '2019年不变价' },
      ],
    ],
    ['本报告价值量指标均按2020年可比价计算。', [{ subjects: 'other money', basis: '2020年不变价' }]],
    [
      '按当年价格计算，2021年工业增加值为402.10亿元；本报告其余各处均采用2018年不变价。',
      [{ subjects: 'other money', basis: '2018年不变价' }],
    ],
    ['2021年工业增加值为370.75亿元（2018年不变价）。', []],
    ['全市统计公报采用当年价格。', []],
  ])('%s', (text, expected) => {
    expect(readBasisStatements(text, vocabulary)).toEqual(expected)
  })
  test('fills what has no label of its own, the named subject before the rest, and nothing that is no money', () => {
    const { facts, basisStatements } = read([
      '2021年工业总产值为1528.52亿元，工业增加值为370.75亿元，绿化覆盖率为37.45%。',
      '按现价计算，2021年工业增加值为402.10亿元。',
      '工业总产值按当年价格填报，其余价值量指标采用2018年不变价。',
    ])
    expect(applyBasisStatements(facts, basisStatements, vocabulary).map((fact) => [show(fact), fact.priceBasisFrom])).toEqual([
      ['2021 工业总产值 1528.52亿元 当年价', 'statement'],
      ['2021 工业增加值 370.75亿元 2018年不变价', 'statement'],
      ['2021 绿化覆盖率 37.45%', null],
      ['2021 工业增加值 402.10亿元 当年价', 'label'],
    ])
  })
  test('two statements at odds apply to nothing', () => {
    const { facts } = read('2021年工业增加值为370.75亿元。')
    const statements = [
      ...readBasisStatements('工业增加值采用2018年不变价。', vocabulary),
      ...readBasisStatements('工业增加值按当年价格计算。', vocabulary),
    ]
    expect(applyBasisStatements(facts, statements, vocabulary)[0]?.priceBasis).toBeNull()
  })
})

describe('general data source', () => {
  test.each([
    [
      '本报告所用数据来自《云河经开区统计年鉴（2021）》、云河市统计局能源统计报表，统计范围与园区管理范围一致。',
      '《云河经开区统计年鉴（2021）》、云河市统计局能源统计报表',
    ],
    ['数据来源：云河市生态环境局、云河经济技术开发区经济发展局。', '云河市生态环境局、云河经济技术开发区经济发展局'],
    ['园区数据中心由云河市投资建设。', null],
  ])('%s', (text, expected) => {
    expect(read(text).generalSource).toBe(expected)
  })
})

describe('sums in a sentence', () => {
  test('a total whose parts fill the sentence', () => {
    const [sum] = read('2021年园区综合能耗合计74.19万吨标煤，其中原煤40.12万吨标煤、天然气20.50万吨标煤、电力13.57万吨标煤。').sums
    expect([sum?.total.raw, sum?.parts.map(({ label, raw }) => label + raw), sum?.completeness]).toEqual([
      '74.19万吨标煤',
      ['原煤40.12万吨标煤', '天然气20.50万吨标煤', '电力13.57万吨标煤'],
      'some',
    ])
  })
  test('none where a part is no amount of the same kind', () => {
    expect(read('2021年综合能耗合计74.19万吨标煤，其中原煤占54%、电力13.57万吨标煤。').sums).toEqual([])
  })
})

test('a value has the box of its own print on its own line', () => {
  const text = '2021年工业增加值为370.75亿元，比上年增长。'
  const cut = text.indexOf('75亿')
  const xs = (count: number) => Array.from({ length: count + 1 }, (_, index) => 100 + 10 * index)
  const block = (lines: TextBlock['lines']): TextBlock => ({ kind: 'paragraph', level: null, text, paragraph: 1, page: 3, lines })
  const line = (start: number, end: number, top: number) => ({
    start,
    end,
    page: 3,
    bbox: [100, top, 100 + 10 * (end - start), top + 12] as [number, number, number, number],
    xs: xs(end - start),
  })
  const boxOf = (lines: TextBlock['lines']) => {
    const document = { ...documentOf([]), blocks: [block(lines)] }
    return extractProse(document, { ...identity }, { document: 'd1', role: 'acceptance_report' }, vocabulary).facts[0]?.evidence
  }
  const first = text.indexOf('370')
  expect(boxOf([line(0, text.length, 50)])?.bbox).toEqual([100 + 10 * first, 50, 100 + 10 * (first + 8), 62])
  expect(boxOf([line(0, cut, 50), line(cut, text.length, 70)])?.bbox).toEqual([100, 50, 100 + 10 * cut, 82])
  expect(boxOf([line(0, text.length, 50)])).toMatchObject({ page: 3, paragraph: 1, text, table: null })
})

const identity = {
  ...{ role: 'acceptance_report' as const, year: null, park: null, region: null, stage: null, baseYear: 2018, finalYear: 2021 },
  ...{ datedOn: null, approvedOn: null, waterScarce: null, confidence: 1 },
}
