import type { Block, Draft } from '../document.ts'
import { h2, p, title } from '../document.ts'
import { indicators, quantities } from '../names.ts'
import { distractions, said } from '../prose.ts'
import { assessment, byYears, free } from '../tables.ts'
import { type Desk, deskFor, draft, fileName, type Plot } from './context.ts'

/** The construction plan: base-year data, indicators with targets, key projects. */
export function planOf(plot: Plot): Draft {
  const printer = plot.printers[0] ?? 'docx'
  const desk = deskFor(plot, fileName('园区建设规划', printer), 'plan')
  const { s, r, heads, source, options } = desk
  const { park } = plot
  const [a, b, c] = distractions(r, s, 3)
  const blocks: Block[] = [
    title(`${park.name}国家生态工业示范园区建设规划`),
    { kind: 'paragraph', text: `（${park.base + 1}—${park.final}年）`, align: 'center' },
    { kind: 'paragraph', text: `${park.name}管理委员会　${park.base + 1}年1月`, align: 'center' },
    heads('概况与现状分析'),
    p(
      `${park.name}位于${park.region}${park.city}，规划范围东至沿江大道，南至科创三路，西至环山公路，北至铁路专用线，规划面积${said(s, 'park_area', park.base, desk.look.units, { boundTo: null, optional: true })}。本规划基准年为${park.base}年，规划期限为${park.base + 1}—${park.final}年。`,
    ),
    p(a ?? ''),
    p(
      `${park.base}年，园区完成工业增加值${said(s, 'industrial_value_added', park.base, desk.look.units)}，综合能源消费量${said(s, 'energy_consumption', park.base, desk.look.units)}。`,
    ),
    byYears(s, quantities, [park.base], { ...options, source, caption: `表1 ${park.base}年主要基础数据` }, { name: '数据名称' }),
    heads('规划必要性'),
    p(b ?? ''),
    heads('规划目标与指标体系'),
    p(
      `到${park.final}年，园区各项指标全面达到《国家生态工业示范园区标准》（HJ 274-2015）要求，其中绿化覆盖率力争达到${s.target('hj274.29', { unit: '%', digits: 0, bare: true })}%以上。`,
    ),
    ...targets(desk),
    heads('主要任务'),
    p(c ?? ''),
    heads('重点支撑项目及投资效益'),
    projectTable(desk),
    heads('保障体系'),
    p('成立由管委会主要负责同志任组长的工作专班，建立季度会商、年度评估机制，落实资金、技术和人才保障。'),
  ]
  return draft(desk, 'plan', null, printer, blocks)
}

function targets(desk: Desk): Block[] {
  const { s, r, source } = desk
  const { base, final } = s.park
  const heads = { [base]: '基准年', target: `${final}年目标值`, name: '指标名称' }
  const columns = r.pick([
    ['no', 'name', 'unit', base, 'target', 'standard', 'source'],
    ['category', 'name', 'unit', 'standard', base, 'target', 'source'],
    ['name', 'type', 'unit', base, 'standard', 'target', 'source'],
  ] as const)
  const yearAs = r.pick([
    (y: number): string => `${y}年（基准年）`,
    (y: number): string => `基准年（${y}）`,
    (y: number): string => `${y}年现状`,
  ])
  return [h2('规划指标'), assessment(s, indicators, { ...desk.table(columns), heads, yearAs, source, caption: '表2 规划指标一览' })]
}

function projectTable({ plot, r, options }: Desk): Block {
  const rows = plot.projects.map((name, i) => [
    String(i + 1),
    name,
    r.pick(['新建', '改扩建', '技术改造']),
    String(r.int(800, 42000)),
    `${plot.park.base + 1}—${plot.park.final}`,
  ])
  return free([['编号', '项目名称', '建设性质', '总投资/万元', '建设年限'], ...rows], 1, {
    caption: '表3 重点支撑项目清单',
    ...(options.style ? { style: options.style } : {}),
  })
}
