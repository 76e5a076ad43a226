import { findDays, type PrintedDays, wholeYear } from '../../../../rules/engine/date-days.ts'
import type { Identity } from '../../../../schemas/reading.ts'
import type { ToldDate } from '../../../../schemas/told.ts'
import words from './dates.json' with { type: 'json' }
import type { DateMention } from './read-dates.ts'

type What = ToldDate['what']

const spans = words.spans.map(({ from, to, near, ...rest }) => ({
  from: from as What,
  to: to as What,
  near: new RegExp(near),
  role: 'role' in rest ? rest.role : null,
}))
const joins = /^(?:起|开始)?(?:至|到|—|–|-|~)+$/
/** 6月5日至9日, 2020—2025年: a first or last day whose year or month is printed once only. */
const lastDay = /^(?:起)?(?:至|到|—|–|-|~)+(\d{1,2})[日号]/
const firstYear = /(?<!\d)(20\d{2})年?(?:至|到|—|–|-|~)+$/

type Span = { readonly first: PrintedDays; readonly last: PrintedDays }

const daysOfFirstYear = (text: string, last: PrintedDays): Span[] => {
  const year = firstYear.exec(text.slice(0, last.start))
  if (year?.[1] === undefined) return []
  return [{ first: { start: year.index, end: last.start, days: wholeYear(Number(year[1])) }, last }]
}

const sameMonth = (text: string, first: PrintedDays): Span[] => {
  const day = lastDay.exec(text.slice(first.end))
  if (day?.[1] === undefined || first.days.from !== first.days.to) return []
  const on = `${first.days.from.slice(0, 8)}${day[1].padStart(2, '0')}`
  if (on < first.days.from) return []
  return [{ first, last: { start: first.end, end: first.end + day[0].length, days: { from: on, to: on } } }]
}

function spansIn(text: string, year: number | null): Span[] {
  const days = findDays(text, year)
  const pairs = days.flatMap((first, index) => {
    const last = days[index + 1]
    return last && joins.test(text.slice(first.end, last.start)) && first.days.from <= last.days.from ? [{ first, last }] : []
  })
  if (pairs.length > 0) return pairs
  return days.flatMap((one) => [...sameMonth(text, one), ...daysOfFirstYear(text, one)])
}

/** The first and last days of the periods that a normalised sentence tells (公示期, 承诺的时间段, 规划期限). */
export function readSpans(text: string, identity: Identity): DateMention[] {
  const wanted = spans.filter(({ near, role }) => (role === null || role === identity.role) && near.test(text))
  if (wanted.length === 0) return []
  const [span] = spansIn(text, identity.role === 'annual_report' ? identity.year : null)
  if (span === undefined) return []
  const mention = (what: What, { days }: PrintedDays): DateMention => ({
    ...{ what, on: days, year: null, raw: text.slice(span.first.start, span.last.end) },
    ...{ start: span.first.start, end: span.last.end },
  })
  return wanted.flatMap(({ from, to }) => [mention(from, span.first), mention(to, span.last)])
}
