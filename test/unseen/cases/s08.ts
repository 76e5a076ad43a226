import { slips } from '../../variants/dossier/slips.ts'
import { quantities } from '../../variants/names.ts'
import { unseen } from '../casebook.ts'
import { acceptance } from '../papers/acceptance.ts'
import { annual } from '../papers/annual.ts'
import { applyForAcceptance, letter, supporting } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'

export const s08 = unseen(
  {
    id: 's08-many',
    about:
      'an economic group that fails, a year missing, digits that decide nothing, mended late, a base value that differs, a damaged file',
    stage: 'acceptance',
    base: 2020,
    tweak: { hightech_output_value: 0.5, industrial_employees: 3.2 },
    blank: ['energy_consumption:0'],
    broken: { '附件1.docx': 'PK\u0003\u0004broken' },
  },
  (c) => {
    const { final, base, park } = c
    const projects = ['秸秆全量化利用项目', '粮食加工副产物综合利用', '冷链物流余冷回收']
    const optional = [1, 2, 3, 4, 6, 8, 11, 12, 14, 27]
    const subjects = quantities.filter((x) => x !== 'co2_emission')
    const level = (subject: string, year: number): number => Number(park.value(subject, year))
    c.due('standard/group', 'hj274.1', final)
    for (const id of ['hj274.1', 'hj274.2', 'hj274.3', 'hj274.4']) c.may('plan/target-missed', id, final)
    c.misprint(
      '验收报告.docx',
      'hj274.3',
      3,
      slips.set(String(((level('industrial_value_added', final) / level('industrial_value_added', base) - 1) / 3) * 100)),
      'formula/recalculation',
      'arithmetic_mean_growth',
    )
    // A file that cannot be read may hold what is missing.
    c.may('completeness/missing-year', 'energy_consumption')
    for (const file of ['验收报告.docx']) c.slip(file, `hj274.26:${final}`, () => '3')
    c.due('standard/undetermined', 'hj274.26', final)
    c.may('plan/target-missed', 'hj274.26', final)
    c.told('deadline/rectification')
    c.told('deadline/construction-period')
    c.misprint('规划.docx', 'solid_waste_generated', 0, slips.transpose, 'consistency/plan-acceptance', 'digit_transposition')
    c.told('completeness/unreadable-document', { subject: '附件1.docx' })
    c.due('completeness/required-indicator', 'hj274.22', null)
    c.misprint('支撑数据.xlsx', 'industrial_land_area', 1, slips.times('1.043'), 'consistency/supporting-data')
    for (const file of ['2023年度工作报告.docx', '验收报告.docx']) {
      c.slip(file, `hj274.21:${final}`, () => '96.0')
      c.slip(file, `cleaner_production_done:${final}`, (plain) =>
        String(Math.round(level('cleaner_production_due', final) * 0.96) || plain),
      )
    }
    c.slip('支撑数据.xlsx', `cleaner_production_done:${final}`, () => String(Math.round(level('cleaner_production_due', final) * 0.96)))
    c.due('standard/threshold', 'hj274.21', final)
    c.may('plan/target-missed', 'hj274.21', final)
    c.may('formula/recalculation', 'hj274.21', final)
    plan(c, {
      file: '规划.docx',
      printer: 'docx',
      style: { units: 'small' },
      layout: 0,
      projects,
      optional,
      subjects,
      scope: '规划范围东至平安路，南至南粮渠，西至站前街，北至北二路，规划面积AREA。',
    })
    for (const at of [1, 2, 3])
      annual(c, at, {
        printer: at === 2 ? 'docx-plain' : 'docx',
        style: { units: at === 2 ? 'small' : 'mixed' },
        layout: at === 1 ? 3 : at === 2 ? 2 : 0,
        optional,
        subjects,
        cover: `${base + at + 1}年6月`,
      })
    acceptance(c, {
      printer: 'docx',
      style: { units: 'small' },
      layout: 2,
      optional,
      omitted: ['hj274.22'],
      subjects,
      scope: '园区东至平安路，南至南粮渠，西至站前街，北至北二路，面积AREA。',
      history: ['2021年3月获批复同意创建。2024年10月底收到核查反馈意见。'],
      projects: projects.map((name) => [name, '已全面完成']),
    })
    supporting(c, { file: '支撑数据.xlsx', printer: 'xlsx-text', style: { units: 'small' }, layout: 2, subjects })
    letter(
      c,
      'rectification',
      '整改说明.docx',
      'docx',
      '核查问题整改说明',
      ['2024年10月底，办公室向我区反馈核查意见，我区已整改完毕。'],
      [`${park.name}管理委员会`, '2024年12月12日'],
    )
    applyForAcceptance(c, '2024年7月15日')
  },
)
