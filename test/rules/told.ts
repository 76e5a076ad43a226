import type { Days, Statement, ToldDate, ToldEvent } from '../../schemas/told.ts'
import { evidence } from './rule-tester.ts'

/** "2021-03" is that month, "2021-03-15" that day, "2021" that year. */
export function span(on: string): Days {
  if (on.length === 10) return { from: on, to: on }
  if (on.length === 4) return { from: `${on}-01-01`, to: `${on}-12-31` }
  const last = new Date(Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5)), 0)).getUTCDate()
  return { from: `${on}-01`, to: `${on}-${last}` }
}

/** A told date of a document; everything that the test does not care about is filled in. */
export const toldDate = (what: ToldDate['what'], on: string | null, document: string, year: number | null = null): ToldDate => ({
  document,
  what,
  on: on === null ? null : span(on),
  year,
  raw: on ?? '',
  evidence: evidence({ table: null, row: null, column: null, text: on ?? '' }),
})

/** A told event of a document, undated unless told otherwise. */
export const toldEvent = (
  kind: ToldEvent['kind'],
  text: string,
  { on, ...over }: Partial<Omit<ToldEvent, 'on'>> & { on?: string } = {},
): ToldEvent => ({
  document: 'acceptance_report',
  kind,
  aspect: kind === 'organisation_change' ? 'authority' : null,
  cue: text,
  on: on === undefined ? null : span(on),
  before: false,
  actor: null,
  amount: null,
  printedGrade: null,
  countedGrade: null,
  forceMajeure: false,
  evidence: evidence({ table: null, row: null, column: null, text }),
  ...over,
})

/** What a document says of one thing that the regulation wants said. */
export const statement = (what: string, document: string, text = what): Statement => ({
  ...{ document, what, text },
  evidence: evidence({ table: null, row: null, column: null, paragraph: 3, page: null, text }),
})
