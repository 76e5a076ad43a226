import type { Reading } from '../../schemas/reading.ts'
import type { Days, ToldDate } from '../../schemas/told.ts'
import type { Dossier } from '../dossier.ts'
import { oneDay, wholeMonth } from './date-days.ts'
import { placeName } from './place-name.ts'

type What = ToldDate['what']

/** A date and, where a document prints it, the place. */
export type Known = { readonly days: Days; readonly told: ToldDate | null }

/** All dates of one meaning, in document order. */
export const datesOf = (documents: readonly Reading[], ...what: What[]): ToldDate[] =>
  documents.flatMap((document) => document.dates.filter((date) => what.includes(date.what)))

type Told = ToldDate & { readonly on: Days }

/** The dates of one meaning that have a day, month or year. */
export const dayedOf = (documents: readonly Reading[], ...what: What[]): Told[] =>
  datesOf(documents, ...what).flatMap((date) => (date.on === null ? [] : [{ ...date, on: date.on }]))

/** First and last days of the periods that one document tells in one breath. */
export function periodsOf(documents: readonly Reading[], from: What, to: What): { readonly first: Told; readonly last: Told }[] {
  const lasts = dayedOf(documents, to)
  return dayedOf(documents, from).flatMap((first) => {
    const last = lasts.find((one) => one.document === first.document && one.raw === first.raw && one.evidence.text === first.evidence.text)
    return last === undefined ? [] : [{ first, last }]
  })
}

const length = ({ from, to }: Days) => Date.parse(to) - Date.parse(from)

/**
 * A date of the dossier as precise as its documents print it: a first of a month may stand for a month of which no day is
 * printed, and is then taken for the whole month.
 */
function precise(on: string, told: readonly ToldDate[]): Known {
  const printed = told.filter((date): date is ToldDate & { on: Days } => date.on !== null && date.on.from <= on && on <= date.on.to)
  const [best] = [...printed].sort((a, b) => length(a.on) - length(b.on))
  if (best) return { days: best.on, told: best }
  const month = wholeMonth(Number(on.slice(0, 4)), Number(on.slice(5, 7)))
  return { days: on === month.from ? month : oneDay(on), told: null }
}

/** When building the demonstration park was approved. */
export const approvalOf = ({ approvedOn, documents }: Dossier): Known | null =>
  approvedOn === null ? null : precise(approvedOn, datesOf(documents, 'approved'))

/** When the application of the dossier's own stage was signed; for an acceptance without one, when the documents say that it was handed in. */
export const applicationOf = ({ submittedOn, documents }: Dossier): Known | null =>
  submittedOn === null
    ? appliedIn(documents)
    : precise(
        submittedOn,
        datesOf(
          documents.filter(({ identity }) => identity.role === 'application'),
          'signed',
        ),
      )

/** The first day told, where all documents that tell one agree. */
function appliedIn(documents: readonly Reading[]): Known | null {
  const told = dayedOf(
    documents.filter(({ identity }) => identity.role !== 'plan'),
    'applied',
  )
  const [first] = told
  return first !== undefined && told.every(({ on }) => on.from === first.on.from) ? { days: first.on, told: first } : null
}

/** "（验收申请.docx 第9段）", or nothing where no document prints it. */
export const placed = ({ told }: Known, dossier: Dossier): string => (told === null ? '' : `（${placeName(told, dossier)}）`)

/** The places of dates that are printed. */
export const placesOf = (...known: readonly (Known | null)[]) =>
  known.flatMap((one) => (one?.told ? [{ document: one.told.document, evidence: one.told.evidence }] : []))
