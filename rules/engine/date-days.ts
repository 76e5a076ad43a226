import type { Days } from '../../schemas/told.ts'

const pad = (value: number) => String(value).padStart(2, '0')
const iso = (year: number, month: number, day: number) => `${year}-${pad(month)}-${pad(day)}`
const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Days from the first to the last, both within, of one year. */
export const daysIn = (year: number, fromMonth: number, fromDay: number, toMonth: number, toDay: number): Days => ({
  from: iso(year, fromMonth, fromDay),
  to: iso(year, toMonth, toDay),
})
export const wholeYear = (year: number): Days => daysIn(year, 1, 1, 12, 31)
export const wholeMonth = (year: number, month: number): Days => daysIn(year, month, 1, month, lastOf(year, month))
export const oneDay = (on: string): Days => ({ from: on, to: on })

/** The parts of a month or of a year, as they are spoken of; where usage wavers, the wider span. */
const partOfMonth = (year: number, month: number, part: string | undefined): Days => {
  const last = lastOf(year, month)
  if (part === undefined) return wholeMonth(year, month)
  if (/上旬|初/.test(part)) return daysIn(year, month, 1, month, 10)
  if (/中/.test(part)) return daysIn(year, month, 11, month, 20)
  return daysIn(year, month, 21, month, last)
}
const partOfYear = (year: number, part: string): Days => {
  if (/上半年/.test(part)) return daysIn(year, 1, 1, 6, 30)
  if (/下半年/.test(part)) return daysIn(year, 7, 1, 12, 31)
  if (/初/.test(part)) return daysIn(year, 1, 1, 3, 31)
  if (/中/.test(part)) return daysIn(year, 5, 1, 8, 31)
  return daysIn(year, 11, 1, 12, 31)
}
const quarter = (year: number, which: number): Days => daysIn(year, which * 3 - 2, 1, which * 3, lastOf(year, which * 3))

const numerals = '零一二三四五六七八九'
const digitOf = (character: string) => Math.max(0, numerals.indexOf(character.replace(/[〇○O0Ο]/, '零')))

/** 2021, 二〇二一 → 2021. */
const yearOf = (print: string): number => (/^\d+$/.test(print) ? Number(print) : Number(Array.from(print, digitOf).join('')))

/** 12, 十二, 二十, 三十一 → a number up to 99. */
function smallOf(print: string): number {
  if (/^\d+$/.test(print)) return Number(print)
  if (!print.includes('十')) return digitOf(print)
  const [tens = '', units = ''] = print.split('十')
  return (tens === '' ? 1 : digitOf(tens)) * 10 + (units === '' ? 0 : digitOf(units))
}

const Y = '(?<!\\d)((?:19|20)\\d{2}|[一二][〇零○0O九][〇零○0O一二三四五六七八九]{2})'
const N = '(\\d{1,2}|[一二三四五六七八九十]{1,3})'
const M = `${N}月(?:份)?`
const PART = '(上旬|中旬|下旬|月?初|月?中(?=[,旬])|月?底|月?末)'
const printed = new RegExp(
  [
    `${Y}[-./](\\d{1,2})[-./](\\d{1,2})(?!\\d)`,
    `(?:${Y}年(?:度)?|(同年|当年|次年|翌年|本年)度?|(?<![\\d年一二三四五六七八九十第]))(?:${M}(?:${N}[日号]|${PART})?|第?([一二三四1-4])季度|(上半年|下半年|(?<=年|年度)(?:初|中(?=[,旬])|底|末)|年初|年中(?!国)|年底|年末))`,
    `${Y}年(?!\\d)`,
    '(同年|当年|次年|翌年)(?!度|\\d)',
  ].join('|'),
  'g',
)

/** A date or span as printed: where it stands in the text, and its days. */
export type PrintedDays = { readonly start: number; readonly end: number; readonly days: Days }

/** A day that the calendar knows, or undefined. */
function dayOf(year: number, month: number, day: number): Days | undefined {
  if (month < 1 || month > 12 || day < 1 || day > lastOf(year, month)) return undefined
  return oneDay(iso(year, month, day))
}

/**
 * Every date and span of days of a normalised text, from 2021年3月15日 and 二〇二一年三月 to 二季度, 月底, 同年, 次年. A month without a
 * year is of the year told last, or of `year` (the report's own) before any is told; without either it is left out.
 */
export function findDays(text: string, year: number | null = null): PrintedDays[] {
  const found: PrintedDays[] = []
  let told = year
  for (const match of text.matchAll(printed)) {
    const [, y1, m1, d1, y2, relative, m2, d2, part, which, half, y3, bare] = match
    const own = y1 ?? y2 ?? y3
    const word = relative ?? bare
    const base = own === undefined ? told : yearOf(own)
    const current = base === null ? null : /次年|翌年/.test(word ?? '') ? base + 1 : base
    if (current === null || current < 1949 || current > 2199) continue
    const days = own === y1 && m1 && d1 ? dayOf(current, Number(m1), Number(d1)) : spanOf(current, m2, d2, part, which, half)
    if (days === undefined) continue
    told = current
    found.push({ start: match.index, end: match.index + match[0].length, days })
  }
  return found
}

function spanOf(year: number, month?: string, day?: string, part?: string, which?: string, half?: string): Days | undefined {
  if (which !== undefined) return quarter(year, smallOf(which))
  if (half !== undefined) return partOfYear(year, half)
  if (month === undefined) return wholeYear(year)
  const number = smallOf(month)
  if (number < 1 || number > 12) return undefined
  return day === undefined ? partOfMonth(year, number, part) : dayOf(year, number, smallOf(day))
}

/** True where the two spans share a day. */
export const overlap = (a: Days, b: Days): boolean => a.from <= b.to && b.from <= a.to

/** 2021年3月15日; of a span its first and last day, of a whole month or year its name. */
export function showDays({ from, to }: Days): string {
  const show = (on: string) => `${Number(on.slice(0, 4))}年${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`
  if (from === to) return show(from)
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  const whole = wholeMonth(year, month)
  if (from === whole.from && to === whole.to) return `${year}年${month}月`
  const all = wholeYear(year)
  if (from === all.from && to === all.to) return `${year}年`
  return `${show(from)}至${show(to)}`
}
