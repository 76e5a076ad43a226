import { slips } from '../../variants/dossier/slips.ts'
import { unseen } from '../casebook.ts'
import { acceptance } from '../papers/acceptance.ts'
import { annual } from '../papers/annual.ts'
import { applyForAcceptance, supporting } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'

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
