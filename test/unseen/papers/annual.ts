import type { Block, PrinterName } from '../../variants/document.ts'
import { centred, p, title } from '../../variants/document.ts'
import { themes } from '../../variants/look.ts'
import { quantities } from '../../variants/names.ts'
import { byYears, sideBySide, transposed } from '../../variants/tables.ts'
import type { Casebook } from '../casebook.ts'
import type { Pen, Style } from '../pen.ts'
import { section } from './plan.ts'
import { chosen, type IndicatorTable, indicatorTable, long, mergeLast } from './tables.ts'

export type AnnualText = {
  file?: string
  printer: PrinterName
  style: Style
  title?: string
  /** The line under the title: who, when. */
  cover?: string
  basics?: (pen: Pen) => string[]
  work?: (pen: Pen) => string[]
  /** Paragraphs or tables behind the indicator tables. */
  more?: (pen: Pen) => Block[]
  projects?: string[]
  problems?: string[]
  signed?: string
  layout: 0 | 1 | 2 | 3
  optional?: number[]
  subjects?: readonly string[]
  table?: Partial<IndicatorTable>
  without?: string[]
}

const headings = [
  ['园区基本情况', '年度建设工作回顾', '指标完成情况', '重点支撑项目进展', '存在的主要问题', '下一年度工作计划'],
  ['基本情况', '示范园区建设主要工作', '建设指标完成情况', '重点项目', '存在问题', '下年度计划'],
  ['园区概况', '主要工作及成效', '指标完成情况分析', '重点项目建设情况', '问题与不足', '下一步打算'],
]

/** The annual report of one year in one of four layouts. */
export function annual(c: Casebook, at: number, o: AnnualText): void {
  const year = c.base + at
  const pen = c.pen(o.file ?? `${year}年度工作报告.docx`, o.style)
  const { park } = pen
  const [basics, work, indicators, projects, problems, next] = headings[(at + o.layout) % 3] as string[]
  c.file(pen, 'annual_report', year, o.printer, [
    title(o.title ?? `${park.name}国家生态工业示范园区建设${year}年度工作报告`),
    centred(o.cover ?? `${park.name}管理委员会　${year + 1}年5月`),
    ...section(
      pen.head,
      basics as string,
      o.without,
      (o.basics?.(pen) ?? [`${park.name}位于${park.region}${park.city}，主导产业为装备制造和新材料。`]).map(p),
    ),
    ...section(pen.head, work as string, o.without, (o.work?.(pen) ?? ['年内持续推进产业共生、节能降碳和环境基础设施建设。']).map(p)),
    ...section(pen.head, indicators as string, o.without, [...body(pen, year, o), ...(o.more?.(pen) ?? [])]),
    ...section(pen.head, projects as string, o.without, (o.projects ?? ['各重点支撑项目按计划推进。']).map(p)),
    ...section(pen.head, problems as string, o.without, (o.problems ?? ['个别企业的能源计量设备配置有待完善。']).map(p)),
    ...section(pen.head, next as string, o.without, [p('继续开展清洁生产审核和节能诊断，完善信息平台。')]),
    ...(o.signed ? [{ kind: 'paragraph', text: o.signed, align: 'right' } as Block] : []),
  ])
}

function body(pen: Pen, year: number, o: AnnualText): Block[] {
  const { s, options, source } = pen
  const list = chosen(o.optional ?? [1, 2, 4, 6, 7, 8, 11, 12, 14, 15, 16, 27, 28]).filter((id) => !/\.(3|9|10|13|25|26)$/.test(id))
  const subjects = o.subjects ?? quantities
  const mine = (all: readonly string[]): string[] => all.filter((x) => subjects.includes(x))
  const table = (spec: IndicatorTable): Extract<Block, { kind: 'table' }> => indicatorTable(pen, { ...spec, list, ...o.table })
  if (o.layout === 0)
    return [
      table({
        columns: ['no', 'name', 'unit', year, 'source'],
        heads: { no: '序', name: '指标', source: '数据来源' },
        yearAs: (y) => `${y}年完成值`,
        caption: `表1 ${year}年度考核指标完成情况`,
      }),
      ...themes.map(([theme, all], i) =>
        byYears(
          s,
          mine(all),
          [year],
          { ...options, unitIn: 'name', source, caption: `表${i + 2} ${theme}数据` },
          { name: '名称', source: '数据来源' },
        ),
      ),
    ]
  if (o.layout === 1)
    return [
      transposed(s, mine(quantities).slice(0, 12), [year - 1, year], { ...options, caption: '附表1 经济与能源' }, false, '统计年度'),
      transposed(s, mine(quantities).slice(12), [year - 1, year], { ...options, caption: '附表2 资源与排放' }, true, '统计年度'),
      mergeLast(
        table({
          columns: ['name', 'unit', 'standard', year, 'source'],
          heads: { standard: '标准值', source: '来源' },
          caption: '附表3 指标值',
        }),
      ),
    ]
  if (o.layout === 2)
    return [
      long(pen, mine(quantities), [year], `${year}年基础数据统计表`),
      table({
        columns: ['category', 'name', 'target', year, 'unit', 'source'],
        heads: { target: '规划目标值', category: '类型' },
        yearAs: () => '年度实际值',
        caption: `${year}年指标统计表`,
      }),
    ]
  return [
    sideBySide(s, mine(quantities), [year], { ...options, caption: `表一 ${year}年园区数据`, yearAs: (y) => `${y}年` }, [
      '统计指标',
      '单位',
    ]),
    table({
      columns: ['name', year, 'source'],
      unitIn: 'name',
      yearAs: (y) => `${y}年度值`,
      heads: { source: '数据来源' },
      caption: '表二 考核指标',
    }),
  ]
}
