import type { Block, PrinterName } from '../../variants/document.ts'
import { centred, h2, p, title } from '../../variants/document.ts'
import { themes } from '../../variants/look.ts'
import { categories, indicators, quantities } from '../../variants/names.ts'
import { byYears, free, sideBySide, transposed } from '../../variants/tables.ts'
import type { Casebook } from '../casebook.ts'
import type { Pen, Style } from '../pen.ts'
import { section } from './plan.ts'
import { chosen, type IndicatorTable, indicatorTable, mergeLast } from './tables.ts'

export type AcceptanceText = {
  file?: string
  printer: PrinterName
  style: Style
  title?: string
  cover?: string
  scope: string
  history: string[]
  overview?: (pen: Pen) => string[]
  tasks?: (pen: Pen) => string[]
  /** Paragraphs or tables behind the indicator tables. */
  more?: (pen: Pen) => Block[]
  projects: [name: string, state: string][]
  projectsAs?: 'table' | 'list'
  law?: string[]
  problems?: string[]
  annex?: (pen: Pen) => Block[]
  optional?: number[]
  omitted?: string[]
  layout: 0 | 1 | 2 | 3
  table?: Partial<IndicatorTable>
  without?: string[]
  subjects?: readonly string[]
}

const headings = [
  [
    '园区概况',
    '创建历程与规划批复情况',
    '规划目标和任务完成情况',
    '指标达标情况',
    '重点支撑项目完成情况',
    '环境守法、质量与风险防控',
    '特色与示范意义',
    '存在问题与持续改进',
    '支撑材料目录',
  ],
  [
    '园区基本情况',
    '创建过程',
    '规划任务完成情况',
    '考核指标达标分析',
    '重点项目建设情况',
    '环境管理与守法情况',
    '建设特色与示范作用',
    '问题及改进方向',
    '支撑材料清单',
  ],
]

/** The acceptance report in one of four layouts. */
export function acceptance(c: Casebook, o: AcceptanceText): void {
  const pen = c.pen(o.file ?? '验收报告.docx', o.style)
  const { base, final, park } = pen
  const [about, history, tasks, table, projects, law, special, problems, annex] = headings[o.layout % 2] as string[]
  c.file(pen, 'acceptance_report', null, o.printer, [
    title(o.title ?? `${park.name}国家生态工业示范园区建设验收报告`),
    centred(o.cover ?? `${park.name}管理委员会　${final + 1}年4月`),
    ...section(pen.head, about as string, o.without, [
      p(
        `${o.scope.replace('AREA', pen.say('park_area', final, { boundTo: null, optional: true }))}规划基准年为${base}年，验收年为${final}年。`,
      ),
      ...(o.overview?.(pen) ?? []).map(p),
    ]),
    ...section(pen.head, history as string, o.without, o.history.map(p)),
    ...section(pen.head, tasks as string, o.without, [
      p('规划确定的产业共生、资源节约、环境治理和能力建设任务均已落实。'),
      ...(o.tasks?.(pen) ?? []).map(p),
    ]),
    ...section(pen.head, table as string, o.without, [...body(pen, o), ...(o.more?.(pen) ?? [])]),
    ...section(pen.head, projects as string, o.without, projectBlocks(pen, o)),
    ...section(
      pen.head,
      law as string,
      o.without,
      (o.law ?? ['建设期内，园区未发生特别重大、重大突发环境事件，未发生环境违法刑事案件。']).map(p),
    ),
    ...section(pen.head, special as string, o.without, [p('园区探索形成了“集中供热、废水分质、固废协同”的生态化改造模式。')]),
    ...section(pen.head, problems as string, o.without, (o.problems ?? ['信息化管理水平有待提高，将继续完善监测体系。']).map(p)),
    ...section(pen.head, annex as string, o.without, [
      p('支撑材料1：统计报表；支撑材料2：监测报告；支撑材料3：项目验收文件。'),
      ...(o.annex?.(pen) ?? []),
    ]),
  ])
}

function body(pen: Pen, o: AcceptanceText): Block[] {
  const { s, base, final, years, options } = pen
  const all = (o.optional ? chosen(o.optional) : indicators).filter((id) => !(o.omitted ?? []).includes(id))
  const subjects = o.subjects ?? quantities
  const mine = (theme: readonly string[]): string[] => theme.filter((x) => subjects.includes(x))
  const table = (spec: IndicatorTable): Extract<Block, { kind: 'table' }> => indicatorTable(pen, { list: all, ...spec, ...o.table })
  if (o.layout === 0)
    return [
      table({
        columns: ['name', 'standard', 'target', base, final, 'unit', 'verdict', 'source'],
        heads: { standard: '标准值', target: '规划目标值', source: '数据来源', verdict: '达标情况' },
        yearAs: (y) => (y === base ? `基准年值（${y}年）` : `验收年值（${y}年）`),
        caption: '表4-1 考核指标达标情况一览',
      }),
      ...themes.map(([theme, list], i) =>
        byYears(s, mine(list), years, { ...options, unitIn: 'name', caption: `表4-${i + 2} ${theme}` }, { name: '项目' }),
      ),
    ]
  if (o.layout === 1)
    return [
      h2('分项数据'),
      ...themes.map(([theme, list], i) =>
        transposed(s, mine(list), years, { ...options, caption: `表${i + 1} ${theme}年度数据` }, i % 2 === 0, '年度'),
      ),
      h2('指标汇总'),
      mergeLast(
        table({
          columns: ['no', 'name', 'type', 'unit', ...years, 'target', 'standard', 'source'],
          heads: { target: '目标', standard: '标准', source: '来源', no: '编号' },
          caption: '表8 建设指标历年完成值',
          landscape: true,
        }),
      ),
    ]
  if (o.layout === 2)
    return [
      ...categories.map(([category, from, to], i): Block => {
        const list = all.filter((id) => Number(id.slice(6)) >= from && Number(id.slice(6)) <= to)
        return table({
          columns: ['name', ...years, 'standard', 'target', 'source'],
          unitIn: 'name',
          list,
          groupYears: '各年度完成值',
          heads: { standard: '标准要求', target: '规划目标', source: '资料来源' },
          caption: `表${i + 1} ${category}指标完成情况`,
        })
      }),
      byYears(
        s,
        mine(quantities),
        years,
        { ...options, numbered: true, caption: '表6 基础数据一览', yearAs: String },
        { name: '数据名称', unit: '单位' },
      ),
    ]
  return [
    sideBySide(s, mine(quantities), [base, final], { ...options, caption: '表1 基准年与验收年基础数据', yearAs: (y) => `${y}年` }, [
      '统计项',
      '单位',
    ]),
    byYears(s, mine(quantities), [base + 1, base + 2], { ...options, caption: '表2 建设期中间年份数据' }, { name: '统计项', unit: '单位' }),
    table({
      columns: ['category', 'name', 'unit', final, 'target', 'standard', 'verdict', 'source'],
      heads: { target: '规划目标值', standard: '标准限值', verdict: '评价', source: '数据来源' },
      yearAs: (y) => `${y}年实际值`,
      caption: '表3 验收年指标评价',
    }),
  ]
}

function projectBlocks(pen: Pen, o: AcceptanceText): Block[] {
  if (o.projectsAs === 'list') return o.projects.map(([name, state], i) => p(`（${i + 1}）${name}。${state}。`))
  const rows = o.projects.map(([name, state], i) => [String(i + 1), name, String(2150 + i * 1610), state])
  return [
    free([['序号', '重点支撑项目', '完成投资（万元）', '完成情况'], ...rows], 1, {
      caption: '重点支撑项目实施情况表',
      style: pen.options.style ?? 'ruled',
    }),
  ]
}
