import { slips } from '../../variants/dossier/slips.ts'
import { unseen } from '../casebook.ts'
import { acceptance } from '../papers/acceptance.ts'
import { annual } from '../papers/annual.ts'
import { applyForAcceptance, supporting } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'
import { parts } from '../papers/tables.ts'

export const q03 = unseen(
  {
    id: 'q03-mixed-faults',
    about: 'a unit slip in the text, a typing error, sent late, a project stopped, a subtotal wrong, too little disclosed',
    stage: 'acceptance',
    base: 2019,
  },
  (c) => {
    const { final, park } = c
    const projects = ['锌冶炼浸出渣综合利用', '选矿废水闭路循环', '园区铁路专用线电气化', '尾砂充填站']
    const optional = [1, 2, 6, 8, 11, 12, 14, 15, 28]
    const due = Number(park.value('disclosure_due', final))
    c.misprint('验收报告.docx', 'reclaimed_water_use', 3, slips.tenThousand, 'consistency/within-document', 'unit_slip', 'prose')
    c.misprint('2020年度工作报告.docx', 'industrial_land_area', 1, slips.typo, 'consistency/annual-acceptance', 'digit_typo')
    c.due('deadline/annual-report', null, 2021)
    c.due('plan/project-status', projects[2], null)
    c.told('risk/penalty')
    c.told('formula/component-sum')
    c.due('standard/misquoted', 'hj274.10', null)
    c.due('formula/growth', 'energy_consumption', 2022)
    for (const file of ['2022年度工作报告.docx', '验收报告.docx', '数据.xlsx']) {
      c.slip(file, `disclosure_done:${final}`, () => String(due - 4))
      c.slip(file, `hj274.30:${final}`, () => (((due - 4) / due) * 100).toFixed(1))
    }
    c.due('standard/threshold', 'hj274.30', final)
    c.may('plan/target-missed', 'hj274.30', final)
    plan(c, {
      printer: 'docx',
      style: { units: 'large', wording: 1 },
      layout: 0,
      projects,
      optional,
      scope: '规划范围：东起矿区公路，西至白石山，南起河滨路，北至工业大道，规划面积AREA。',
    })
    annual(c, 1, { printer: 'docx', style: { units: 'mixed' }, layout: 2, optional, cover: '2021年5月20日' })
    annual(c, 2, {
      printer: 'docx-plain',
      style: { units: 'large' },
      layout: 0,
      optional,
      cover: '2022年6月',
      work: () => [
        '本年度工作报告经省级审核后已于2022年7月15日报送办公室。',
        '因粉尘无组织排放问题，市生态环境局对园区一家水泥粉磨站下达处罚决定，罚款9万元。',
      ],
    })
    annual(c, 3, {
      printer: 'docx',
      style: { units: 'large', wording: 2 },
      layout: 3,
      optional,
      cover: '2023年4月',
      basics: ({ say, base }) => [
        `全年综合能耗总量${say('energy_consumption', base + 3)}，比上年的${say('energy_consumption', base + 2)}增长14.7%。`,
      ],
    })
    acceptance(c, {
      printer: 'docx',
      style: { units: 'large' },
      layout: 0,
      optional,
      table: { quoted: { 'hj274.10': '≤0.5' } },
      scope: '园区东起矿区公路，西至白石山，南起河滨路，北至工业大道，规划面积AREA。',
      history: ['2020年3月25日获批创建。'],
      tasks: ({ say }) => [
        `${final}年再生水回用量达到${say('reclaimed_water_use', final)}，污水处理厂处理水量${say('sewage_treated', final)}。`,
      ],
      more: (pen) => [
        parts(
          pen,
          '绿化投入情况',
          ['类别', '面积（公顷）', '投入（万元）'],
          [
            ['道路绿化', '12.4', '310'],
            ['公园绿地', '20.1', '640'],
            ['公共小计', '32.5', '970'],
            ['企业绿化', '41.0', '520'],
            ['合计', '73.5', '1490'],
          ],
        ),
      ],
      projects: projects.map((name, i) => [name, i === 2 ? '2021年停建' : '已建成']),
    })
    supporting(c, { file: '数据.xlsx', printer: 'xlsx', style: { units: 'large', wording: 1 }, layout: 0 })
    applyForAcceptance(c, '2023年3月25日')
  },
)
