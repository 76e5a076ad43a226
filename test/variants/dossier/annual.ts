import { Decimal } from '../../../rules/engine/decimal.ts'
import type { Block, Draft } from '../document.ts'
import { p, title } from '../document.ts'
import { themes } from '../look.ts'
import { unitFor } from '../measures.ts'
import { indicators, quantities } from '../names.ts'
import { change, distractions, rises, said } from '../prose.ts'
import { assessment, byYears, free, type Options, sideBySide, transposed, valueIn, worded } from '../tables.ts'
import { type Desk, deskFor, draft, fileName, type Plot } from './context.ts'

/** An annual report in one of four layouts. */
export function annualOf(plot: Plot, year: number): Draft {
  const printer = plot.printers[1 + (year % 2)] ?? 'docx'
  const desk = deskFor(plot, fileName(`${year}年度工作报告`, printer), `annual_report:${year}`)
  const { s, r, heads } = desk
  const { park } = plot
  const [a, b, c] = distractions(r, s, 3)
  const units = desk.look.units
  const growth = (subject: string): string => rises(plot.growthSlip.get(`${subject}:${year}`) ?? change(s, subject, year - 1, year))
  const blocks: Block[] = [
    title(`${park.name}${year}年度国家生态工业示范园区建设工作报告`),
    { kind: 'paragraph', text: `${park.name}管理委员会　${year + 1}年4月`, align: 'center' },
    heads('基本情况'),
    p(
      `${year}年，园区工业增加值${said(s, 'industrial_value_added', year, units)}，较上年${growth('industrial_value_added')}；全年综合能耗总量${said(s, 'energy_consumption', year, units)}，比上年${growth('energy_consumption')}。`,
    ),
    p(a ?? ''),
    heads('建设主要工作回顾'),
    p(
      `当年化学需氧量、氨氮、二氧化硫、氮氧化物排放量分别为${['cod_emission', 'ammonia_nitrogen_emission', 'so2_emission'].map((x) => said(s, x, year, units)).join('、')}和${said(s, 'nox_emission', year, units)}。`,
    ),
    p(b ?? ''),
    p('年内园区未发生突发环境事件，未受到环境行政处罚。'),
    heads('指标完成情况'),
    ...(bodies[plot.layouts[`annual_report:${year}`] ?? r.int(0, bodies.length - 1)]?.(desk, year) ?? []),
    heads('重点项目'),
    p(c ?? ''),
    firms(desk, year),
    heads('存在问题与下年度计划'),
    p('部分企业能效水平仍有提升空间，下一年度将继续推进节能诊断和清洁生产改造。'),
  ]
  return draft(desk, 'annual_report', year, printer, blocks)
}

const shown = (indicator: string): boolean => !/\.(3|9|10|13|25|26)$/.test(indicator)
const usual = indicators.filter(shown)

const bodies: ((desk: Desk, year: number) => Block[])[] = [
  ({ s, source, options, table }, year) => [
    assessment(s, usual, {
      ...table(['no', 'name', 'unit', 'standard', year, 'source']),
      source,
      heads: { standard: '标准值', no: '编号' },
      caption: `表1 ${year}年指标完成情况`,
    }),
    byYears(s, quantities, [year], { ...options, source, caption: `表2 ${year}年基础数据` }),
  ],
  ({ s, source, options, table }, year) => [
    assessment(s, usual, {
      ...table(['category', 'name', year, 'unit', 'source']),
      source,
      yearAs: (y) => `${y}年实际值`,
      caption: `表1 考核指标（${year}年）`,
    }),
    ...themes.map(([theme, subjects], i) =>
      transposed(s, subjects, [year - 1, year], { ...options, caption: `表${i + 2} ${theme}数据` }, i % 2 === 1),
    ),
  ],
  ({ s, source, options, table }, year) => [
    sideBySide(s, quantities, [year], { ...options, caption: '附表1 基础数据（其中 “—”为不涉及）' }),
    assessment(s, usual, {
      ...table(['name', 'standard', 'target', year, 'unit', 'verdict', 'source']),
      source,
      yearAs: () => '本年实际',
      heads: { target: `${s.park.final}年目标`, standard: '标准值' },
      caption: `附表2 ${year}年度指标表`,
    }),
  ],
  (desk, year) => [
    withGrowth(desk, year),
    assessment(desk.s, usual, {
      ...desk.table(['no', 'name', 'unit', year - 1, year, 'source']),
      source: desk.source,
      caption: `表2 ${year}年与上年指标对比`,
    }),
  ],
]

/** Levels of two years with their change beside them, which is no level itself. */
function withGrowth({ s, options, plot }: Desk, year: number): Block {
  const rows = quantities.map((subject) => {
    const percent = plot.growthSlip.get(`${subject}:${year}`) ?? change(s, subject, year - 1, year, 2)
    const flat = new Decimal(percent).isZero() ? '0.00' : percent
    const cells = [year - 1, year].map((y) => valueIn(s, subject, y, { ...options, unitIn: 'nowhere' }))
    return [worded(subject, options), ...cells, unitOf(options, subject), flat]
  })
  return free([['基础数据', `${year - 1}年`, `${year}年`, '单位', '同比变化（%）'], ...rows], 1, {
    caption: `表1 ${year}年基础数据及变化`,
    ...(options.style ? { style: options.style } : {}),
  })
}

/** Single firms with a subtotal that adds up, unless the plot says otherwise. */
function firms({ r, plot, options }: Desk, year: number): Block {
  const rows = ['华岳化学', '东方锻造', '绿源再生', '天工电子', '润田食品'].map(
    (name) => [name, r.int(20000, 300000), r.int(1200, 42000), r.int(3, 90)] as const,
  )
  const slip = year === plot.park.final ? plot.sumSlip : 0
  const total = [1, 2, 3].map((i) => rows.reduce((sum, row) => sum + Number(row[i]), 0) + (i === 2 ? slip : 0))
  return free(
    [
      ['企业名称', '总产值（万元）', '综合能耗（吨标准煤）', '取水量（万m³）'],
      ...rows.map((row) => row.map(String)),
      ['合计', ...total.map(String)],
    ],
    1,
    { caption: `${year}年部分重点企业情况`, ...(options.style ? { style: options.style } : {}) },
  )
}

const unitOf = (options: Options, subject: string): string => unitFor(options.units, subject).unit
