import { type Block, heading, paragraph, signature, table, title } from './block.ts'
import { at, type Data, quoted, type Row, readRow } from './data.ts'
import type { Sheet } from './print-xlsx.ts'

const park = '澄溪经济技术开发区'
const projects: [string, string][] = [
  ['污泥干化焚烧处置工程', '12860'],
  ['印染废水分质回用工程', '9340'],
  ['化工园区蒸汽余压发电项目', '5120'],
  ['废弃塑料再生造粒项目', '7685'],
  ['园区环境应急物资储备库', '1460'],
]
const source = (id: string): string =>
  /^(1|2|3|4|8|9)$/.test(id)
    ? '澄溪市统计局统计年鉴'
    : /^(10|11|12)$/.test(id)
      ? '园区能源统计台账'
      : id === '29'
        ? '澄溪市园林绿化管理中心'
        : '澄溪市生态环境局年度环境统计'

/** Over the whole period, so that only the final year has a value. */
const onlyFinal = /^(3|9|10|13|25|26)$/

/** The acceptance sample's documents by file name. What is wrong in them is said in README.md and marked here with "planted". */
export function acceptanceSample(data: Data): { documents: Record<string, Block[]>; workbook: Sheet[] } {
  const { base, final } = data
  return {
    documents: {
      '验收申请.docx': application(base, final),
      '建设规划.docx': plan(data),
      [`${base + 1}年度工作报告.docx`]: annual(data, base + 1),
      // planted: the annual report of base + 2 is not handed in
      [`${final}年度工作报告.docx`]: annual(data, final),
      '验收报告.pdf': acceptance(data),
    },
    workbook: workbook(data),
  }
}

function application(base: number, final: number): Block[] {
  return [
    title('关于申请国家生态工业示范园区验收的请示'),
    paragraph('福建省生态环境厅、福建省商务厅、福建省科学技术厅：'),
    paragraph(`${park}自${base + 1}年6月获批创建以来，按规划推进各项任务，建设期（${base + 1}—${final}年）目标已经完成，现申请验收。`),
    signature(`${park}管理委员会`),
    signature(`${final + 1}年5月18日`),
  ]
}

function plan({ base, final, quantities, indicators }: Data): Block[] {
  const rows = Object.entries(indicators).map(([id, row]) => {
    // planted: the goal for 16 is out of reach
    const target = id === '16' ? '≥30' : (row.target ?? '—')
    return [id, row.name, row.unit, quoted[Number(id) - 1] ?? '', onlyFinal.test(id) ? '/' : at(row, base), target, source(id)]
  })
  return [
    title(`${park}国家生态工业示范园区建设规划（${base + 1}—${final}年）`),
    signature(`${park}管理委员会　${base + 1}年1月`),
    heading('1 园区概况与现状'),
    paragraph(
      `${park}位于福建省澄溪市，规划面积${at(readRow(quantities, 'park_area'), base)}平方公里，东至澄江，南至南环路，西至龙岭，北至高铁线。规划基准年为${base}年，目标年为${final}年。`,
    ),
    table(`表1 ${base}年基础数据`, [
      ['名称', '单位', `${base}年`, '数据来源'],
      ...Object.values(quantities).map((row) => [row.name, row.unit, at(row, base), '园区统计台账']),
    ]),
    heading('2 必要性分析与规划目标'),
    table(`表2 规划指标`, [['序号', '指标', '单位', '标准值', `${base}年`, `${final}年目标值`, '数据来源'], ...rows]),
    heading('3 主要行业发展规划'),
    paragraph('以精细化工和高端装备为主导，延伸产业共生链条。'),
    heading('4 资源循环利用与污染控制规划'),
    paragraph('推进再生水利用、固体废物综合利用和主要污染物减排。'),
    heading('5 重点支撑项目'),
    table('表3 重点支撑项目', [
      ['序号', '项目名称', '投资（万元）', '建设期'],
      ...projects.map(([name, cost], i) => [String(i + 1), name, cost, `${base + 1}—${final}年`]),
    ]),
    heading('6 保障措施'),
    paragraph('成立创建工作领导小组，建立年度考核制度，落实资金与人才保障。'),
  ]
}

function annual({ base, final, quantities, indicators }: Data, year: number): Block[] {
  const printed = (id: string, row: Row): string => {
    const value = at(row, year)
    // planted: two digits change places (165.91 → 169.51)
    return id === 'energy_consumption' && year === base + 1 ? '169.51' : value
  }
  const shown = Object.entries(indicators).filter(([id]) => !onlyFinal.test(id))
  return [
    title(`${park}${year}年度国家生态工业示范园区建设工作报告`),
    signature(`${park}管理委员会　${year + 1}年4月20日`),
    heading('一、基本情况'),
    paragraph(
      `${year}年，园区工业增加值为${at(readRow(quantities, 'industrial_value_added'), year)}亿元，工业企业从业人员数为${at(readRow(quantities, 'industrial_employees'), year)}人。`,
    ),
    heading('二、建设主要工作回顾'),
    paragraph('全年开展重点行业清洁生产改造，完善固体废物收集转运体系；年内未发生突发环境事件。'),
    heading('三、指标完成情况'),
    table(`表1 ${year}年指标完成情况`, [
      ['序号', '指标', '单位', `${year}年`, '数据来源'],
      ...shown.map(([id, row]) => [id, row.name, row.unit, at(row, year), source(id)]),
    ]),
    table(`表2 ${year}年基础数据`, [
      ['名称', '单位', `${year}年`],
      ...Object.entries(quantities).map(([id, row]) => [row.name, row.unit, printed(id, row)]),
    ]),
    heading('四、重点项目'),
    paragraph(year === final ? '重点支撑项目基本建成。' : '重点支撑项目按计划推进。'),
    heading('五、存在问题与下年度计划'),
    paragraph('继续推进中水回用管网建设。'),
  ]
}

function acceptance({ base, final, quantities, indicators }: Data): Block[] {
  const years = [base, base + 1, base + 2, final]
  const value = (id: string, year: number): string => at(readRow(quantities, id), year)
  const rows = Object.entries(indicators).map(([id, row]) => {
    const values = years.map((year) => (onlyFinal.test(id) && year !== final ? '/' : at(row, year)))
    // planted: the mean of the total growth, not the compound rate (10.14)
    if (id === '3') values[3] = '11.20'
    // planted: the Standard says ≤8
    const standard = id === '14' ? '≤9' : (quoted[Number(id) - 1] ?? '')
    // planted: no source for 6
    return [id, row.name, row.unit, standard, id === '16' ? '≥30' : (row.target ?? '—'), ...values, id === '6' ? '' : source(id)]
  })
  return [
    title(`${park}国家生态工业示范园区建设验收报告`),
    signature(`${park}管理委员会　${final + 1}年5月`),
    heading('一、园区概况'),
    paragraph(
      `${park}位于福建省澄溪市，规划面积${value('park_area', final)}平方公里，东至澄江，南至南环路，西至龙岭，北至高铁线。基准年为${base}年，验收年为${final}年。`,
    ),
    heading('二、创建过程与规划批复'),
    paragraph(`${base + 1}年6月，福建省生态环境厅会同有关部门批复同意园区开展创建。`),
    heading('三、规划目标和任务完成情况'),
    // planted: the text says 259.56 t where the table has 299.56 t
    paragraph(
      `${final}年，园区化学需氧量排放量为259.56吨，氨氮排放量为${value('ammonia_nitrogen_emission', final)}吨；工业增加值由${base}年的${value('industrial_value_added', base)}亿元增加到${value('industrial_value_added', final)}亿元。`,
    ),
    heading('四、指标达标情况'),
    table('表1 指标达标情况', [['序号', '指标', '单位', '标准值', '目标值', ...years.map((y) => `${y}年`), '数据来源'], ...rows]),
    table('表2 基础数据', [
      ['名称', '单位', ...years.map((y) => `${y}年`)],
      ...Object.values(quantities).map((row) => [row.name, row.unit, ...years.map((y) => at(row, y))]),
    ]),
    paragraph(
      `单位工业增加值综合能耗=${value('energy_consumption', final)}万吨标准煤÷${value('industrial_value_added', final)}亿元=${at(readRow(indicators, '11'), final)}吨标准煤/万元。`,
    ),
    heading('五、重点支撑项目完成情况'),
    // planted: the fourth project is not finished
    table('表3 重点支撑项目完成情况', [
      ['序号', '项目名称', '实际投资（万元）', '完成情况'],
      ...projects.map(([name, cost], i) => [String(i + 1), name, cost, i === 3 ? '在建' : '已完成']),
    ]),
    heading('六、环境守法与环境风险'),
    paragraph('建设期内园区未发生特别重大、重大突发环境事件，未发生环境污染刑事案件。'),
    heading('七、特色与示范意义'),
    paragraph('形成了以再生水梯级利用为特色的园区水循环模式。'),
    heading('八、存在问题与持续改进'),
    paragraph('下一步将扩大再生水利用范围。'),
    heading('九、支撑材料'),
    paragraph('基础数据见数据支撑材料。'),
  ]
}

function workbook({ base, final, quantities }: Data): Sheet[] {
  const years = [base, base + 1, base + 2, final]
  const rows = Object.entries(quantities).map(([id, row]) => [
    row.name,
    row.unit,
    // planted: printed under 万立方米 in cubic metres (3873.43 → 38734300)
    ...years.map((year) => (id === 'reused_water' && year === base + 2 ? '38734300' : at(row, year))),
  ])
  return [{ name: '基础数据', rows: [['名称', '单位', ...years.map((y) => `${y}年`)], ...rows] }]
}
