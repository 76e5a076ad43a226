import type { Block, Draft } from '../document.ts'
import { p, title } from '../document.ts'
import { themes } from '../look.ts'
import { quantities } from '../names.ts'
import { distractions, said } from '../prose.ts'
import { byYears, free, transposed } from '../tables.ts'
import { deskFor, draft, fileName, type Plot } from './context.ts'

/** The supporting data: a workbook with all quantities of the four years, in one of three layouts, and firms' data beside. */
export function supportingOf(plot: Plot): Draft {
  const desk = deskFor(plot, '数据支撑材料.xlsx', 'supporting_data')
  const { s, r } = desk
  const years = [s.park.base, s.park.base + 1, s.park.base + 2, s.park.final]
  const { style: _, ...plain } = desk.options
  const options = { ...plain, yearAs: (y: number) => `${y}年` }
  const layout = plot.layouts['supporting_data'] ?? r.int(0, 2)
  const firms = free(
    [
      ['单位名称', '年度', '综合能耗（吨标准煤）', '新鲜水用量（万立方米）'],
      ...['华岳化学', '东方锻造', '绿源再生', '天工电子'].map((name) => [
        name,
        String(s.park.final),
        String(r.int(900, 30000)),
        (r.int(20, 900) / 10).toFixed(1),
      ]),
    ],
    1,
    { sheet: '重点企业台账' },
  )
  const body: Block[] =
    layout === 0
      ? [
          byYears(
            s,
            quantities,
            years,
            { ...options, numbered: true, sheet: '基础数据', caption: `${s.park.name}基础数据汇总` },
            { unit: '单位' },
          ),
        ]
      : layout === 1
        ? themes.map(([theme, subjects]) =>
            byYears(
              s,
              subjects,
              years,
              { ...options, unitIn: 'name', sheet: theme, caption: `${s.park.name}${theme}统计` },
              { name: '指标' },
            ),
          )
        : themes.map(([theme, subjects]) => transposed(s, subjects, years, { ...options, sheet: theme }, true))
  return draft(desk, 'supporting_data', null, layout === 1 ? 'xlsx-text' : 'xlsx', [...body, firms])
}

/** The technical support report of a plan: three years up to the base year. */
export function supportReportOf(plot: Plot): Draft {
  const printer = plot.printers[1] ?? 'docx'
  const desk = deskFor(plot, fileName('规划技术支撑报告', printer), 'support_report')
  const { s, r, heads, options } = desk
  const { base, name } = s.park
  const [a, b] = distractions(r, s, 2)
  return draft(desk, 'support_report', null, printer, [
    title(`${name}国家生态工业示范园区建设规划技术支撑报告`),
    { kind: 'paragraph', text: `${name}管理委员会　${base + 1}年1月`, align: 'center' },
    heads('园区现状'),
    p(`截至${base}年底，${worded(s, base, desk)}。${a ?? ''}`),
    heads('物质代谢分析'),
    byYears(s, quantities, [base - 2, base - 1, base], { ...options, unitIn: 'name', caption: '表1 园区近三年基础数据' }, { name: '项目' }),
    heads('资源环境承载力'),
    p(b ?? ''),
  ])
}

const worded = (s: Parameters<typeof said>[0], year: number, desk: ReturnType<typeof deskFor>): string =>
  `园区工业增加值达到${said(s, 'industrial_value_added', year, desk.look.units)}，工业用地面积${said(s, 'industrial_land_area', year, desk.look.units)}`

/** The letter that asks for creation or acceptance; it states no number. */
export function applicationOf(plot: Plot, acceptance: boolean): Draft {
  const desk = deskFor(plot, acceptance ? '验收申请.docx' : '创建申请.docx', 'application')
  const { name, region, base, final } = plot.park
  const year = acceptance ? final + 1 : base + 1
  return draft(desk, 'application', null, 'docx', [
    title(acceptance ? `关于申请国家生态工业示范园区验收的请示` : `关于申请创建国家生态工业示范园区的请示`),
    p(`${region}生态环境厅、${region}商务厅、${region}科学技术厅：`),
    p(acceptance ? `${name}已完成建设规划确定的各项任务，现申请组织验收。` : `${name}已编制完成建设规划和技术支撑报告，现申请开展创建。`),
    { kind: 'paragraph', text: `${name}管理委员会`, align: 'right' },
    { kind: 'paragraph', text: `${year}年6月1日`, align: 'right' },
  ])
}

/** The commitment to obey environmental law, for the creation. */
export function commitmentOf(plot: Plot): Draft {
  const desk = deskFor(plot, '环境守法承诺书.docx', 'commitment')
  const { name, base } = plot.park
  return draft(desk, 'commitment', null, 'docx-plain', [
    title('环境守法承诺书'),
    p(
      `${name}管理委员会郑重承诺：${base - 2}年1月1日至${base}年12月31日，园区严格遵守国家和地方有关法律、法规、政策，未发生严重环境污染事件和重大、特别重大突发环境事件；重点排污单位稳定达标排放；区内企业完成污染物排放总量控制要求；环境风险防控体系健全。`,
    ),
    { kind: 'paragraph', text: `${name}管理委员会（盖章）　${base + 1}年3月2日`, align: 'right' },
  ])
}

/** The planning EIA with its review opinion, for the creation. */
export function planningEiaOf(plot: Plot): Draft {
  const printer = plot.printers[2] ?? 'docx'
  const desk = deskFor(plot, fileName('规划环境影响报告书审查意见', printer), 'planning_eia')
  const { name, region, base } = plot.park
  return draft(desk, 'planning_eia', null, printer, [
    title(`关于《${name}总体规划环境影响报告书》的审查意见`),
    p(`${name}管理委员会：`),
    p(`你单位报送的《${name}总体规划环境影响报告书》收悉。经${region}生态环境厅组织审查，提出意见如下。`),
    p('一、规划实施应严守资源利用上线、环境质量底线，优化产业布局，强化水环境风险防控。'),
    p('二、严格落实报告书提出的各项减缓措施，健全环境监测与跟踪评价制度。'),
    { kind: 'paragraph', text: `${region}生态环境厅　${base}年11月20日`, align: 'right' },
  ])
}
