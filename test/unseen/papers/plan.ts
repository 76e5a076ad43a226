import type { Block, PrinterName } from '../../variants/document.ts'
import { centred, h2, p, title } from '../../variants/document.ts'
import { themes } from '../../variants/look.ts'
import { quantities } from '../../variants/names.ts'
import { byYears, free, transposed } from '../../variants/tables.ts'
import type { Casebook } from '../casebook.ts'
import type { Pen, Style } from '../pen.ts'
import { chosen, type IndicatorTable, indicatorTable, mergeLast, parts } from './tables.ts'

export type PlanText = {
  file?: string
  printer: PrinterName
  style: Style
  title?: string
  cover?: string
  /** Where the park lies: its four sides and its area. `AREA` stands for the area of the base year. */
  scope: string
  status?: (pen: Pen) => string[]
  goals?: string[]
  tasks?: string[]
  projects: string[]
  /** How the projects are told: a table, a list in the text, or a table with their investment added up. */
  projectsAs?: 'table' | 'list' | 'sum'
  optional?: number[]
  layout: 0 | 1 | 2
  table?: Partial<IndicatorTable>
  without?: string[]
  subjects?: readonly string[]
  sourceless?: string[]
}

const headings = [
  [
    '园区概况与现状分析',
    '规划建设的必要性和意义',
    '规划总体设计',
    '主要行业生态化发展规划',
    '资源循环利用与污染控制规划',
    '重点支撑项目及效益分析',
    '规划实施保障体系',
  ],
  ['园区发展现状', '创建必要性', '总体思路、目标与指标', '产业发展规划', '资源利用与污染防治', '重点工程与投资', '保障措施'],
  [
    '现状评估',
    '必要性与可行性分析',
    '指导思想、规划目标和指标体系',
    '主导行业规划',
    '资源节约与环境保护规划',
    '重点项目和投资效益',
    '组织与政策保障',
  ],
]

/** The construction plan in one of three layouts, with the wording of the case at hand. */
export function plan(c: Casebook, o: PlanText): void {
  const pen = c.pen(o.file ?? '建设规划.docx', o.style)
  const { base, final, park } = pen
  const [now, need, design, trade, resources, projects, support] = headings[o.layout] as string[]
  const blocks: Block[] = [
    title(o.title ?? `${park.name}国家生态工业示范园区建设规划`),
    centred(`（规划期：${base + 1}—${final}年）`),
    centred(o.cover ?? `${park.name}管理委员会　${base + 1}年2月`),
    ...section(pen.head, now as string, o.without, [
      p(`${o.scope.replace('AREA', pen.say('park_area', base, { boundTo: null, optional: true }))}规划基准年${base}年。`),
      ...(o.status?.(pen) ?? []).map(p),
      ...data(pen, o),
    ]),
    ...section(pen.head, need as string, o.without, [p('创建国家生态工业示范园区，是园区解决资源环境约束、增强产业竞争力的内在要求。')]),
    ...section(pen.head, design as string, o.without, [
      p(`以${base}年为基准，到${final}年各项指标达到《国家生态工业示范园区标准》（HJ 274-2015）。`),
      ...(o.goals ?? []).map(p),
      h2('指标与目标'),
      targets(pen, o),
    ]),
    ...section(pen.head, trade as string, o.without, [
      p('围绕主导产业延链强链，推动上下游企业之间副产物交换利用。'),
      ...(o.tasks ?? []).map(p),
    ]),
    ...section(pen.head, resources as string, o.without, [p('完善集中供热、污水处理、再生水回用和固体废物集中处置等基础设施。')]),
    ...section(pen.head, projects as string, o.without, projectBlocks(pen, o)),
    ...section(pen.head, support as string, o.without, [p('健全领导机制、考核机制和资金保障机制，加强宣传培训和公众参与。')]),
  ]
  c.file(pen, 'plan', null, o.printer, blocks)
}

export function section(head: (text: string) => Block, text: string, without: readonly string[] = [], body: Block[]): Block[] {
  return without.some((word) => text.includes(word)) ? [] : [head(text), ...body]
}

function data(pen: Pen, o: PlanText): Block[] {
  const { s, base, options, source } = pen
  const subjects = o.subjects ?? quantities
  if (o.layout === 0)
    return themes.map(([theme, all], i) =>
      byYears(
        s,
        all.filter((x) => subjects.includes(x)),
        [base],
        { ...options, unitIn: 'name', source, caption: `表1-${i + 1} ${theme}（${base}年）` },
        { name: '项目' },
      ),
    )
  if (o.layout === 1)
    return [
      mergeLast(
        byYears(
          s,
          subjects,
          [base],
          { ...options, numbered: true, source, caption: '表1 基准年基础数据', yearAs: (y) => `${y}年数值` },
          { name: '数据项', source: '数据来源' },
        ),
      ),
    ]
  return themes.map(([theme, all], i) =>
    transposed(
      s,
      all.filter((x) => subjects.includes(x)),
      [base - 1, base],
      { ...options, caption: `附表${i + 1} ${theme}` },
      i % 2 === 0,
      '年度',
    ),
  )
}

function targets(pen: Pen, o: PlanText): Block {
  const { base, final } = pen
  const list = o.optional ? chosen(o.optional) : undefined
  const layouts: IndicatorTable[] = [
    {
      columns: ['no', 'name', 'unit', 'standard', base, 'target', 'source'],
      heads: { target: `${final}年规划值`, standard: '国家标准' },
      yearAs: (y) => `${y}年现状值`,
      caption: '表3-1 规划指标体系',
    },
    {
      columns: ['category', 'name', 'type', 'unit', base, 'target', 'standard', 'source'],
      heads: { target: '目标值', standard: '标准值', name: '具体指标', category: '指标类别', type: '属性', source: '来源' },
      caption: '表2 生态工业示范园区建设指标',
    },
    {
      columns: ['name', base, 'target', 'standard', 'source'],
      unitIn: 'name',
      heads: { target: `规划目标（${final}年）`, standard: 'HJ 274-2015要求', source: '数据来源' },
      yearAs: (y) => `基准年（${y}年）`,
      caption: '表 指标目标值',
    },
  ]
  return indicatorTable(pen, {
    ...(layouts[o.layout] as IndicatorTable),
    ...(list ? { list } : {}),
    ...(o.sourceless ? { sourceless: o.sourceless } : {}),
    ...o.table,
  })
}

function projectBlocks(pen: Pen, o: PlanText): Block[] {
  const names = o.projects
  if (o.projectsAs === 'list')
    return [
      p(`规划期内实施以下${names.length}项重点支撑项目：`),
      ...names.map((name, i) => p(`${i + 1}. ${name}，计划总投资${(i + 2) * 1350}万元。`)),
    ]
  const money = names.map((_, i) => 2400 + i * 1730)
  const rows = names.map((name, i) => [String(i + 1), name, String(money[i]), `${pen.base + 1}—${pen.final}年`])
  if (o.projectsAs === 'sum')
    return [
      parts(
        pen,
        '重点支撑项目投资表',
        ['序号', '项目名称', '投资（万元）', '建设期'],
        [...rows, ['', '合计', String(money.reduce((a, b) => a + b, 0)), '']],
      ),
    ]
  return [
    free([['序号', '重点支撑项目', '总投资（万元）', '建设年限'], ...rows], 1, {
      caption: '重点支撑项目一览表',
      style: pen.options.style ?? 'ruled',
    }),
  ]
}
