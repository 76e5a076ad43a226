import chineseDays from 'chinese-days'
import type { Regulation } from '../../schemas/edition.ts'
import type { Days } from '../../schemas/told.ts'
import calendar from './deadline-calendar.json' with { type: 'json' }

/** The earliest and the latest day that a limit can end on, given what is known of its beginning and of the calendar. */
type Due = { readonly sure: string; readonly last: string }

const isoOf = (moment: Date) => moment.toISOString().slice(0, 10)
const plusDays = (on: string, days: number) => isoOf(new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000))

/** The corresponding day so many months later, else the month's last (民法典 202): 31 August and 6 months is 28 February. */
export function plusMonths(on: string, months: number): string {
  const [year, month, day] = [Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1 + months, Number(on.slice(8))]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return isoOf(new Date(Date.UTC(year, month, Math.min(day, last))))
}

/** The calendar package reads days in the local time zone: noon is within the day in every one. */
const localNoon = (on: string) => new Date(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8)), 12)

/** The day itself or, where no work is done on it, the next working day (民法典 203). */
function workingDayFrom(on: string): Due {
  const year = Number(on.slice(0, 4))
  if (year < calendar.from || year > calendar.to) return { sure: on, last: plusDays(on, calendar.longestHoliday) }
  let day = on
  while (!chineseDays.isWorkday(localNoon(day))) day = plusDays(day, 1)
  return { sure: day, last: day }
}

/** The end of a limit of so many months: the first day is not counted, a last day without work gives way to the next. */
export const dueAfterMonths = (from: Days, months: number): Due => ({
  sure: workingDayFrom(plusMonths(from.from, months)).sure,
  last: workingDayFrom(plusMonths(from.to, months)).last,
})

/** The working days from one day to another, both counted; undefined outside the years that the calendar knows. */
export function workingDaysBetween(from: string, to: string): number | undefined {
  if (Number(from.slice(0, 4)) < calendar.from || Number(to.slice(0, 4)) > calendar.to) return undefined
  let count = 0
  for (let day = from; day <= to; day = plusDays(day, 1)) if (chineseDays.isWorkday(localNoon(day))) count += 1
  return count
}

/** kept: every day of both spans keeps the limit · broken: none does · open: it depends on days that are not printed */
export type Verdict = 'kept' | 'broken' | 'open'

export const judge = (on: Days, due: Due): Verdict => (on.to <= due.sure ? 'kept' : on.from > due.last ? 'broken' : 'open')

/** A limit that ends on a fixed day, never shifted. */
export const fixedDue = (on: string): Due => ({ sure: on, last: on })

export type Deadline = Regulation['deadlines'][number]

/** A limit of the regulation by its id. */
export const findDeadline = (regulation: Regulation, id: string): Deadline | undefined => regulation.deadlines.find((one) => one.id === id)

/** A limit's length in months; undefined where it is not counted in months or years. */
export function monthsOf({ limit, unit }: Deadline): number | undefined {
  const number = Number(limit)
  if (!Number.isInteger(number)) return undefined
  return unit === 'month' ? number : unit === 'year' ? 12 * number : undefined
}

/** "3年", "6个月" */
export const showLimit = ({ limit, unit }: Deadline): string => `${limit}${unit === 'year' ? '年' : unit === 'month' ? '个月' : ''}`
