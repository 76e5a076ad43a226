import { describe, expect, test } from 'vitest'
import { classify } from '../../../../workers/stages/classify/index.ts'
import { printed } from './printed.ts'

const body = '园区坚持绿色发展，持续推进产业结构优化、能源资源高效利用和污染协同治理，取得了积极成效。'

describe('a title names the document last', () => {
  test.each([
    ['云泽经济开发区国家生态工业示范园区建设规划', 'plan'],
    ['云泽经济开发区国家生态工业示范园区建设规划（2021—2023年）（报批稿）', 'plan'],
    ['云泽经济开发区创建国家生态工业示范园区规划文本', 'plan'],
    ['云泽经济开发区国家生态工业示范园区建设规划技术支撑报告', 'support_report'],
    ['《云泽经济开发区生态工业园区建设规划》技术报告', 'support_report'],
    ['云泽经济开发区国家生态工业示范园区验收报告', 'acceptance_report'],
    ['云泽经济开发区国家生态工业示范园区建设验收自评估报告', 'acceptance_report'],
    ['云泽经济开发区国家生态工业示范园区创建工作验收总结报告', 'acceptance_report'],
    ['云泽经济开发区2021年度国家生态工业示范园区建设工作报告', 'annual_report'],
    ['2021年度生态工业园区建设自评价报告', 'annual_report'],
    ['云泽经开区2021年生态工业示范园区建设工作总结', 'annual_report'],
    ['云泽经开区生态工业示范园区建设年度工作报告（2021年）', 'annual_report'],
    ['云泽经开区国家生态工业示范园区建设年度评价报告', 'annual_report'],
    ['《验收报告》数据支撑材料汇编', 'supporting_data'],
    ['云泽经济开发区验收指标数据支撑材料', 'supporting_data'],
    ['2019—2022年基础数据统计表', 'supporting_data'],
    ['国家生态工业示范园区验收申请表', 'application'],
    ['国家生态工业示范园区创建备案表', 'application'],
    ['环境守法承诺书', 'commitment'],
    ['关于近三年环境守法情况的承诺书', 'commitment'],
    ['云泽经济开发区环境守法证明', 'commitment'],
    ['云泽经济开发区总体规划环境影响报告书', 'planning_eia'],
    ['关于《云泽经济开发区总体规划环境影响报告书》的审查意见', 'planning_eia'],
    ['云泽经济开发区规划环评审查意见', 'planning_eia'],
    ['云泽经济开发区国家生态工业示范园区建设规划重大调整报告', 'change_report'],
    ['云泽经济开发区建设规划调整情况说明', 'change_report'],
    ['云泽经济开发区国家生态工业示范园区验收整改说明', 'rectification'],
    ['关于技术核查意见整改落实情况的报告', 'rectification'],
    ['云泽化工有限公司技改项目竣工环境保护验收监测报告', 'other'],
    ['2022年第一季度水质监测报告', 'other'],
    ['云泽市国民经济和社会发展统计公报', 'other'],
    ['云泽经济开发区循环化改造实施方案', 'other'],
  ])('%s', (title, role) => {
    expect(classify(printed({ lines: [title, body] })).role).toBe(role)
  })
})

test('a title set over several lines is one title', () => {
  const lines = [
    '云泽经济技术开发区',
    '创建国家生态工业示范园区',
    '建设规划',
    '技术支撑报告',
    '编制单位：省环境规划设计研究院',
    '二〇二一年三月',
    body,
  ]
  expect(classify(printed({ lines })).role).toBe('support_report')
})

test('an acceptance report may speak of plan and annual reports in its text', () => {
  const lines = [
    '云泽高新区国家生态工业示范园区验收报告',
    `《建设规划》实施以来，园区按期报送年度工作报告。${body}`,
    '# 一、年度工作报告报送情况',
    body,
  ]
  expect(classify(printed({ lines })).role).toBe('acceptance_report')
})

test('the first chapter is no part of the title, whatever it is called', () => {
  for (const title of ['# 云泽高新区2022年度工作报告', '云泽高新区2022年度工作报告'])
    expect(classify(printed({ lines: [title, '## 基础数据', body] }))).toMatchObject({ role: 'annual_report', year: 2022 })
})

describe('letters', () => {
  const letter = (title: string) =>
    classify(
      printed({
        pages: 1,
        lines: [
          title,
          '湖南省生态环境厅、湖南省商务厅：',
          '云泽经济开发区已完成各项任务，现报请审查。',
          '附件：1.建设规划；2.验收报告；3.环境守法承诺书',
          '云泽经济开发区管理委员会',
          '二〇二三年四月二十日',
        ],
      }),
    )

  test.each([
    ['关于申请国家生态工业示范园区验收的请示', 'application', 'acceptance'],
    ['关于云泽经济开发区创建国家生态工业示范园区的申请', 'application', 'creation'],
    ['关于开展国家生态工业示范园区验收的申请', 'application', 'acceptance'],
    ['关于恳请批准云泽经济开发区开展国家生态工业示范园区建设的请示', 'application', 'creation'],
  ])('%s', (title, role, stage) => {
    const identity = letter(title)
    expect(identity).toMatchObject({ role, stage, park: '云泽经济开发区', region: '湖南省', datedOn: '2023-04-20' })
  })

  test('a letter that sends a report along is not that report', () => {
    expect(letter('关于报送2022年度工作报告的函').role).toBe('other')
  })
})

describe('without a title', () => {
  test('running heads speak', () => {
    const identity = classify(printed({ lines: [body], runningHeads: ['云泽经开区2021年度工作报告', '第 1 页'] }))
    expect(identity).toMatchObject({ role: 'annual_report', year: 2021 })
  })

  test('a workbook of base data is supporting data, whatever its name', () => {
    const lines = [
      [
        ['指标', '单位', '2021年', '2022年'],
        ['工业增加值', '万元', '100', '110'],
        ['工业用新鲜水量', '万m³', '5', '6'],
      ],
    ]
    expect(classify(printed({ file: '表.xlsx', format: 'xlsx', lines })).role).toBe('supporting_data')
  })

  test('a workbook of something else is not', () => {
    expect(
      classify(
        printed({
          file: '通讯录.xlsx',
          format: 'xlsx',
          lines: [
            [
              ['姓名', '电话'],
              ['张三', '—'],
            ],
          ],
        }),
      ).role,
    ).toBe('other')
  })

  test.each([
    ['附件/03 验收报告（终稿）.pdf', 'acceptance_report', null],
    ['2021年度工作报告.pdf', 'annual_report', 2021],
    ['附件-监测报告.pdf', 'other', null],
    ['支撑材料/扫描件0001.pdf', 'supporting_data', null],
    ['IMG_0001.jpg', 'other', null],
  ])('the name is all that an unreadable file has: %s', (file, role, year) => {
    const identity = classify(printed({ file, status: 'failed', pages: 0 }))
    expect(identity).toMatchObject({ role, year })
    expect(identity.confidence).toBeLessThan(0.7)
  })
})

test('dossier.json goes before what is recognised', () => {
  const identity = classify(printed({ lines: ['云泽经济开发区验收报告', body] }), { role: 'annual_report', year: 2020 })
  expect(identity).toMatchObject({ role: 'annual_report', year: 2020, confidence: 1 })
})
