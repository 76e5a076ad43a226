import type { Block, Cell, ParsedDocument } from '../../../schemas/document.ts'
import type { Role } from '../../../schemas/dossier.ts'
import { spell } from './spelling.ts'
import words from './years.json' with { type: 'json' }

export type Years = { readonly baseYear: number | null; readonly finalYear: number | null }
type Which = 'base' | 'final'
type Vote = { which: Which; year: number; weight: number }

const YEAR = '(20\\d{2})年?(?:度)?'
const LINK = '(?:份|度|的|值|数据|实际值|完成值)?(?:一般|确)?(?:均|都)?(?:为|是|定为|选定为|选取|选为|取|采用|选择|:|[(]|即|,即|,为)*'
const BEFORE = '(?:作?为|是|定为|确定为|[(]|即)(?:本(?:次|期)?)?(?:规划|建设|创建|验收|评价|考核|的)*'
const noun = { base: words.base.join('|'), final: words.final.join('|') }

const after = (which: Which) => new RegExp(`(?:${noun[which]})${LINK}${YEAR}(?!月|\\d)`, 'g')
const before = (which: Which) => new RegExp(`${YEAR}${BEFORE}(?:${noun[which]})(?![为是:(]*20\\d{2})`, 'g')
const patterns = (['base', 'final'] as const).map((which) => ({ which, after: after(which), before: before(which) }))
const together = new RegExp(
  `((?:(?:${noun.base}|${noun.final})[和、与及,]*){2,})(?:分别|依次)?(?:为|是|:)+((?:20\\d{2}年?[和、与及,]*){2,})`,
  'g',
)
const either = new RegExp(`(${noun.base})|(${noun.final})`, 'g')
const period = new RegExp(
  `(?:${words.period.join('|')})(?:限|间)?(?:为|是|:|[(]|,)*(20\\d{2})年?(?:\\d{1,2}月(?:\\d{1,2}日)?)?(?:[-—–~至到]|--|——)+(20\\d{2})年?(?![\\d])`,
  'g',
)
/** 2019—2022年,…依次为: a row of values whose years are told at once. */
const series = /(20\d{2})年?(?:度)?(?:[-—–~至到]|--|——)+(20\d{2})年?(?:度)?(?:期间|间|[)])?[^。;]{0,60}?(?:分别|依次|逐年)/g
const titlePeriod = /[(](20\d{2})年?[-—–~至到]+(20\d{2})年?[)]/g

const plausible = (from: number, to: number) => to > from && to - from <= 8

function votesOf(text: string, weight: number): Vote[] {
  const direct = patterns.flatMap(({ which, after, before }) =>
    [after, before].flatMap((pattern) =>
      Array.from(text.matchAll(pattern), (match) => ({ which, year: Number(match[1]), weight: 10 * weight })),
    ),
  )
  const paired = Array.from(text.matchAll(together)).flatMap(([, names = '', years = '']) => {
    const printed = Array.from(years.matchAll(/20\d{2}/g), ([year]) => Number(year))
    return Array.from(names.matchAll(either)).flatMap((name, i): Vote[] => {
      const year = printed[i]
      return year === undefined ? [] : [{ which: name[1] === undefined ? 'final' : 'base', year, weight: 10 * weight }]
    })
  })
  return [...direct, ...paired, ...periodVotes(text, period, 2 * weight)]
}

/** A construction period ends in the final year; the base year is the one before it began. */
function periodVotes(text: string, pattern: RegExp, weight: number): Vote[] {
  return Array.from(text.matchAll(pattern)).flatMap(([, from, to]): Vote[] => {
    const [first, last] = [Number(from), Number(to)]
    if (!plausible(first, last)) return []
    return [
      { which: 'base', year: first - 1, weight },
      { which: 'final', year: last, weight },
    ]
  })
}

/** Cheap to ask of raw print, before it is spelled out: might a year stand here at all? */
const mayTellYear = (raw: string) => /[2２]\s*[0０]\s*[\d０-９]|二\s*[〇零○ＯO0]/.test(raw)
const HEAD_CELLS = 120

/** Names and answers side by side, not the heads of columns (基年 | 2020 | 2021). */
const isForm = (row: readonly Cell[]): boolean =>
  row.length <= 4 &&
  row.filter(({ text }) => /^20\d{2}年?$/.test(spell(text))).length <= row.length / 2 &&
  !row.some((cell, at) => /^20\d{2}/.test(spell(cell.text)) && /^20\d{2}/.test(spell(row[at + 1]?.text ?? '')))

/** The texts of a block that may tell a year. A form or a head of two levels states its years in two cells: 基准年 | 2019年. */
function tellingTexts(block: Block): string[] {
  if (block.kind !== 'table') return mayTellYear(block.text) ? [spell(block.text)] : []
  const head = block.cells.slice(0, HEAD_CELLS)
  return head.flatMap((cell, i) => {
    if (!mayTellYear(cell.text)) return []
    const text = spell(cell.text)
    if (!/^20\d{2}年?$/.test(text)) return [text]
    const [left, over] = [head[i - 1], head.find((one) => one.row + one.rowSpan === cell.row && one.column === cell.column)]
    const labels = [
      left?.row === cell.row && isForm(head.filter(({ row }) => row === cell.row)) ? left : undefined,
      over?.columnSpan === cell.columnSpan ? over : undefined,
    ]
    const told = labels.flatMap((label) => (label && label.text.length <= 16 ? [`${spell(label.text)}:${text}`] : []))
    return told.length > 0 ? told : [text]
  })
}

/** The years in the head of a table, where they are three to six that follow each other. */
function headYears(block: Block): number[] {
  if (block.kind !== 'table') return []
  const top = block.cells.filter((cell) => cell.row <= 2).map(({ text }) => /^(20\d{2})年?(?:度)?(?:[(].*[)])?$/.exec(spell(text))?.[1])
  const years = [...new Set(top.flatMap((year) => (year === undefined ? [] : [Number(year)])))].sort((a, b) => a - b)
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0]
  return years.length >= 3 && years.length <= 6 && last - first === years.length - 1 ? years : []
}

/** The first and the last year of the rows of values that an acceptance report prints: base and final year where it calls none so. */
function shownYears(document: ParsedDocument): Vote[] {
  return document.blocks.flatMap((block): Vote[] => {
    const told = tellingTexts(block).flatMap((text) =>
      Array.from(text.matchAll(series), ([, from, to]) => [Number(from), Number(to)] as const),
    )
    const years = headYears(block)
    const spans = years.length > 0 ? [...told, [years[0] as number, years.at(-1) as number] as const] : told
    return spans
      .filter(([from, to]) => to - from >= 2 && to - from <= 5)
      .flatMap(([from, to]): Vote[] => [
        { which: 'base', year: from, weight: 1 },
        { which: 'final', year: to, weight: 1 },
      ])
  })
}

const best = (votes: readonly Vote[], which: Which): number | null => {
  const totals = new Map<number, number>()
  for (const vote of votes) if (vote.which === which) totals.set(vote.year, (totals.get(vote.year) ?? 0) + vote.weight)
  const [first] = [...totals].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return first?.[0] ?? null
}

/**
 * The years that the document itself calls base year and final year, in prose, a table's head or a form's cells; else from its period;
 * else, of an acceptance report, the first and the last of the years that its values are printed for.
 */
export function findYears(document: ParsedDocument, title: string, role: Role): Years {
  const votes = [...document.blocks.flatMap(tellingTexts).flatMap((text) => votesOf(text, 1)), ...periodVotes(title, titlePeriod, 4)]
  const shown = role === 'acceptance_report' ? shownYears(document) : []
  const [baseYear, finalYear] = [best(votes, 'base') ?? best(shown, 'base'), best(votes, 'final') ?? best(shown, 'final')]
  if (baseYear !== null && finalYear !== null && finalYear <= baseYear) return { baseYear, finalYear: null }
  return { baseYear, finalYear }
}

const yearly = [/(20\d{2})年度/g, /(20\d{2})年(?!\d{0,2}月)/g, /(?<!\d)(20\d{2})(?![\d年])/g]

const onlyYear = (text: string, pattern: RegExp): number | undefined => {
  const years = new Set(Array.from(text.matchAll(pattern), (match) => Number(match[1])))
  return years.size === 1 ? [...years][0] : undefined
}
const yearIn = (text: string): number | undefined => yearly.map((pattern) => onlyYear(text, pattern)).find((year) => year !== undefined)

const reporting = /(?:报告期|报告年度|评价年度|报告年|填报年度|统计年度|年度:)(?:为|是|:|[(])*(20\d{2})年?/

/** The year that an annual report tells of: from its title, running heads, stated period, table captions, file name, else the year before its date. */
export function findReportYear(document: ParsedDocument, title: string, text: string, datedOn: string | null): number | null {
  const captions = document.blocks.flatMap((block) => (block.kind === 'table' && block.caption !== null ? [spell(block.caption)] : []))
  const stated = reporting.exec(text)?.[1]
  const base = spell(document.file.split(/[\\/]/).at(-1) ?? '')
  const named = [title, ...document.runningHeads.map(spell)].map(yearIn).find((year) => year !== undefined)
  const captioned = onlyYear(captions.join('\n'), /(20\d{2})年度/g)
  return (
    named ??
    (stated === undefined ? undefined : Number(stated)) ??
    captioned ??
    yearIn(base) ??
    (datedOn === null ? null : Number(datedOn.slice(0, 4)) - 1)
  )
}
