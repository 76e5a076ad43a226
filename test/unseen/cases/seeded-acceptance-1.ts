import { slips } from '../../variants/dossier/slips.ts'
import { sourceOf } from '../../variants/look.ts'
import { quantities } from '../../variants/names.ts'
import { byYears } from '../../variants/tables.ts'
import { unseen } from '../casebook.ts'
import { acceptance } from '../papers/acceptance.ts'
import { annual } from '../papers/annual.ts'
import { applyForAcceptance, letter, supporting } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'
import { parts } from '../papers/tables.ts'

export const s01 = unseen(
  {
    id: 's01-late-and-slipped',
    about: 'unit slip, last year’s value, a wrong total, a project gone, three years over, a fine told',
    stage: 'acceptance',
    base: 2018,
  },
  (c) => {
    const projects = [
      '含氟废水资源化处理工程',
      '铝灰渣无害化利用项目',
      '供热锅炉清洁化改造',
      '园区雨水收集利用工程',
      '工业互联网能耗监测平台',
    ]
    const optional = [1, 2, 6, 8, 11, 12, 14, 15, 27]
    c.misprint('2019年度工作报告.docx', 'freshwater_use', 1, slips.tenThousand, 'consistency/annual-acceptance', 'unit_slip')
    c.misprint(
      '2020年度工作报告.docx',
      'industrial_output_value',
      2,
      { subject: 'industrial_output_value', year: 2019 },
      'consistency/annual-acceptance',
      'wrong_year',
    )
    c.told('formula/component-sum')
    c.due('plan/project-status', projects[3], null)
    c.told('deadline/construction-period')
    c.told('risk/penalty')
    c.due('standard/misquoted', 'hj274.8', null)
    c.due('source/missing-citation', 'hj274.20', null, { anyYear: true })
    c.due('source/conflicting-citation', 'hj274.15', 2021, { anyYear: true })
    plan(c, {
      printer: 'docx',
      style: { units: 'small', heading: 2 },
      layout: 1,
      projects,
      optional,
      scope: '规划范围东至科技大道，南至枫林路，西至铁路西线，北至京山大道，规划面积AREA。',
    })
    annual(c, 1, { printer: 'docx', style: { units: 'mixed' }, layout: 0, optional, cover: '2020年3月12日' })
    annual(c, 2, { printer: 'docx', style: { units: 'large', wording: 1 }, layout: 2, optional, cover: '2021年6月中旬' })
    annual(c, 3, {
      printer: 'docx-plain',
      style: { units: 'small', wording: 2, source: otherSource(sourceOf(c.park)) },
      layout: 3,
      optional,
      cover: '2022年5月',
      more: (pen) => [
        parts(
          pen,
          '重点用热企业用热量',
          ['企业名称', '蒸汽用量（吨）', '凝结水回收量（吨）'],
          [
            ['华辰化纤', '18420', '9310'],
            ['立达药业', '7715', '4020'],
            ['金谷粮油', '5260', '2208'],
            ['合计', '31395', '15838'],
          ],
        ),
      ],
    })
    acceptance(c, {
      printer: 'docx',
      style: { units: 'mixed', wording: 1 },
      layout: 0,
      optional,
      table: { quoted: { 'hj274.8': '≥8' }, sourceless: ['hj274.20'] },
      scope: '园区东至科技大道，南至枫林路，西至铁路西线，北至京山大道，总面积AREA。',
      history: ['2019年6月18日，园区获批开展创建工作。'],
      projects: projects.filter((_, i) => i !== 3).map((name) => [name, '已完成']),
      law: ['未发生突发环境事件和环境犯罪案件。2020年11月，区内一家表面处理企业因超标排放被生态环境部门处以21万元罚款，已完成整改。'],
    })
    supporting(c, { printer: 'xlsx', style: { units: 'large', wording: 1 }, layout: 1 })
    applyForAcceptance(c, '2022年9月5日')
  },
)

const otherSource =
  (usual: (subject: string) => string) =>
  (subject: string): string =>
    subject === 'hj274.15' ? '园区供水公司年度抄表汇总' : usual(subject)

export const s02 = unseen(
  {
    id: 's02-swapped-and-short',
    about: 'transposed digits, swapped rows, another base value, a growth that does not follow, too few projects, an incident',
    stage: 'acceptance',
    base: 2019,
  },
  (c) => {
    const projects = ['铜业烟气制酸余热利用', '电解泥综合回收项目', '区域集中供冷工程', '水系连通与生态修复工程']
    const [first, second, third] = ['一.pdf', '二.pdf', '三.pdf']
    c.misprint(second as string, 'co2_emission', 2, slips.transpose, 'consistency/annual-acceptance', 'digit_transposition')
    c.misprint(third as string, 'cod_emission', 3, { subject: 'nox_emission', year: 2022 }, 'consistency/annual-acceptance', 'swapped_rows')
    c.misprint(third as string, 'nox_emission', 3, { subject: 'cod_emission', year: 2022 }, 'consistency/annual-acceptance', 'swapped_rows')
    c.misprint('规划.pdf', 'energy_consumption', 0, slips.times('1.06'), 'consistency/plan-acceptance')
    c.due('formula/growth', 'industrial_output_value', 2022)
    for (const file of [third as string, '验收.pdf']) c.slip(file, 'hj274.5:2022', slips.set('5'))
    c.due('standard/threshold', 'hj274.5', 2022)
    c.may('plan/target-missed', 'hj274.5', 2022)
    c.told('risk/environmental-incident')
    c.due('deadline/annual-report', null, 2020)
    c.told('completeness/required-section')
    plan(c, {
      file: '规划.pdf',
      printer: 'pdf',
      style: { units: 'large', wording: 1 },
      layout: 0,
      projects,
      projectsAs: 'list',
      scope: '规划范围北至滨江路，南至物流通道，东至产业大道，西至护城河，面积AREA。',
    })
    annual(c, 1, { file: first as string, printer: 'pdf', style: { units: 'mixed' }, layout: 2, cover: '2021年8月' })
    annual(c, 2, { file: second as string, printer: 'pdf', style: { units: 'small', table: 'filled' }, layout: 0, cover: '2022年6月' })
    annual(c, 3, {
      file: third as string,
      printer: 'pdf-wide',
      style: { units: 'latin' },
      layout: 3,
      cover: '2023年6月9日',
      work: () => ['2022年8月3日，天泽新材料公司储罐管道开口，约6吨氨水泄漏流入厂外雨水河，园区及时截流处置，经认定为一般突发环境事件。'],
    })
    acceptance(c, {
      file: '验收.pdf',
      printer: 'pdf',
      style: { units: 'mixed', wording: 2 },
      layout: 2,
      scope: '园区北至滨江路，西至护城河，东至产业大道，南至物流通道，面积AREA。',
      without: ['示范'],
      history: ['园区于2020年6月30日经批复同意开展创建。'],
      tasks: ({ say, base, final }) => [
        `工业总产值由${base}年的${say('industrial_output_value', base)}增加到${final}年的${say('industrial_output_value', final)}，三年增长61.8%。`,
      ],
      projects: projects.map((name) => [name, '已建成投用']),
      law: ['除2022年8月的一般突发环境事件外，未发生其他事件；没有刑事案件，没有行政处罚。'],
    })
    supporting(c, { printer: 'xlsx', style: { units: 'mixed' }, layout: 0 })
    applyForAcceptance(c, '2023年6月26日', [], '申请.pdf', 'pdf')
  },
)

const noEnergy = quantities.filter((x) => x !== 'energy_consumption' && x !== 'renewable_energy_use')

export const s03 = unseen(
  {
    id: 's03-two-values',
    about: 'text against table, annex against table, a report missing, an indicator missing, renamed and told late',
    stage: 'acceptance',
    base: 2017,
  },
  (c) => {
    const projects = ['木质素高值利用项目', '黑液碱回收改造工程', '沼气提纯制生物天然气项目', '造纸污泥干化焚烧工程']
    const optional = [1, 2, 6, 8, 12, 14, 27]
    c.misprint('验收报告.docx', 'so2_emission', 3, slips.typo, 'consistency/within-document', 'digit_typo', 'prose')
    c.misprint('验收报告.docx', 'wastewater_discharge', 1, slips.shift, 'consistency/within-document', 'decimal_shift', 'prose')
    c.misprint('台账.xlsx', 'reused_water', 2, slips.typo, 'consistency/supporting-data', 'digit_typo')
    c.due('completeness/required-document', 'annual_report', 2019)
    c.due('completeness/required-indicator', 'hj274.31', null)
    c.due('scope/boundary', 'park_area', null, { anyYear: true })
    c.told('risk/organisation-change')
    c.told('deadline/change-report')
    c.told('risk/criminal-case')
    for (const file of ['2020年度工作报告.docx', '验收报告.docx']) c.slip(file, 'hj274.10:2020', slips.set('0.6'))
    c.slip('验收报告.docx', 'hj274.10:2020', () => '0.6')
    c.due('standard/undetermined', 'hj274.10', 2020)
    c.may('plan/target-missed', 'hj274.10', 2020)
    plan(c, {
      printer: 'docx',
      style: { units: 'mixed' },
      layout: 0,
      projects,
      optional,
      subjects: noEnergy,
      scope: '园区规划范围东至青龙山路，南至兴安大街，西至沙河，北至经十路，面积AREA。',
    })
    annual(c, 1, {
      printer: 'pdf',
      file: '2018年报.pdf',
      style: { units: 'large' },
      layout: 0,
      optional,
      subjects: noEnergy,
      cover: '2019年6月下旬',
    })
    annual(c, 3, {
      printer: 'docx',
      style: { units: 'large', wording: 1 },
      layout: 3,
      optional,
      subjects: noEnergy,
      cover: '2021年4月1日',
      work: () => ['2020年3月，经省政府同意，园区正式更名为绿色纸业产业园，管理机构相应更名。'],
    })
    acceptance(c, {
      printer: 'docx',
      style: { units: 'large' },
      layout: 2,
      optional,
      omitted: ['hj274.31'],
      subjects: noEnergy,
      scope: '园区东至青龙山路，南至兴安大街，西至滨河新路，北至经十路，面积AREA。',
      history: ['2018年9月10日获得省级三部门批复。'],
      tasks: ({ say, final }) => [`${final}年二氧化硫排放量${say('so2_emission', final)}，氮氧化物排放量${say('nox_emission', final)}。`],
      projects: projects.map((name) => [name, '已完成验收']),
      projectsAs: 'list',
      law: [
        '2019年5月，区内某废纸加工点负责人因非法处置危险废物被公安机关以涉嫌污染环境罪立案侦查。',
        '没有发生突发环境事件，没有企业被行政处罚。',
      ],
      annex: (pen) => [
        byYears(
          pen.s,
          ['wastewater_discharge', 'reclaimed_water_use', 'sewage_treated'],
          pen.years,
          { ...pen.options, caption: '附件3 水务数据', say: { at: 'prose' } },
          { name: '项目', unit: '单位' },
        ),
      ],
    })
    supporting(c, { file: '台账.xlsx', printer: 'xlsx', style: { units: 'mixed', wording: 1 }, layout: 2, subjects: noEnergy })
    letter(
      c,
      'change_report',
      '关于名称变更的报告.docx',
      'docx',
      `关于${c.park.name}名称变更的报告`,
      ['一、变更事项：2020年3月园区更名，范围和指标不变。', '二、变更原因：优化产业定位。', '三、应对措施：沿用原建设规划。'],
      [`${c.park.name}管理委员会`, '2020年12月3日'],
    )
    applyForAcceptance(c, '2021年9月1日')
  },
)

export const s04 = unseen(
  {
    id: 's04-formulas',
    about:
      'mean for compound growth, inverted ratio, fraction for percent, a target missed, a project unfinished, doubled that did not, mended late',
    stage: 'acceptance',
    base: 2020,
    set: area(),
  },
  (c) => {
    const projects = ['多元素副产物回收利用项目', '园区储能电站', '电镀废液再生工程', '员工绿色出行示范']
    const subjects = quantities.filter((x) => x !== 'green_area')
    const { park, final } = c
    const level = (subject: string, year: number): number => Number(park.value(subject, year))
    const density = (year: number): number => level('industrial_value_added', year) / level('industrial_land_area', year)
    const acceptanceFile = '验收报告.pdf'
    c.misprint(
      acceptanceFile,
      'hj274.9',
      3,
      slips.set(String(((density(final) / density(final - 3) - 1) / 3) * 100)),
      'formula/recalculation',
      'arithmetic_mean_growth',
    )
    c.misprint(acceptanceFile, 'hj274.13', 3, slips.set(String(1 / level('hj274.13', final))), 'formula/recalculation', 'inverted_ratio')
    c.slip('2023年度工作报告.docx', 'hj274.15:2023', slips.fraction)
    c.misprint(acceptanceFile, 'hj274.15', 3, slips.fraction, 'formula/recalculation', 'percent_fraction')
    const goal = (level('hj274.14', final) * 0.95).toFixed(1)
    for (const file of ['规划.docx', acceptanceFile]) c.slip(file, 'hj274.14:target', () => goal)
    c.due('plan/target-missed', 'hj274.14', final)
    c.due('plan/project-status', projects[1], null)
    c.due('formula/growth', 'renewable_energy_use', final)
    c.told('deadline/rectification')
    for (const file of ['2023年度工作报告.docx', acceptanceFile]) c.slip(file, 'hj274.29:2023', () => '15')
    c.due('standard/undetermined', 'hj274.29', final)
    plan(c, {
      file: '规划.docx',
      printer: 'docx',
      style: { units: 'latin' },
      layout: 2,
      projects,
      subjects,
      scope: '规划四至：东——前进大道；南——南江河；西——外环西路；北——机场高速；规划面积AREA。',
    })
    annual(c, 1, { printer: 'docx', style: { units: 'small' }, layout: 0, subjects, cover: '2022年二季度' })
    annual(c, 2, { printer: 'pdf', file: '2022年度工作报告.pdf', style: { units: 'mixed' }, layout: 3, subjects, cover: '2023年6月30日' })
    annual(c, 3, { printer: 'docx', style: { units: 'small', wording: 1 }, layout: 0, subjects, cover: '2024年2月28日' })
    acceptance(c, {
      file: acceptanceFile,
      printer: 'pdf',
      style: { units: 'small' },
      layout: 1,
      subjects,
      scope: '园区四至：东——前进大道；南——南江河；西——外环西路；北——机场高速；面积AREA。',
      history: ['2021年5月31日，园区获批创建。2024年8月10日，办公室现场核查后反馈核查意见。'],
      tasks: ({ say, base, final: end }) => [
        `可再生能源使用量从${base}年的${say('renewable_energy_use', base)}增长到${end}年的${say('renewable_energy_use', end)}，实现翻一番。`,
      ],
      projects: projects.map((name, i) => [name, i === 1 ? '基建完成，设备安装中，预计下年投运' : '已投运']),
    })
    supporting(c, { printer: 'xlsx-text', style: { units: 'small', wording: 2 }, layout: 0, subjects })
    letter(
      c,
      'rectification',
      '整改情况.docx',
      'docx',
      '关于现场核查意见整改情况的报告',
      ['2024年8月10日，办公室反馈现场核查意见，我区已逐条整改。'],
      [`${c.park.name}管理委员会`, '2024年9月28日'],
    )
    applyForAcceptance(c, '2024年5月31日')
  },
)

function area(): Record<string, string> {
  const green = ['5.11', '5.42', '5.77', '6.01']
  return Object.fromEntries(
    [0, 1, 2, 3].flatMap((at) => [
      [`park_area:${at}`, '40'],
      [`green_area:${at}`, green[at] as string],
    ]),
  )
}
