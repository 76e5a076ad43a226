import { overPeriod } from '../derive.ts'
import type { Block, Draft } from '../document.ts'
import { h2, p, title } from '../document.ts'
import { themes } from '../look.ts'
import { unitFor } from '../measures.ts'
import { categories, indicators, quantities, thresholds } from '../names.ts'
import { change, distractions, rises, said } from '../prose.ts'
import { type AssessmentOptions, assessment, byYears, free, worded } from '../tables.ts'
import { calculations } from './calculations.ts'
import { type Desk, deskFor, draft, fileName, type Plot } from './context.ts'

/** The acceptance report in one of three layouts. */
export function acceptanceOf(plot: Plot): Draft {
  const printer = plot.printers[3] ?? 'docx'
  const desk = deskFor(plot, fileName('验收报告', printer), 'acceptance_report')
  const { s, r, heads, look } = desk
  const { park } = plot
  const years = [park.base, park.base + 1, park.base + 2, park.final]
  const [a, b, c, d] = distractions(r, s, 4)
  const growth = rises(plot.growthSlip.get('co2_emission:final') ?? change(s, 'co2_emission', park.base, park.final))
  const blocks: Block[] = [
    title(`${park.name}国家生态工业示范园区建设验收报告`),
    { kind: 'paragraph', text: `${park.name}管理委员会　${park.final + 1}年5月`, align: 'center' },
    heads('园区概况'),
    p(
      `${park.name}坐落于${park.region}${park.city}，东至沿江大道，南至科创三路，西至${plot.boundary[0]}，北至${plot.boundary[1]}，规划面积${said(s, 'park_area', park.final, look.units, { boundTo: null, optional: true })}。本次验收以${park.base}年为基准年，${park.final}年为验收年。`,
    ),
    p(a ?? ''),
    heads('创建过程与规划批复'),
    p(`${park.base + 1}年6月，${park.region}生态环境厅会同有关部门批复同意园区开展创建。${b ?? ''}`),
    heads('规划目标和任务完成情况'),
    p(
      `${park.final}年，园区工业增加值${said(s, 'industrial_value_added', park.final, look.units)}，工业固体废物产生量${said(s, 'solid_waste_generated', park.final, look.units)}，化学需氧量排放量${said(s, 'cod_emission', park.final, look.units)}。`,
    ),
    p(
      `二氧化碳排放量由${park.base}年的${said(s, 'co2_emission', park.base, look.units)}变化为${park.final}年的${said(s, 'co2_emission', park.final, look.units)}，${growth}。`,
    ),
    p(
      `规划提出绿化覆盖率达到${s.target('hj274.29', { unit: '%', digits: 0, bare: true })}%的目标，${park.final}年实际为${said(s, 'hj274.29', park.final, look.units)}。`,
    ),
    heads('指标达标情况'),
    ...(bodies[plot.layouts['acceptance_report'] ?? r.int(0, bodies.length - 1)]?.(desk, years) ?? []),
    h2('指标计算过程'),
    ...calculations(desk).map(p),
    p(c ?? ''),
    heads('重点支撑项目完成情况'),
    projects(desk),
    heads('环境守法与环境风险'),
    p('建设期内园区未发生特别重大、重大突发环境事件，未发生环境犯罪案件，未因环境违法被处罚。'),
    heads('存在问题与持续改进'),
    p(d ?? ''),
    heads('支撑材料'),
    p('各项数据的原始台账、监测报告和统计报表见数据支撑材料。'),
  ]
  return draft(desk, 'acceptance_report', null, printer, blocks)
}

/** What an acceptance report shows of an indicator: those over the whole period in the final year only. */
const shown =
  (park: Desk['s']['park']) =>
  (indicator: string, year: number): boolean =>
    (!overPeriod.has(indicator) && !/\.[39]$/.test(indicator)) || year === park.final

function common({ plot, source, s, table }: Desk, columns: AssessmentOptions['columns']): AssessmentOptions {
  return {
    ...table(columns),
    source,
    sourceless: plot.sourceless,
    quote: (indicator) => plot.misquoted.get(indicator) ?? thresholds[indicator] ?? '',
    shown: shown(s.park),
  }
}

const bodies: ((desk: Desk, years: number[]) => Block[])[] = [
  (desk, years) => [
    assessment(desk.s, listed(desk), {
      ...common(desk, ['no', 'name', 'unit', ...years, 'target', 'standard', 'source', 'verdict']),
      groupYears: '实际值',
      caption: '表1 指标达标情况汇总',
      landscape: true,
    }),
    byYears(desk.s, quantities, years, { ...desk.options, caption: '表2 基础数据' }, { name: '基础数据项' }),
  ],
  (desk, years) => [
    ...categories.map(([category, from, to], i): Block => {
      const mine = listed(desk).filter((id) => Number(id.slice(6)) >= from && Number(id.slice(6)) <= to)
      return assessment(desk.s, mine, {
        ...common(desk, ['name', 'unit', 'standard', 'target', ...years, 'source']),
        heads: { standard: '标准值', target: '目标值', source: '数据来源' },
        caption: `表${i + 1} ${category}类指标`,
      })
    }),
    ...themes.map(
      ([theme, subjects], i): Block =>
        byYears(desk.s, subjects, years, { ...desk.options, unitIn: 'name', caption: `附表${i + 1} ${theme}` }),
    ),
  ],
  (desk, years) => [
    byYears(desk.s, quantities, years, { ...desk.options, numbered: true, caption: '附表1 基础数据汇总' }, { unit: '单位' }),
    assessment(desk.s, listed(desk), {
      ...common(desk, ['category', 'name', 'unit', 'standard', years[0] as number, 'target', ...years.slice(1), 'source']),
      caption: '附表2 考核指标对照',
    }),
  ],
]

const listed = ({ plot }: Desk): string[] => indicators.filter((id) => !plot.omitted.has(id))

function projects({ plot, r, options }: Desk): Block {
  const rows = plot.projects
    .filter((name) => plot.unfinished.get(name) !== 'missing')
    .map((name, i) => [
      String(i + 1),
      name,
      String(r.int(800, 42000)),
      plot.unfinished.get(name) ?? r.pick(['已完成', '已建成投运', '已完成']),
    ])
  return free([['编号', '项目名称', '实际投资/万元', '进展情况'], ...rows], 1, {
    caption: '重点支撑项目进展',
    ...(options.style ? { style: options.style } : {}),
  })
}

/** The unit and wording of an indicator in this document, for the calculations. */
export const unitOf = ({ look }: Desk, subject: string): { unit: string; digits: number } => unitFor(look.units, subject)
export const wordOf = ({ options }: Desk, subject: string): string => worded(subject, options)
