import { Decimal } from '../../../rules/engine/decimal.ts'
import { slips } from '../../variants/dossier/slips.ts'
import { unseen } from '../casebook.ts'
import { acceptance } from '../papers/acceptance.ts'
import { annual } from '../papers/annual.ts'
import { supporting } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'

export const q04 = unseen(
  {
    id: 'q04-pdf-faults',
    about:
      'last year’s value in the acceptance report, another base value, a target missed, no application, a case, an authority changed without report',
    stage: 'acceptance',
    base: 2019,
  },
  (c) => {
    const { final, base, park } = c
    const projects = ['食品园区余热回收', '食品废液制有机原料', '冷凝水集中回用工程']
    const optional = [1, 2, 6, 7, 8, 11, 14, 16, 27]
    c.misprint(
      '报告.pdf',
      'sewage_treated',
      2,
      { subject: 'sewage_treated', year: base + 1 },
      'consistency/annual-acceptance',
      'wrong_year',
    )
    c.misprint('规划.pdf', 'industrial_employees', 0, slips.transpose, 'consistency/plan-acceptance', 'digit_transposition')
    const goal = new Decimal(String(park.value('hj274.6', final))).plus('3.2').toFixed(1)
    for (const file of ['规划.pdf', '报告.pdf', '2022.docx']) c.slip(file, 'hj274.6:target', () => goal)
    c.due('plan/target-missed', 'hj274.6', final)
    c.due('completeness/required-document', 'application', null)
    c.told('risk/criminal-case')
    c.told('risk/organisation-change')
    c.misprint('报告.pdf', 'hj274.16', 3, slips.fraction, 'formula/recalculation', 'percent_fraction')
    c.slip('2022.docx', `hj274.16:${final}`, slips.fraction)
    c.due('source/missing-citation', 'hj274.32', null, { anyYear: true })
    plan(c, {
      file: '规划.pdf',
      printer: 'pdf',
      style: { units: 'small' },
      layout: 1,
      projects,
      optional,
      scope: '规划范围东至文化路，南至人民路，西至工业西路，北至江南大道，面积AREA。',
    })
    annual(c, 1, { file: '2020.pdf', printer: 'pdf', style: { units: 'large' }, layout: 0, optional, cover: '2021年4月26日' })
    annual(c, 2, {
      file: '2021.docx',
      printer: 'docx',
      style: { units: 'small' },
      layout: 3,
      optional,
      cover: '2022年5月6日',
      work: () => [
        '2021年4月，园区改由市国资集团代管，原管委会人员整体转隶。',
        '园区内1家废油处置企业违法排污，涉案人员已被公安机关立案侦查。',
      ],
    })
    annual(c, 3, { file: '2022.docx', printer: 'docx', style: { units: 'mixed', wording: 1 }, layout: 2, optional, cover: '2023年3月' })
    acceptance(c, {
      file: '报告.pdf',
      printer: 'pdf',
      style: { units: 'small', wording: 1 },
      layout: 2,
      optional,
      table: { sourceless: ['hj274.32'] },
      scope: '园区东至文化路，南至人民路，西至工业西路，北至江南大道，面积AREA。',
      history: ['2020年7月9日批复同意创建。'],
      projects: projects.map((name) => [name, '已投产运行']),
      projectsAs: 'list',
    })
    supporting(c, { file: '台账.xlsx', printer: 'xlsx-text', style: { units: 'small' }, layout: 1 })
  },
)
