import { Decimal } from '../../../rules/engine/decimal.ts'
import { slips } from '../../variants/dossier/slips.ts'
import { unseen } from '../casebook.ts'
import { acceptance } from '../papers/acceptance.ts'
import { annual } from '../papers/annual.ts'
import { applyForAcceptance, letter, supporting } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'

export const s06 = unseen(
  {
    id: 's06-water-and-fire',
    about: 'a water group that fails, a damaged file, a late report in Chinese numerals, a jump that is a slip, a major incident',
    stage: 'acceptance',
    base: 2020,
    tweak: { freshwater_use: 9, reclaimed_water_use: 0.3 },
    set: {
      'recycling_value_added:-1': '28800',
      'recycling_value_added:0': '29910',
      'recycling_value_added:1': '31040',
      'recycling_value_added:2': '327700',
      'recycling_value_added:3': '34380',
    },
    broken: { '附件5-检测报告.pdf': '%PDF-1.6\n%\u00e2\u00e3\n3 0 obj\n<< /Length 99' },
  },
  (c) => {
    const { park, final, base } = c
    const projects = ['PTA废渣回收利用项目', '化工园集中管理工程', '蒸汽梯级利用项目', '公共事故应急池扩容']
    const optional = [1, 2, 6, 8, 11, 14, 15, 16, 27, 28]
    c.due('standard/group', 'hj274.14', final)
    for (const id of ['hj274.14', 'hj274.15', 'hj274.16']) c.may('plan/target-missed', id, final)
    c.told('completeness/unreadable-document', { subject: '附件5-检测报告.pdf' })
    c.due('deadline/annual-report', null, 2022)
    c.due('trend/outlier', 'recycling_value_added', 2022, { anyYear: true })
    for (const file of ['R3.pdf', '验收报告.pdf']) c.slip(file, 'hj274.23:2023', () => '95')
    c.due('standard/threshold', 'hj274.23', final)
    c.may('plan/target-missed', 'hj274.23', final)
    c.told('risk/environmental-incident')
    c.told('risk/organisation-change')
    c.told('deadline/change-report')
    const wrong = slips.set(
      new Decimal(String(park.value('solid_waste_generated', final))).div(String(park.value('industrial_value_added', final - 1))),
    )
    c.slip('R3.pdf', `hj274.28:${final}`, wrong)
    c.misprint('验收报告.pdf', 'hj274.28', 3, wrong, 'formula/recalculation', 'wrong_input')
    c.due('scope/boundary', 'park_area', null, { anyYear: true })
    for (const at of [0, 1, 2, 3]) {
      c.slip('验收报告.pdf', `park_area:${base + at}`, slips.times('1.22'))
      for (const rule of [
        'consistency/annual-acceptance',
        'consistency/plan-acceptance',
        'consistency/supporting-data',
        'consistency/within-document',
      ])
        c.may(rule, 'park_area', base + at)
      c.may('formula/recalculation', 'hj274.29', base + at)
    }
    plan(c, {
      printer: 'pdf',
      file: 'R0.pdf',
      style: { units: 'mixed' },
      layout: 1,
      projects,
      optional,
      scope: '规划范围东至海滨路，南至盐田路，西至疏通大道，北至热力路，规划面积AREA。',
    })
    annual(c, 1, { printer: 'pdf', file: 'R1.pdf', style: { units: 'small' }, layout: 0, optional, cover: '2022年3月' })
    annual(c, 2, {
      printer: 'pdf',
      file: 'R2.pdf',
      style: { units: 'mixed' },
      layout: 2,
      optional,
      cover: '二〇二三年七月二日',
      work: () => ['2022年6月，园区管理机构划转至水运集团管理。'],
    })
    annual(c, 3, { printer: 'pdf', file: 'R3.pdf', style: { units: 'large', wording: 1 }, layout: 3, optional, cover: '2024年4月' })
    acceptance(c, {
      printer: 'pdf',
      file: '验收报告.pdf',
      style: { units: 'small', wording: 1 },
      layout: 3,
      optional,
      scope: '园区东至海滨路，南至盐田路，西至疏通大道，北至热力路，面积AREA。',
      history: ['2021年5月获批复开展创建。'],
      projects: projects.map((name) => [name, '建成']),
      law: ['2022年9月17日，海成化工罐区爆炸，有毒废水进入近海，附近1.3万人应急疏散，经省政府调查组认定为重大突发环境事件。'],
    })
    supporting(c, { printer: 'xlsx', style: { units: 'small' }, layout: 1 })
    letter(
      c,
      'change_report',
      '调整报告.docx',
      'docx',
      '关于园区管理机构调整情况的报告',
      ['一、调整情况：2022年6月，管理机构划转。', '二、原因：体制改革。', '三、应对方案：原有工作专班保持不变。'],
      [`${park.name}管理委员会`, '2023年2月20日'],
    )
    applyForAcceptance(c, '2024年5月6日', [], '申请书.pdf', 'pdf')
  },
)
