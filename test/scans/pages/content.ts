import type { Block } from '../../variants/document.ts'
import { h1, h2, p, title } from '../../variants/document.ts'
import type { Pen } from '../../variants/documents/draft.ts'
import { unitFor } from '../../variants/measures.ts'
import { indicators, nameOf, quantities, thresholds } from '../../variants/names.ts'
import { distractions, said } from '../../variants/prose.ts'
import { type AssessmentOptions, assessment, byYears, free, sideBySide, transposed, valueIn, worded } from '../../variants/tables.ts'

/** What is printed on one sheet, drawn from a park's truth. */
export type Content = (pen: Pen) => Block[]
export type Style = 'ruled' | 'filled' | 'three-line' | 'borderless'

export const judged = indicators.filter((id) => !/\.(3|9|10|13|25|26)$/.test(id))
const quote = (id: string): string => thresholds[id] ?? '—'

/** Input quantities by year, in the units of one office. */
export const quantityTable =
  (units: 'large' | 'small' | 'mixed' | 'odd' | 'latin', style: Style = 'ruled', count = 24): Content =>
  ({ s, years, options }) => [
    byYears(s, quantities.slice(0, count), years, { ...options(units, 0), style, numbered: true, caption: '表3-2 基础数据汇总表' }),
  ]

/** Indicators against the Standard and the plan. */
export const indicatorTable =
  (units: 'large' | 'small' | 'mixed' | 'latin', style: Style = 'ruled', count = 22): Content =>
  ({ s, base, final, options }) => {
    const table: AssessmentOptions = {
      ...options(units, 0, { style, caption: '表4-1 指标达标情况汇总表' }),
      columns: ['no', 'name', 'unit', 'standard', 'target', base, final, 'verdict'],
      quote,
    }
    return [h1('四、指标完成情况'), assessment(s, judged.slice(0, count), table)]
  }

/** A sheet on its long side: the category over its rows, the years under one head, a source for every row. */
export const mergedTable =
  (units: 'large' | 'mixed', count = 12): Content =>
  ({ s, years, options, source }) => [
    assessment(s, judged.slice(0, count), {
      ...options(units, 0, { caption: '表5 考核指标对照表' }),
      columns: ['category', 'name', 'unit', 'standard', ...years, 'source'],
      groupYears: '实际值',
      quote,
      source,
    }),
  ]

/** Three levels of heads with cells that span rows and columns. */
export const threeHeads: Content = (pen) => {
  const { s, base, final, years, options } = pen
  const o = options('large', 0, { none: '—' })
  const rows = judged
    .slice(0, 20)
    .map((id, i) => [
      String(i + 1),
      worded(id, o),
      unitFor(o.units, id).unit || '—',
      s.standard(id, quote(id)),
      s.target(id, unitFor(o.units, id)),
      ...years.map((year) => valueIn(s, id, year, o)),
    ])
  const heads = [
    [
      { text: '序号', rows: 3 },
      { text: '指标名称', rows: 3 },
      { text: '单位', rows: 3 },
      { text: '要求', columns: 2 },
      { text: '指标值', columns: 4 },
    ],
    [{ text: '标准值', rows: 2 }, { text: '目标值', rows: 2 }, '基准年', { text: '建设期', columns: 3 }],
    [`${base}年`, `${base + 1}年`, `${base + 2}年`, `${final}年`],
  ]
  return [free([...heads, ...rows], 3, { caption: '表2 指标总表' })]
}

/** As many numbers as a sheet of small print takes: months of six quantities, their totals in the last row. */
export const denseTable =
  (columns: number, rows: number): Content =>
  ({ r }) => {
    const kinds = [
      () => r.between(10, 99).toFixed(2),
      () => r.between(0, 1).toFixed(3),
      () => String(r.int(1000, 99999)),
      () => r.between(100, 999).toFixed(1),
      () => `${r.int(1, 99)},${String(r.int(0, 999)).padStart(3, '0')}.${r.int(10, 99)}`,
      () => r.between(0.01, 9).toFixed(4),
    ]
    const head = ['编号', ...Array.from({ length: columns }, (_, i) => `监测点${i + 1}`)]
    const body = Array.from({ length: rows }, (_, i) => [
      String(i + 1),
      ...Array.from({ length: columns }, (_, at) => (kinds[at % kinds.length] as () => string)()),
    ])
    return [free([head, ...body], 1, { caption: '附表6 监测数据明细' })]
  }

/** Years in rows, names and units in heads that break over lines. */
export const turnedTables: Content = ({ s, years, options }) => [
  transposed(s, quantities.slice(0, 6), years, { ...options('mixed', 1), caption: '表1 经济指标' }, true),
  transposed(s, quantities.slice(8, 13), years, { ...options('large', 0), caption: '表2 资源消耗' }),
  sideBySide(s, quantities.slice(13, 25), years.slice(2), { ...options('small', 0), caption: '表3 污染物与固体废物' }),
]

/** Running text with values in it, in the small hand of a chapter. */
export const prose: Content = ({ s, r, park, base, final, years, options }) => {
  const { units } = options('large', 0)
  const sentence = (subject: string, year: number): string => `${year}年${nameOf(subject, 0)}${said(s, subject, year, units)}`
  const chapter = (subjects: readonly string[]): string =>
    subjects
      .map((subject) =>
        years
          .slice(1)
          .map((year) => sentence(subject, year))
          .join('，'),
      )
      .join('；')
  const told = distractions(r, s, 6)
  return [
    title(`${park.name}国家生态工业示范园区建设验收报告`),
    h1('一、园区概况'),
    p(
      `${park.name}位于${park.region}${park.city}，规划面积${said(s, 'park_area', final, units)}，以${base}年为基准年，${final}年为验收年。${told[0]}`,
    ),
    p(`${chapter(quantities.slice(0, 3))}。`),
    h2('（一）能源与水资源'),
    p(`${told[1]}${chapter(['energy_consumption', 'freshwater_use'])}。${told[2]}`),
    h2('（二）污染物排放'),
    p(`${chapter(['cod_emission', 'so2_emission', 'nox_emission'])}。${told[3]}`),
    p(`建设期内园区未发生特别重大、重大突发环境事件，未发生环境犯罪案件，未因环境违法被处罚。${told[4]}`),
    h1('二、存在问题与持续改进'),
    p(`部分企业能效水平仍有提升空间，下一年度将继续推进节能诊断和清洁生产改造。${told[5]}`),
  ]
}

/** A letter under the red head of its office: 红头文件. */
export const redHead: Content = (pen) => {
  const { park, final } = pen
  return [title(`${park.name}管理委员会文件`, 25), title(`关于报送${final}年度工作报告的函`), ...prose(pen).slice(2, 6)]
}

/** A usual page: a heading, a paragraph, a table with its note. */
export const mixed: Content = (pen) => {
  const { s, r, years, options, park } = pen
  return [
    h1('三、基础数据'),
    p(`${park.name}历年基础数据见下表，各项数据均来自统计年报和环境统计。${distractions(r, s, 1)[0]}`),
    byYears(s, quantities.slice(3, 17), years, { ...options('mixed', 0), caption: '表3-1 基础数据', note: '注：产值按当年价格计算。' }),
    p(distractions(r, s, 2)[1] ?? ''),
  ]
}
