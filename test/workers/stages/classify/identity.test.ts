import { describe, expect, test } from 'vitest'
import { classify } from '../../../../workers/stages/classify/index.ts'
import { printed } from './printed.ts'

const years = (...lines: string[]) => {
  const { baseYear, finalYear } = classify(printed({ lines: ['云泽经济开发区验收报告', ...lines] }))
  return [baseYear, finalYear]
}

describe('base and final year', () => {
  test.each([
    ['基准年为2019年，建设期为2020—2022年，验收年为2022年。', 2019, 2022],
    ['规划基准年：2019；规划目标年：2022。', 2019, 2022],
    ['规划以2019年为基准年，以2022年为规划目标年。', 2019, 2022],
    ['以二〇一九年为基准年，二〇二二年为目标年。', 2019, 2022],
    ['基准年（2019年）工业增加值较低，验收年（2022年）明显提高。', 2019, 2022],
    ['基准年和验收年分别为2019年和2022年。', 2019, 2022],
    ['基准年2019年、考核年2022年。', 2019, 2022],
    ['2019年（基准年）至2022年（验收年）期间稳步提升。', 2019, 2022],
    ['本规划的规划期为2020年至2022年。', 2019, 2022],
    ['建设期限：2020—2022年。', 2019, 2022],
    ['到2025年全国单位国内生产总值能耗比2020年下降13.5%。', null, null],
  ])('%s', (line, base, final) => {
    expect(years(line)).toEqual([base, final])
  })

  test('from the head of a table', () => {
    const lines = [
      '云泽经济开发区验收报告',
      [
        ['指标', '基准年（2018年）', '目标值（2021年）', '验收年（2021年）'],
        ['人均工业增加值', '20', '25', '26'],
      ],
    ]
    expect(classify(printed({ lines }))).toMatchObject({ baseYear: 2018, finalYear: 2021 })
  })

  test('from a form with the label in one cell and the year in the next', () => {
    const lines = ['国家生态工业示范园区验收申请表', [['基准年', '2018年', '验收年', '2021年']]]
    expect(classify(printed({ lines }))).toMatchObject({ role: 'application', baseYear: 2018, finalYear: 2021 })
  })

  test('not from the heads of columns that stand beside each other', () => {
    const lines = [
      '云泽经济开发区建设规划',
      '（2020—2022年）',
      [
        ['指标', '基年', '2020', '2021', '2022'],
        ['人均工业增加值', '20', '21', '23', '25'],
      ],
    ]
    expect(classify(printed({ lines }))).toMatchObject({ baseYear: 2019, finalYear: 2022 })
  })

  test('from a head of two levels', () => {
    const lines = [
      '云泽经济开发区验收报告',
      [
        ['指标', '基准年值', '验收年值'],
        ['', '2018年', '2021年'],
        ['人均工业增加值', '20', '26'],
      ],
    ]
    expect(classify(printed({ lines }))).toMatchObject({ baseYear: 2018, finalYear: 2021 })
  })

  test('from the period in a plan’s title', () => {
    expect(classify(printed({ lines: ['云泽经济开发区建设规划', '（2020—2022年）'] }))).toMatchObject({ baseYear: 2019, finalYear: 2022 })
  })
})

describe('the year of an annual report', () => {
  const yearOf = (over: Parameters<typeof printed>[0]) => classify(printed(over)).year

  test.each([
    ['云泽经开区2021年度工作报告', 2021],
    ['云泽经开区二〇二一年度工作报告', 2021],
    ['云泽经开区生态工业园区建设年度工作报告（2021年）', 2021],
    ['云泽经开区2021年国家生态工业示范园区建设工作总结', 2021],
  ])('%s', (title, year) => {
    expect(yearOf({ lines: [title, '云泽经开区管委会 2022年5月10日'] })).toBe(year)
  })

  test('is broken off at the end of a line', () => {
    expect(yearOf({ lines: ['云泽经开区国家生态工业示范园区建设2020', '年度工作报告', '云泽经开区管理委员会', '2021年8月16日'] })).toBe(
      2020,
    )
  })

  test('from the stated period where the title has none', () => {
    expect(yearOf({ lines: ['云泽经开区年度工作报告', '报告期为2021年1月1日至2021年12月31日。'] })).toBe(2021)
  })

  test('is the year before its date where nothing else tells', () => {
    expect(yearOf({ lines: ['云泽经开区年度工作报告', '云泽经开区管委会', '2022年5月10日'] })).toBe(2021)
  })
})

describe('the park', () => {
  const parkOf = (...lines: string[]) => classify(printed({ lines })).park

  test.each([
    [['云泽经济技术开发区国家生态工业示范园区验收报告'], '云泽经济技术开发区'],
    [['云泽高新技术产业开发区2021年度工作报告'], '云泽高新技术产业开发区'],
    [['云泽产业园区生态工业园区建设规划技术支撑报告'], '云泽产业园区'],
    [['关于云泽工业园区申请国家生态工业示范园区验收的请示'], '云泽工业园区'],
    [['环境守法承诺书', '特此承诺。', '云泽化工园区管理委员会（盖章）'], '云泽化工园区'],
    [['国家生态工业示范园区建设规划'], null],
  ])('%s', (lines, park) => {
    expect(parkOf(...lines)).toBe(park)
  })

  test('is not another park that the text compares itself with', () => {
    expect(parkOf('年度工作报告', '园区对照先进找差距，海望开发区单位工业增加值能耗为0.62吨标煤/万元。')).toBeNull()
  })
})

describe('the region', () => {
  test.each([
    ['云泽经济开发区位于浙江省云泽市，管理范围面积10平方公里。', '浙江省'],
    ['云泽经济开发区地处内蒙古云泽市。', '内蒙古自治区'],
    ['云泽经济开发区位于重庆市北部。', '重庆市'],
    ['云泽经济开发区位于云泽市东部。', '云泽市'],
    ['园区与广东省、福建省的企业合作密切。', null],
  ])('%s', (line, region) => {
    expect(classify(printed({ lines: ['验收报告', line] })).region).toBe(region)
  })
})

describe('the day of approval', () => {
  test.each([
    ['云泽经济开发区自2020年6月18日获批创建以来，扎实推进各项任务。', '2020-06-18'],
    ['2019年6月18日，浙江省生态环境厅会同省级商务、科技主管部门批复同意园区开展创建。', '2019-06-18'],
    ['园区于2019年6月经批准开展国家生态工业示范园区建设。', '2019-06-01'],
    ['批准建设时间：2019年6月18日。', '2019-06-18'],
    ['1992年8月10日经国务院批准设立国家级开发区，2010年3月1日升格为国家级经开区。', null],
    ['2018年5月3日，规划环境影响报告书通过审查并批复。', null],
    ['云泽经济开发区2006年5月8日经省政府批准设立，2020年6月18日获批开展生态工业示范园区创建。', '2020-06-18'],
  ])('%s', (line, on) => {
    expect(classify(printed({ lines: ['云泽经济开发区验收报告', line] })).approvedOn).toBe(on)
  })

  test('is the date of the decision itself', () => {
    const lines = [
      '关于同意云泽经济开发区开展国家生态工业示范园区创建的批复',
      '云泽经济开发区管委会：',
      '同意你区开展创建工作。',
      '浙江省生态环境厅',
      '2020年6月18日',
    ]
    expect(classify(printed({ lines }))).toMatchObject({ role: 'other', approvedOn: '2020-06-18' })
  })
})

test.each([
  ['园区所在地属于缺水城市。', true],
  ['云泽市不属于缺水城市。', false],
  ['再生水回用率：缺水城市不低于20%。', null],
])('water-scarce: %s', (line, scarce) => {
  expect(classify(printed({ lines: ['验收报告', line] })).waterScarce).toBe(scarce)
})
