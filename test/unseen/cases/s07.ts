import { Decimal } from '../../../rules/engine/decimal.ts'
import { slips } from '../../variants/dossier/slips.ts'
import { unseen } from '../casebook.ts'
import { acceptance } from '../papers/acceptance.ts'
import { annual } from '../papers/annual.ts'
import { applyForAcceptance, supporting } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'

export const s07 = unseen(
  {
    id: 's07-cancelled',
    about:
      'typing errors, parts told in a sentence that do not add up, another target, a project given up and not reported, a multiple that does not follow',
    stage: 'acceptance',
    base: 2018,
    blank: ['freshwater_use:0'],
    manifest: {},
  },
  (c) => {
    const { final, base, park } = c
    const projects = ['皮革边角料制胶项目', '铬鞣废液循环利用工程', '园区绿色物流中心', '制革污泥资源化项目']
    const optional = [1, 2, 6, 7, 8, 11, 12, 15, 16, 27]
    c.misprint('2019年度工作报告.docx', 'nox_emission', 1, slips.typo, 'consistency/annual-acceptance', 'digit_typo')
    c.misprint('2020年度工作报告.docx', 'ammonia_nitrogen_emission', 2, slips.shift, 'consistency/annual-acceptance', 'decimal_shift')
    c.told('formula/component-sum')
    c.slip('验收报告.docx', 'hj274.12:target', (plain) => new Decimal(plain).mul('0.9').toFixed(1))
    c.due('consistency/plan-acceptance', 'hj274.12', final)
    c.due('plan/project-status', projects[2], null)
    c.told('risk/organisation-change')
    c.told('deadline/change-report')
    c.due('standard/misquoted', 'hj274.16', null)
    c.due('source/missing-citation', 'hj274.6', null, { anyYear: true })
    c.due('formula/growth', 'reused_water', final)
    c.due('completeness/missing-year', 'freshwater_use', base, { anySubject: true, anyYear: true })
    plan(c, {
      printer: 'docx-plain',
      style: { units: 'small', wording: 1 },
      layout: 0,
      projects,
      projectsAs: 'sum',
      optional,
      scope: '园区东临皮都大道，南接工业五路，西靠运河，北依工业一路，面积AREA。',
    })
    annual(c, 1, { printer: 'docx', style: { units: 'small' }, layout: 2, optional, cover: '2020年6月' })
    annual(c, 2, {
      printer: 'docx-plain',
      style: { units: 'latin', wording: 1 },
      layout: 3,
      optional,
      cover: '2021年5月',
      work: () => ['2020年4月，经管委会研究，决定取消规划中的园区绿色物流中心项目。'],
    })
    annual(c, 3, {
      printer: 'docx',
      style: { units: 'small' },
      layout: 0,
      optional,
      cover: '2022-06-01',
      work: () => ['全年开展清洁生产审核的企业中，强制性审核14家、自愿性审核9家、提升审核3家，合计28家次。'],
    })
    acceptance(c, {
      printer: 'docx',
      style: { units: 'small', wording: 1 },
      layout: 1,
      optional,
      table: { quoted: { 'hj274.16': '≥12' }, sourceless: ['hj274.6'] },
      scope: '园区东临皮都大道，南接工业五路，西靠运河，北依工业一路，面积AREA。',
      history: ['2019年7月2日获批创建。'],
      tasks: ({ say }) => [`${final}年工业重复用水量为${say('reused_water', final)}，是${base}年（${say('reused_water', base)}）的2.9倍。`],
      projects: projects.map((name, i) => [name, i === 2 ? '已取消' : '已完成']),
      law: [`建设期内，${park.name}未发生突发环境事件，无行政处罚和环境犯罪。`],
    })
    supporting(c, { printer: 'xls', file: '数据支撑材料.xls', style: { units: 'small' }, layout: 0 })
    applyForAcceptance(c, '2022年5月20日')
  },
)
