import { slips } from '../../variants/dossier/slips.ts'
import { quantities } from '../../variants/names.ts'
import { byYears } from '../../variants/tables.ts'
import { unseen } from '../casebook.ts'
import { acceptance } from '../papers/acceptance.ts'
import { annual } from '../papers/annual.ts'
import { applyForAcceptance, letter, supporting } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'

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
