import { Decimal } from '../../../rules/engine/decimal.ts'
import { slips } from '../../variants/dossier/slips.ts'
import { unseen } from '../casebook.ts'
import { acceptance } from '../papers/acceptance.ts'
import { annual } from '../papers/annual.ts'
import { applyForAcceptance, letter } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'

/** One digit fewer, rounded the wrong way. */
const roundedWrongly = (plain: string): string => {
  const exact = new Decimal(plain)
  const right = exact.toDecimalPlaces(1, Decimal.ROUND_HALF_UP)
  return exact.toDecimalPlaces(1, right.gt(exact) ? Decimal.ROUND_DOWN : Decimal.ROUND_UP).toFixed(1)
}

export const s05 = unseen(
  {
    id: 's05-price-basis',
    about: 'an energy group that fails, prices mixed up, a last digit rounded wrongly, a year missing, four years over',
    stage: 'acceptance',
    base: 2019,
    tweak: { energy_consumption: 4 },
    blank: ['co2_emission:0'],
  },
  (c) => {
    const { park, final, base } = c
    const projects = ['尾矿库生态修复工程', '矿井水综合利用项目', '铁精粉提质增效改造']
    const optional = [1, 2, 6, 8, 11, 12, 14, 27, 28]
    const nominal = new Decimal(String(park.value('industrial_value_added', base + 2))).mul('1.0437')
    c.misprint(
      '2021年度工作报告.docx',
      'industrial_value_added',
      2,
      slips.set(nominal.div(10000)),
      'consistency/annual-acceptance',
      'price_basis',
    )
    c.misprint('2022年度工作报告.docx', 'industrial_output_value', 3, roundedWrongly, 'consistency/annual-acceptance', 'rounding')
    c.misprint('2021年度工作报告.docx', 'industrial_employees', 1, slips.transpose, 'consistency/annual-annual', 'digit_transposition')
    c.due('completeness/required-document', 'supporting_data', null)
    c.due('standard/group', 'hj274.11', final)
    for (const id of ['hj274.11', 'hj274.12']) c.may('plan/target-missed', id, final)
    c.due('completeness/missing-year', 'co2_emission', base, { anySubject: true, anyYear: true })
    c.told('deadline/construction-period')
    c.told('deadline/rectification')
    c.due('standard/misquoted', 'hj274.11', null)
    c.due('completeness/required-indicator', 'hj274.27', null)
    plan(c, {
      printer: 'docx',
      style: { units: 'large' },
      layout: 1,
      projects,
      optional: optional.filter((no) => no < 27),
      scope: '园区东起矿山公路，西至西山脚，南至大青河，北至货运铁路，规划面积AREA。',
    })
    const usual = { optional: optional.filter((no) => no < 27) }
    annual(c, 1, { printer: 'docx', style: { units: 'large' }, layout: 3, ...usual, cover: '2021年6月10日' })
    annual(c, 2, { printer: 'docx', style: { units: 'large', wording: 1 }, layout: 1, ...usual, cover: '2022年5月' })
    annual(c, 3, { printer: 'docx', style: { units: 'large' }, layout: 2, ...usual, cover: '2023年6月上旬' })
    acceptance(c, {
      printer: 'docx',
      style: { units: 'large' },
      layout: 0,
      ...usual,
      table: { quoted: { 'hj274.11': '≤0.6' } },
      scope: '园区东起矿山公路，西至西山脚，南至大青河，北至货运铁路，规划面积AREA。',
      history: ['2020年6月18日，园区获批开展创建，后经同意延期一年至2024年6月。2024年11月30日收到办公室反馈的核查意见。'],
      tasks: () => [`工业增加值采用2019年不变价；按当年价格计算，${base + 2}年工业增加值为${nominal.div(10000).toFixed(2)}亿元。`],
      projects: projects.map((name) => [name, '已完成竣工验收']),
    })
    applyForAcceptance(c, '2024年9月20日')
    letter(
      c,
      'rectification',
      '整改报告.docx',
      'docx',
      '整改报告',
      [`${park.name}管理委员会收到2024年11月30日反馈的核查意见后，组织整改，现报告如下。`],
      [`${park.name}管理委员会`, '2025年1月15日'],
    )
  },
)
