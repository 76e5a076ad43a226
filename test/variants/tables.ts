import type { Block, Cell, TableStyle } from './document.ts'
import { type UnitSet, unitFor } from './measures.ts'
import { categories, nameOf, thresholds } from './names.ts'
import type { Say, Scribe } from './scribe.ts'

type Table = Extract<Block, { kind: 'table' }>

export type Options = {
  units: UnitSet
  /** Which wording of each subject. */
  wording?: number | ((subject: string) => string)
  unitIn?: 'column' | 'name' | 'cell' | 'nowhere'
  yearAs?: (year: number) => string
  numbered?: boolean
  style?: TableStyle
  caption?: string
  note?: string
  sheet?: string
  hidden?: true
  landscape?: boolean
  none?: string
  say?: Partial<Say>
  source?: (subject: string) => string
  widths?: number[]
}

/** The name of a subject in this table's wording. */
export const worded = (subject: string, { wording = 0 }: Pick<Options, 'wording'>): string =>
  typeof wording === 'function' ? wording(subject) : nameOf(subject, wording)

/** One value in the table's units, with the source of its row. */
export function valueIn(s: Scribe, subject: string, year: number, options: Options): string {
  const measure = unitFor(options.units, subject)
  const source = options.source?.(subject)
  const say: Say = { ...measure, none: options.none ?? '—', ...(source ? { source } : {}), ...options.say }
  return options.unitIn === 'cell' ? s.amount(subject, year, say) : s.number(subject, year, say)
}

const unitText = (options: Options, subject: string): string => unitFor(options.units, subject).unit || '—'
const labelled = (subject: string, options: Options): string =>
  options.unitIn === 'name' ? `${worded(subject, options)}（${unitText(options, subject)}）` : worded(subject, options)

/** Subjects in rows and years in columns, with unit and source columns as asked. */
export function byYears(
  s: Scribe,
  subjects: readonly string[],
  years: readonly number[],
  options: Options,
  heads: { no?: string; name?: string; unit?: string; source?: string } = {},
): Table {
  const yearAs = options.yearAs ?? ((y) => `${y}年`)
  const unitColumn = (options.unitIn ?? 'column') === 'column'
  const head: Cell[] = [
    ...(options.numbered ? [heads.no ?? '序号'] : []),
    heads.name ?? '名称',
    ...(unitColumn ? [heads.unit ?? '计量单位'] : []),
    ...years.map(yearAs),
    ...(options.source ? [heads.source ?? '资料来源'] : []),
  ]
  const rows = subjects.map((subject, i): Cell[] => [
    ...(options.numbered ? [String(i + 1)] : []),
    labelled(subject, options),
    ...(unitColumn ? [unitText(options, subject)] : []),
    ...years.map((year) => valueIn(s, subject, year, options)),
    ...(options.source ? [options.source(subject)] : []),
  ])
  return table([head, ...rows], 1, options)
}

/** Years in rows and quantities in columns; the unit stands in the head, in its own row where `unitRow` is set. */
export function transposed(
  s: Scribe,
  subjects: readonly string[],
  years: readonly number[],
  options: Options,
  unitRow = false,
  corner = '年份',
): Table {
  const yearAs = options.yearAs ?? ((y) => `${y}年`)
  const head: Cell[] = unitRow
    ? [{ text: corner, rows: 2 }, ...subjects.map((x) => worded(x, options))]
    : [corner, ...subjects.map((x) => `${worded(x, options)}（${unitText(options, x)}）`)]
  const second: Cell[][] = unitRow ? [subjects.map((x) => unitText(options, x))] : []
  const rows = years.map((year): Cell[] => [yearAs(year), ...subjects.map((subject) => valueIn(s, subject, year, options))])
  return table([head, ...second, ...rows], unitRow ? 2 : 1, options)
}

/** Two half tables side by side under one head. */
export function sideBySide(
  s: Scribe,
  subjects: readonly string[],
  years: readonly number[],
  options: Options,
  heads: [string, string] = ['项目', '单位'],
): Table {
  const yearAs = options.yearAs ?? String
  const half = Math.ceil(subjects.length / 2)
  const side: Cell[] = [...heads, ...years.map(yearAs)]
  const cells = (subject: string | undefined): Cell[] =>
    subject
      ? [worded(subject, options), unitText(options, subject), ...years.map((y) => valueIn(s, subject, y, options))]
      : side.map(() => '')
  const rows = Array.from({ length: half }, (_, i): Cell[] => [...cells(subjects[i]), ...cells(subjects[half + i])])
  return table([[...side, ...side], ...rows], 1, options)
}

/** Indicators against the Standard and the plan: the columns in the order asked for. */
export type Column = 'no' | 'category' | 'name' | 'unit' | 'standard' | 'target' | 'source' | 'verdict' | 'type' | number

export type AssessmentOptions = Options & {
  columns: readonly Column[]
  heads?: Partial<Record<string, string>>
  quote?: (indicator: string) => string
  targetBare?: boolean
  groupYears?: string
  shown?: (indicator: string, year: number) => boolean
  sourceless?: ReadonlySet<string>
}

const headWords: Record<string, string> = {
  no: '序号',
  category: '类别',
  name: '考核指标',
  unit: '单位',
  standard: '标准要求',
  target: '规划目标',
  source: '数据出处',
  verdict: '是否达标',
  type: '性质',
}

export function assessment(s: Scribe, list: readonly string[], options: AssessmentOptions): Table {
  const { columns, heads = {} } = options
  const yearAs = options.yearAs ?? ((y) => `${y}年`)
  const headOf = (column: Column): string => (typeof column === 'number' ? yearAs(column) : (heads[column] ?? headWords[column] ?? column))
  const grouped = options.groupYears
  const yearCount = columns.filter((c) => typeof c === 'number').length
  const firstYear = columns.findIndex((c) => typeof c === 'number')
  const head: Cell[] = grouped
    ? columns.flatMap((c, i): Cell[] =>
        typeof c === 'number' ? (i === firstYear ? [{ text: grouped, columns: yearCount }] : []) : [{ text: headOf(c), rows: 2 }],
      )
    : columns.map(headOf)
  const second: Cell[][] = grouped ? [columns.filter((c) => typeof c === 'number').map(headOf)] : []
  const rows = list.map((indicator, index): Cell[] =>
    columns.flatMap((column): Cell[] => cellOf(s, list, indicator, index, column, options)),
  )
  return table([head, ...second, ...rows], grouped ? 2 : 1, options)
}

function cellOf(s: Scribe, list: readonly string[], indicator: string, index: number, column: Column, options: AssessmentOptions): Cell[] {
  if (typeof column === 'number') return [yearCell(s, indicator, column, options)]
  if (column === 'category') return categoryCell(list, indicator)
  const measure = unitFor(options.units, indicator)
  const cells: Record<Exclude<Column, number | 'category'>, () => string> = {
    no: () => String(index + 1),
    name: () => labelled(indicator, options),
    unit: () => (/\.(17|18|22)$/.test(indicator) ? '—' : measure.unit || '—'),
    standard: () => s.standard(indicator, options.quote?.(indicator) ?? thresholds[indicator] ?? '—', measure.unit),
    target: () => s.target(indicator, { ...measure, ...(options.targetBare ? { bare: true } : {}), ...options.say }),
    source: () => (options.sourceless?.has(indicator) ? '' : (options.source?.(indicator) ?? '—')),
    verdict: () => '达标',
    type: () => (/\.(5|10|13|17|18|19|2[0-6]|29|3[0-2])$/.test(indicator) ? '必选' : '可选'),
  }
  return [cells[column]()]
}

function yearCell(s: Scribe, indicator: string, year: number, options: AssessmentOptions): string {
  if (options.shown && !options.shown(indicator, year)) return options.none ?? '—'
  const { source, ...rest } = options
  const cited = options.sourceless?.has(indicator) ? undefined : source?.(indicator)
  return valueIn(s, indicator, year, cited ? { ...rest, source: () => cited } : rest)
}

/** A category's name over all its rows, at the first of them. */
function categoryCell(list: readonly string[], indicator: string): Cell[] {
  const [name, from, to] = categories.find(([, low, high]) => noOf(indicator) >= low && noOf(indicator) <= high) ?? ['', 0, 0]
  const mine = list.filter((id) => noOf(id) >= from && noOf(id) <= to)
  return mine[0] === indicator ? [{ text: name, rows: mine.length }] : []
}

const noOf = (indicator: string): number => Number(indicator.slice(6))

function table(rows: Cell[][], heads: number, options: Options): Table {
  const { caption, style, note, sheet, hidden, landscape, widths } = options
  return {
    kind: 'table',
    rows,
    heads,
    ...(caption ? { caption } : {}),
    ...(style ? { style } : {}),
    ...(note ? { note } : {}),
    ...(sheet ? { sheet } : {}),
    ...(hidden ? { hidden } : {}),
    ...(landscape ? { landscape } : {}),
    ...(widths ? { widths } : {}),
  }
}

/** A table written out cell by cell. */
export const free = (rows: Cell[][], heads: number, options: Omit<Options, 'units'> = {}): Table =>
  table(rows, heads, { ...options, units: {} })
