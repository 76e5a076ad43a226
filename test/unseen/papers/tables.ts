import type { Block, Cell } from '../../variants/document.ts'
import { unitFor } from '../../variants/measures.ts'
import { indicators, thresholds } from '../../variants/names.ts'
import { type AssessmentOptions, assessment, free } from '../../variants/tables.ts'
import type { Pen } from '../pen.ts'

type Table = Extract<Block, { kind: 'table' }>

/** Indicators over a whole period: only the last year has one. */
const periodical = /\.(3|9|10|13|25|26)$/

/** The mandatory indicators and those that a park chose, in the Standard's order. */
export const chosen = (optional: readonly number[]): string[] => {
  const mandatory = [5, 10, 13, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 29, 30, 31, 32]
  return indicators.filter((id) => [...mandatory, ...optional].includes(Number(id.slice(6))))
}

export type IndicatorTable = {
  columns: AssessmentOptions['columns']
  list?: readonly string[]
  heads?: Record<string, string>
  caption?: string
  note?: string
  groupYears?: string
  sourceless?: readonly string[]
  quoted?: Record<string, string>
  yearAs?: (year: number) => string
  landscape?: boolean
  unitIn?: 'name'
  /** Where the whole table's source is told beside it, no row has one. */
  source?: (subject: string) => string
  targetBare?: boolean
}

/** The indicators of a paper in the columns asked for. */
export function indicatorTable(pen: Pen, table: IndicatorTable): Table {
  const { columns, list = indicators, quoted = {}, sourceless = [], source, ...rest } = table
  return assessment(pen.s, list, {
    ...pen.options,
    ...rest,
    columns,
    sourceless: new Set(sourceless),
    quote: (indicator) => quoted[indicator] ?? thresholds[indicator] ?? '',
    shown: (indicator, year) => !periodical.test(indicator) || year === pen.final,
    source: source ?? pen.source,
  })
}

/** Neighbouring equal cells of the last column become one that spans their rows, as offices do with sources. */
export function mergeLast(table: Table): Table {
  const rows = table.rows.map((row) => [...row])
  const last = (at: number): string | null => {
    const cell = table.rows[at]?.at(-1)
    return typeof cell === 'string' ? cell : null
  }
  for (let at = table.heads; at < rows.length; at++) {
    const text = last(at)
    if (text === null || (at > table.heads && last(at - 1) === text)) continue
    let count = 1
    while (last(at + count) === text) count++
    if (count === 1) continue
    rows[at]?.splice(-1, 1, { text, rows: count })
    for (const row of rows.slice(at + 1, at + count)) row.pop()
  }
  return { ...table, rows }
}

/** One value a row: name, year, value, unit. */
export function long(pen: Pen, subjects: readonly string[], years: readonly number[], caption: string): Table {
  const rows = subjects.flatMap((subject) =>
    years.map((year): Cell[] => {
      const measure = unitFor(pen.options.units, subject)
      const printed = pen.s.number(subject, year, { ...measure, none: pen.options.none ?? '—' })
      return [pen.name(subject), `${year}年`, printed, measure.unit]
    }),
  )
  return free([['统计项目', '年度', '数值', '计量单位'], ...rows], 1, { caption, style: pen.options.style ?? 'ruled' })
}

/** Rows of parts with their total, as given. */
export const parts = (pen: Pen, caption: string, heads: string[], rows: string[][]): Table =>
  free([heads, ...rows], 1, { caption, style: pen.options.style ?? 'ruled' })
