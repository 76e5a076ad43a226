import { slips } from '../../variants/dossier/slips.ts'
import { sourceOf } from '../../variants/look.ts'
import { unseen } from '../casebook.ts'
import { acceptance } from '../papers/acceptance.ts'
import { annual } from '../papers/annual.ts'
import { applyForAcceptance, supporting } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'
import { parts } from '../papers/tables.ts'

const otherSource =
  (usual: (subject: string) => string) =>
  (subject: string): string =>
    subject === 'hj274.15' ? '园区供水公司年度抄表汇总' : usual(subject)

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
