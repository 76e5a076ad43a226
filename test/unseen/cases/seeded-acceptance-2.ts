import { Decimal } from '../../../rules/engine/decimal.ts'
import { slips } from '../../variants/dossier/slips.ts'
import { quantities } from '../../variants/names.ts'
import { unseen } from '../casebook.ts'
import { acceptance } from '../papers/acceptance.ts'
import { annual } from '../papers/annual.ts'
import { applyForAcceptance, letter, supporting } from '../papers/letters.ts'
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
