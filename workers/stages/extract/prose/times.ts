import type { Identity } from '../../../../schemas/reading.ts'
import { dictionary, spell } from './lexicon.ts'
import data from './times.json' with { type: 'json' }

/**
 * A time that a text names. one: a year · span: from the first to the last · list: several · vague: some years, not told which.
 * `relative` is resolved when read (上年, 当年). `partial`: a part of a year, a month or a day.
 */
export type Time = {
  readonly shape: 'one' | 'span' | 'list' | 'vague'
  readonly years: readonly number[]
  readonly relative: 'previous' | 'mentioned' | 'meanwhile' | null
  /** The rows of years that a word for each of several years (近三年, 历年) may stand for, where as many values follow. */
  readonly each?: readonly (readonly number[])[]
  /** First and last year of the construction period, where the word stands for all of it (建设期内, 三年间). */
  readonly ends?: readonly [number, number]
  readonly partial: boolean
  readonly printed: boolean
  readonly final: boolean
}

export type TimeMention = { readonly start: number; readonly end: number; readonly time: Time }

const year = '(?:19|20)\\d{2}'
const suffix = '(?:年度|年末|年底|年终|年全年|年期末|年内|年)'
const range = new RegExp(`(?<!\\d)(${year})(?:${suffix})?(?:[-—–―~]+|至|到)(${year})${suffix}(?:期间|间)?`, 'y')
const barredRange = new RegExp(`(?<![\\d.])(${year})(?:[-—–―~]+)(${year})(?=[)）,])`, 'y')
const list = new RegExp(`(?<!\\d)${year}(?:${suffix})?(?:[、,]${year}(?:${suffix})?)*(?:[、和及与]|以及)${year}${suffix}`, 'y')
const single = new RegExp(`(?<![\\d.])(${year})${suffix}`, 'y')
/** A bare year alone in brackets: 333.4吨（2019）. */
const bracketed = /(?<=\()((?:19|20)\d{2})(?=\))/y
const short = /['‘’](\d{2})年/y
const partOfYear =
  /^(?:初|(?:的)?上半年|(?:的)?下半年|(?:的)?第?[一二三四1-4]季度|(?:的)?前[三3]季度|(?:的)?前\d+个月|0?[1-9]月(?:份|底|末|\d{1,2}日)?|1[01]月(?:份|底|末|\d{1,2}日)?|12月(?:[12]\d|30|[1-9])日|1?[0-9][-—~至到]1?[01]?月(?:份)?)/
const endOfYear = /^(?:12月(?:31日|底|末|份)?(?!\d)|1[-—~至到]12月(?:份)?)/

type Word = keyof Omit<typeof data, 'note' | 'fiveYearPlans' | 'planYears' | 'planEnd'>
const wordKinds: readonly Word[] = ['own', 'previous', 'mentioned', 'meanwhile', 'base', 'final', 'throughout', 'vague', 'partial']
const relatives = dictionary(wordKinds.flatMap((kind) => data[kind].map((word) => [spell(word), kind] as const)))
const plan = new RegExp(
  `["“”]?(${Object.keys(data.fiveYearPlans).join('|')})["“”]?(?:规划)?(?:(${data.planEnd.join('|')})|(?:的)?(${data.planYears.join('|')}))?(?:期间|时期)?`,
  'y',
)

/** One year, printed as such but for what `more` says. */
export const one = (value: number, more: Partial<Time> = {}): Time => ({
  shape: 'one',
  years: [value],
  relative: null,
  partial: false,
  printed: true,
  final: false,
  ...more,
})
const vague: Time = { shape: 'vague', years: [], relative: null, partial: false, printed: false, final: false }

/** The years that a document's role gives to 报告期末, 基准年, 验收年 and the like. */
export type OwnYears = {
  readonly own: number | null
  readonly base: number | null
  readonly final: number | null
  readonly known: number | null
}

/** own: the year the document reports on. known: the last year of which it can state what was reached. */
export function ownYears(identity: Identity): OwnYears {
  const { role, year: stated, baseYear: base, finalYear: final } = identity
  const annual = role === 'annual_report'
  const own = annual ? stated : role === 'acceptance_report' || role === 'application' ? (final ?? stated) : null
  const dated = identity.datedOn === null ? null : Number(identity.datedOn.slice(0, 4)) - 1
  const planned = base === null ? dated : Math.max(base, dated ?? base)
  return {
    own,
    base,
    final,
    known: annual || role === 'acceptance_report' ? own : role === 'plan' || role === 'support_report' ? planned : dated,
  }
}

/** The time named at a place of a normalised text; a printed year in brackets behind a word (报告期末（2021年）) wins over the word. */
export function timeAt(text: string, at: number, own: OwnYears): TimeMention | undefined {
  const printed = printedAt(text, at)
  if (printed) {
    const bracket = /^\(([^()]{2,8})\)/.exec(text.slice(printed.end))
    const word = bracket?.[1] === undefined ? undefined : relatives.at(bracket[1], 0, bracket[1].length)
    return word && word.length === bracket?.[1]?.length ? { ...printed, end: printed.end + bracket[0].length } : printed
  }
  const word = relatives.at(text, at, text.length)
  if (!word) return planAt(text, at)
  const end = at + word.length + (/^(?:年末|末|底)/.exec(text.slice(at + word.length))?.[0].length ?? 0)
  const inBrackets = text[end] === '(' ? printedAt(text, end + 1) : undefined
  if (inBrackets && text[inBrackets.end] === ')') return { start: at, end: inBrackets.end + 1, time: inBrackets.time }
  const beside = printedAt(text, end)
  if (beside) return { start: at, end: beside.end, time: beside.time }
  return {
    start: at,
    end,
    time: timeOf(word.value, text.slice(at, end), own),
  }
}

function timeOf(word: Word, print: string, own: OwnYears): Time {
  if (word !== 'throughout') return meaning(word, own, print)
  const { base, final } = own
  const each = rowsOf(print, own)
  const steps =
    base === null || final === null || print.startsWith('近') ? [] : [counts.charAt(final - base - 1), counts.charAt(final - base)]
  const whole =
    base !== null && final !== null && (steps.some((count) => count !== '' && print.includes(count)) || /^[各历逐建创]/.test(print))
  return { ...vague, each, ...(whole ? { ends: [base, final] as const } : {}) }
}

const counts = '一二三四五六七八九'

/** 近三年: the last three known; 三年间, 历年: the construction period, with or without its base year. */
function rowsOf(word: string, { base, final, known }: OwnYears): number[][] {
  const print = /[二两三四五六七八九3-9]/.exec(word)?.[0]
  const count = print === undefined ? undefined : print === '两' ? 2 : Number(print) || counts.indexOf(print) + 1
  const row = (from: number, to: number) => Array.from({ length: Math.min(12, Math.max(0, to - from + 1)) }, (_, step) => from + step)
  if (word.startsWith('近')) return known === null || count === undefined ? [] : [row(known - count + 1, known)]
  if (base === null || final === null) return []
  return [row(base, final), row(base + 1, final)].filter((years) => count === undefined || years.length === count)
}

/** Words for all of the construction period. */
const wholePeriod = /^(?:建设期|创建期|规划期|建设以来|创建以来)/

function meaning(word: Exclude<Word, 'throughout'>, own: OwnYears, print: string): Time {
  if (word === 'vague')
    return wholePeriod.test(print) && own.base !== null && own.final !== null ? { ...vague, ends: [own.base, own.final] } : vague
  if (word === 'partial') return { ...vague, shape: 'one', partial: true }
  if (word === 'previous' || word === 'mentioned' || word === 'meanwhile') return { ...vague, shape: 'one', relative: word }
  const value = own[word]
  return value === null ? vague : one(value, { printed: false, final: word === 'final' })
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function printedAt(text: string, at: number): TimeMention | undefined {
  const span = match(range, text, at) ?? match(barredRange, text, at)
  if (span)
    return {
      start: at,
      end: at + span[0].length,
      time: { ...vague, shape: 'span', years: [Number(span[1]), Number(span[2])], printed: true },
    }
  const several = match(list, text, at)
  if (several) {
    const years = [...several[0].matchAll(/(?:19|20)\d{2}/g)].map(([digits]) => Number(digits))
    return { start: at, end: at + several[0].length, time: { ...vague, shape: 'list', years, printed: true } }
  }
  const alone = match(single, text, at)
  const inside = alone ? null : match(bracketed, text, at)
  if (inside) return { start: at, end: at + 4, time: one(Number(inside[1])) }
  if (!alone) {
    const clipped = match(short, text, at)
    return clipped ? { start: at, end: at + clipped[0].length, time: one(2000 + Number(clipped[1])) } : undefined
  }
  const end = at + alone[0].length
  const rest = text.slice(end, end + 12)
  const whole = endOfYear.exec(rest)
  if (whole) return { start: at, end: end + whole[0].length, time: one(Number(alone[1])) }
  const part = partOfYear.exec(rest)
  return { start: at, end: end + (part?.[0].length ?? 0), time: one(Number(alone[1]), { partial: part !== null }) }
}

function planAt(text: string, at: number): TimeMention | undefined {
  const found = match(plan, text, at)
  if (!found?.[1]) return undefined
  const last = data.fiveYearPlans[found[1] as keyof typeof data.fiveYearPlans]
  const nth = data.planYears.findIndex((words) => new RegExp(`^(?:${words})$`).test(found[3] ?? ''))
  if (nth >= 0) return { start: at, end: at + found[0].length, time: one(last - 4 + nth, { printed: false }) }
  const time = found[2] ? one(last, { printed: false }) : { ...vague, shape: 'span' as const, years: [last - 5, last] }
  return { start: at, end: at + found[0].length, time }
}
