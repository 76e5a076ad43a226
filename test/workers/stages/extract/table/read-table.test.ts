import { describe, expect, test } from 'vitest'
import { readDrawn, told } from './make-table.ts'

describe('where the years stand', () => {
  test('in a column of their own, one value a row', () => {
    expect(
      told(
        readDrawn(`
      年份 | 指标名称 | 数值 | 计量单位
      2021 | 园区工业增加值 | 9692.1 | 百万元
      2022 | 园区工业增加值 | 10780.9 | 百万元
    `),
      ),
    ).toEqual(['industrial_value_added 2021 actual 969210', 'industrial_value_added 2022 actual 1078090'])
  })
  test('in brackets behind the value of a form', () => {
    expect(
      told(
        readDrawn(`
      园区名称 | 云岭经济开发区
      主导产业 | 装备制造
      工业总产值 | 619.62亿元（2022年）
      2021年工业增加值 | 135.39亿元
    `),
      ),
    ).toEqual(['industrial_output_value 2022 actual 6196200', 'industrial_value_added 2021 actual 1353900'])
  })
  test('nowhere that can be known: 上年 of a document without a year is no fact', () => {
    expect(
      told(
        readDrawn(
          `
      指标 | 单位 | 上年
      工业增加值 | 亿元 | 305.62
    `,
          { role: 'other', baseYear: null, finalYear: null },
        ),
      ),
    ).toEqual([])
  })
  test('in the headings over the values', () => {
    expect(
      told(
        readDrawn(`
      指标 | 单位 | 2021年 | 2022年
      工业增加值 | 亿元 | 305.62 | 356.42
    `),
      ),
    ).toEqual(['industrial_value_added 2021 actual 3056200', 'industrial_value_added 2022 actual 3564200'])
  })
  test('in the rows of a turned table, its units in the headings', () => {
    expect(
      told(
        readDrawn(`
      年份 | 工业增加值（亿元） | 综合能耗总量（万吨标准煤） | 工业新鲜水用量（万立方米）
      2021年 | 305.62 | 120.79 | 1845.2
      2022 | 356.42 | 128.70 | 1961
    `),
      ),
    ).toEqual([
      'industrial_value_added 2021 actual 3056200',
      'energy_consumption 2021 actual 1207900',
      'freshwater_use 2021 actual 18452000',
      'industrial_value_added 2022 actual 3564200',
      'energy_consumption 2022 actual 1287000',
      'freshwater_use 2022 actual 19610000',
    ])
  })
  test('in a turned table with a row of units', () => {
    expect(
      told(
        readDrawn(`
      年度 | 工业总产值 | COD排放量
      单位 | 亿元 | 吨
      2022 | 1326.02 | 297.3
    `),
      ),
    ).toEqual(['industrial_output_value 2022 actual 13260200', 'cod_emission 2022 actual 297.3'])
  })
  test('as words that the document gives years to', () => {
    expect(
      told(
        readDrawn(`
      指标名称 | 计量单位 | 基准年 | 验收年
      工业用地面积 | 公顷 | 1267 | 1402
    `),
      ),
    ).toEqual(['industrial_land_area 2019 actual 12.67', 'industrial_land_area 2022 actual 14.02'])
  })
  test('in the caption of a table of names and numbers', () => {
    expect(
      told(
        readDrawn(
          `
      名称 | 数值 | 单位
      氨氮排放量 | 35.4 | 吨
    `,
          { caption: '表2 2021年主要数据' },
        ),
      ),
    ).toEqual(['ammonia_nitrogen_emission 2021 actual 35.4'])
  })
  test('上年 and 本年 of an annual report', () => {
    expect(
      told(
        readDrawn(
          `
      指标 | 单位 | 上年 | 本年 | 同比增长（%）
      工业增加值 | 万元 | 100000 | 110000 | 10.0
    `,
          { role: 'annual_report', year: 2021, baseYear: null, finalYear: null },
        ),
      ),
    ).toEqual(['industrial_value_added 2020 actual 100000', 'industrial_value_added 2021 actual 110000'])
  })
  test('of which only the whole year counts', () => {
    expect(
      told(
        readDrawn(`
      项目 | 计量单位 | 2021 | « | «
      ^ | ^ | 上半年 | 下半年 | 全年
      工业增加值 | 亿元 | 133.81 | 143.18 | 276.99
    `),
      ),
    ).toEqual(['industrial_value_added 2021 actual 2769900'])
  })
})

describe('what the columns hold', () => {
  test('thresholds, targets and values, with their source', () => {
    const reading = readDrawn(`
      类别 | 序号 | 指标 | 单位 | 标准值 | 指标值 | « | 目标值 | 数据来源 | 达标情况
      ^ | ^ | ^ | ^ | ^ | 2019年 | 2022年 | ^ | ^ | ^
      资源节约 | 11 | 单位工业增加值综合能耗 | 吨标煤/万元 | ≤0.5 | 0.434 | 0.361 | ≤0.4 | 《统计年鉴》 | 达标
      ^ | 13 | 新鲜水耗弹性系数 | — | ≤0.55 | — | -0.21 | ≤0.5 | | 达标
    `)
    expect(told(reading)).toEqual([
      'hj274.11 - standard 0.5',
      'hj274.11 2019 actual 0.434',
      'hj274.11 2022 actual 0.361',
      'hj274.11 2022 target 0.4',
      'hj274.13 - standard 0.55',
      'hj274.13 2022 actual -0.21',
      'hj274.13 2022 target 0.5',
    ])
    expect(reading.facts.map((fact) => fact.source?.text ?? null)).toEqual([null, '《统计年鉴》', '《统计年鉴》', null, null, null, null])
    expect(reading.facts.filter((fact) => fact.sourceExpected && !fact.source).map((fact) => fact.subject)).toEqual(['hj274.13'])
    expect(reading.facts[0]?.operator).toBe('<=')
  })
  test('words for what is not counted', () => {
    expect(
      told(
        readDrawn(`
      指标 | 标准要求 | 2022年完成值
      重点污染源稳定排放达标情况 | 达标 | 稳定达标
      污水集中处理设施 | 具备 | 已具备
      国家重点污染物排放总量控制指标及地方特征污染物排放总量控制指标完成情况 | 全部完成 | 全部完成
    `),
      ),
    ).toEqual([
      'hj274.17 - standard 达标',
      'hj274.17 2022 actual 达标',
      'hj274.22 - standard 具备',
      'hj274.22 2022 actual 具备',
      'hj274.18 - standard 全部完成',
      'hj274.18 2022 actual 全部完成',
    ])
  })
  test('goals of later years in a plan', () => {
    expect(
      told(
        readDrawn(
          `
      指标 | 单位 | 2019年 | 2020年 | 2022年
      绿化覆盖率 | % | 31.2 | 32 | 35
    `,
          { role: 'plan' },
        ),
      ),
    ).toEqual(['hj274.29 2019 actual 31.2', 'hj274.29 2020 target 32', 'hj274.29 2022 target 35'])
  })
  test('not the values of others, rates, quotas and shares of completion', () => {
    expect(
      told(
        readDrawn(`
      指标 | 单位 | 园区2022年 | 全国平均 | 苏州工业园区 | 完成率
      绿化覆盖率 | % | 35.0 | 41 | 45 | 101
      化学需氧量排放量 | 吨 | 297.3 | 300 | 120 | 99
    `),
      ),
    ).toEqual(['hj274.29 2022 actual 35', 'cod_emission 2022 actual 297.3'])
  })
})

describe('where the units stand', () => {
  test('in the caption, for those they can measure', () => {
    expect(
      told(
        readDrawn(
          `
      指标 | 2022年
      工业增加值 | 356.42
      工业企业从业人员数 | 1.2
      COD排放量 | 297.3
    `,
          { caption: '表3 基础数据（单位：亿元、万人、吨）' },
        ),
      ),
    ).toEqual(['industrial_value_added 2022 actual 3564200', 'industrial_employees 2022 actual 12000', 'cod_emission 2022 actual 297.3'])
  })
  test('in the cell itself', () => {
    expect(
      told(
        readDrawn(`
      指标 | 2022年
      工业增加值 | 356.42亿元
      工业固体废物综合利用率 | 88.9％
      人均工业增加值 | 31.98 万元/人
    `),
      ),
    ).toEqual(['industrial_value_added 2022 actual 3564200', 'hj274.6 2022 actual 88.9', 'hj274.2 2022 actual 31.98'])
  })
  test('tonnes of water are cubic metres, 亩 and 公顷 are areas', () => {
    expect(
      told(
        readDrawn(`
      指标 | 单位 | 2022年
      工业新鲜水用量 | 万吨 | 847.72
      园区面积 | 亩 | 42270
      工业用地面积 | hm² | 1250
    `),
      ),
    ).toEqual(['freshwater_use 2022 actual 8477200', 'park_area 2022 actual 28.18', 'industrial_land_area 2022 actual 12.5'])
  })
  test('a unit that cannot measure the subject makes no fact', () => {
    expect(
      told(
        readDrawn(`
      指标 | 单位 | 2022年
      工业增加值 | % | 8.1
      综合能耗总量 | 亿元 | 3
    `),
      ),
    ).toEqual([])
  })
})

describe('whose the values are', () => {
  test("firms' rows are not the park's, nor is their total; the row of the whole park is", () => {
    expect(
      told(
        readDrawn(`
      企业名称 | 年份 | 综合能耗（吨标煤） | 工业产值（万元）
      宏远化工有限公司 | 2022 | 7992 | 421274
      合计 | 2022 | 88060 | 2291422
      全园区 | 2022 | 1287000 | 13260200
    `),
      ),
    ).toEqual(['energy_consumption 2022 actual 1287000', 'industrial_output_value 2022 actual 13260200'])
  })
  test('a subtotal of some firms is not either', () => {
    expect(
      told(
        readDrawn(`
      序号 | 企业名称 | 工业产值（万元） | 综合能耗（吨标煤）
      1 | 华成精密 | 197,810 | 17,673
      2 | 瑞达电子 | 2,395,899 | 14,333
      所列重点企业小计 | « | 2,593,709 | 32,006
    `),
      ),
    ).toEqual([])
  })
  test('规上工业增加值 and 绿地率 are other things', () => {
    expect(
      told(
        readDrawn(`
      指标 | 单位 | 2022年
      规上工业增加值 | 亿元 | 300.1
      绿地率 | % | 30
      工业取水量 | 万立方米 | 900
      高新技术产业产值 | 亿元 | 20
    `),
      ),
    ).toEqual([])
  })
})

describe('how tables are laid out', () => {
  test('two halves side by side', () => {
    expect(
      told(
        readDrawn(`
      项目 | 单位 | 2022年 | 项目 | 单位 | 2022年
      工业增加值 | 亿元 | 356.42 | 氨氮排放量 | 吨 | 30.7
      工业总产值 | 亿元 | 1326.02 | 二氧化硫排放量 | 千克 | 166000
    `),
      ),
    ).toEqual([
      'industrial_value_added 2022 actual 3564200',
      'ammonia_nitrogen_emission 2022 actual 30.7',
      'industrial_output_value 2022 actual 13260200',
      'so2_emission 2022 actual 166',
    ])
  })
  test('short names under a category that says what of them', () => {
    expect(
      told(
        readDrawn(`
      类别 | 指标 | 单位 | 2022年
      主要污染物排放量 | 化学需氧量 | 吨 | 297.3
      ^ | 氨氮 | 吨 | 30.7
      工业固体废物 | 产生量 | 万吨 | 54.362
      ^ | 综合利用量 | 万吨 | 46.573
    `),
      ),
    ).toEqual([
      'cod_emission 2022 actual 297.3',
      'ammonia_nitrogen_emission 2022 actual 30.7',
      'solid_waste_generated 2022 actual 543620',
      'solid_waste_utilized 2022 actual 465730',
    ])
  })
  test('parts of a subject under 其中', () => {
    expect(
      told(
        readDrawn(`
      指标 | 单位 | 2022年
      工业总产值 | 亿元 | 1326.02
      其中：高新技术企业工业总产值 | 亿元 | 590.95
      工业固体废物综合利用量 | 万吨 | 46.573
      其中：综合利用往年贮存量 | 万吨 | 0.96
    `),
      ),
    ).toEqual([
      'industrial_output_value 2022 actual 13260200',
      'hightech_output_value 2022 actual 5909500',
      'solid_waste_utilized 2022 actual 465730',
      'solid_waste_prior_stock_utilized 2022 actual 9600',
    ])
  })
  test('current prices beside constant ones', () => {
    const { facts } = readDrawn(`
      指标 | 单位 | 2022年
      工业增加值（当年价） | 亿元 | 380.1
      工业增加值（2019年不变价） | 亿元 | 356.42
    `)
    expect(facts.map((fact) => [fact.canonical?.value, fact.priceBasis, fact.priceBasisFrom])).toEqual([
      ['3801000', '当年价', 'label'],
      ['3564200', '2019年不变价', 'label'],
    ])
  })
  test('a second set of headings further down', () => {
    expect(
      told(
        readDrawn(`
      指标 | 单位 | 2019年 | 2020年
      工业增加值 | 亿元 | 258.43 | 273.16
      指标 | 单位 | 2021年 | 2022年
      工业增加值 | 亿元 | 305.62 | 356.42
    `),
      ),
    ).toEqual([
      'industrial_value_added 2019 actual 2584300',
      'industrial_value_added 2020 actual 2731600',
      'industrial_value_added 2021 actual 3056200',
      'industrial_value_added 2022 actual 3564200',
    ])
  })
  test('a source repeated by 同上, and one named under the table', () => {
    const repeated = readDrawn(`
      指标 | 单位 | 2022年 | 数据来源
      工业增加值 | 亿元 | 356.42 | 市统计局
      工业总产值 | 亿元 | 1326.02 | 同上
    `)
    expect(repeated.facts.map((fact) => fact.source?.text)).toEqual(['市统计局', '市统计局'])
    const under = readDrawn(
      `
      指标 | 单位 | 2022年
      工业增加值 | 亿元 | 356.42
    `,
      { notes: ['数据来源：开发区统计局《2022年统计年报》'] },
    )
    expect(under.facts[0]?.source?.text).toBe('开发区统计局《2022年统计年报》')
  })
})

describe('printed totals', () => {
  const sums = (drawing: string) =>
    readDrawn(drawing).sums.map((sum) => `${sum.label}: ${sum.parts.map((part) => part.raw).join('+')}=${sum.total.raw}`)
  test('the rows above a subtotal are its parts', () => {
    expect(
      sums(`
      序号 | 项目 | 投资（万元） | 建设期限
      1 | 甲工程 | 100 | 2020年
      2 | 乙工程 | 250 | 2021年
      合计 | « | 350 | —
    `),
    ).toEqual(['投资(万元): 100+250=350'])
  })
  test('a grand total adds subtotals up once', () => {
    expect(
      sums(`
      项目 | 投资
      甲 | 1
      乙 | 2
      小计 | 3
      丙 | 4
      丁 | 5
      小计 | 9
      总计 | 12
    `),
    ).toEqual(['投资: 1+2=3', '投资: 4+5=9', '投资: 3+9=12'])
  })
  test('rates are not added, shares are held against 100', () => {
    expect(
      sums(`
      行业 | 产值（亿元） | 占比（%） | 增长率（%）
      化工 | 30 | 60.0 | 5
      电子 | 20 | 40.0 | 7
      合计 | 50 | 100 | 6
    `),
    ).toEqual(['产值(亿元): 30+20=50', '占比(%): 60.0+40.0=100'])
  })
  test('tonnes of 标准煤 are added, thresholds (标准值) are not', () => {
    expect(
      sums(`
      企业 | 综合能耗（吨标准煤） | 标准值
      甲厂 | 100 | 5
      乙厂 | 200 | 5
      合计 | 310 | 5
    `),
    ).toEqual(['综合能耗(吨标准煤): 100+200=310'])
  })
  test('half-years of a stock are not added', () => {
    expect(
      sums(`
      指标 | 单位 | 2021年上半年 | 2021年下半年 | 2021年全年
      工业增加值 | 亿元 | 100 | 120 | 220
      工业企业从业人员数 | 人 | 1000 | 1200 | 1200
    `),
    ).toEqual(['工业增加值: 100+120=220'])
  })
})

describe('key supporting projects', () => {
  test('with their state', () => {
    const { projects } = readDrawn(
      `
      序号 | 项目名称 | 建设内容 | 投资（万元） | 完成情况
      1 | 中水回用二期工程 | 新建管网 | 1,200 | 已完成
      2 | 余热利用项目 | 改造 | 300 | 主体已建成，预计次年投运
      合计 | « | « | 1,500 |
    `,
      { caption: '重点支撑项目完成情况表' },
    )
    expect(projects.map(({ name, status }) => [name, status])).toEqual([
      ['中水回用二期工程', 'done'],
      ['余热利用项目', 'unfinished'],
    ])
  })
})
