import { findDays, type PrintedDays } from '../../../../rules/engine/date-days.ts'
import { normalise } from '../../../../rules/engine/normalise.ts'
import type { ParsedDocument, TextBlock } from '../../../../schemas/document.ts'
import type { Identity } from '../../../../schemas/reading.ts'
import type { Days, ToldDate } from '../../../../schemas/told.ts'
import { findApproval } from '../../classify/approval.ts'
import { spell } from '../../classify/spelling.ts'
import { evidenceOfBlock } from '../evidence.ts'
import words from './dates.json' with { type: 'json' }

type What = ToldDate['what']
export type DateMention = Omit<ToldDate, 'document' | 'evidence'> & { readonly start: number; readonly end: number }

const told = words.told.map(({ what, text, ...rest }) => ({ what: what as What, text: new RegExp(text, 'g'), after: 'after' in rest }))
const unless = new RegExp(words.unless)
const signature = new RegExp(words.signature)
const mayTell = new RegExp(words.mayTell)

/** A limit is no date of what was done: 6月30日前报送. */
const isLimit = (text: string, { end }: PrintedDays) => /^(?:底|末)?(?:之?前|以前)/.test(text.slice(end))

function dateFor(text: string, days: readonly PrintedDays[], start: number, end: number, after: boolean): PrintedDays | undefined {
  if (after) return days.find((one) => one.start >= end && one.start <= end + 2)
  return days.filter((one) => one.end <= end).at(-1) ?? days.find((one) => one.start >= start && text.slice(end, one.start).length <= 6)
}

/** The year of the annual report that the sentence speaks of, or of the annual report that speaks. */
function reportYear(text: string, start: number, identity: Identity): number | null {
  const own = /(20\d{2})年?度/.exec(text.slice(Math.max(0, start - 12)))?.[1]
  if (own !== undefined) return Number(own)
  return identity.role === 'annual_report' ? identity.year : null
}

/** What is not yet, or never, done has no date. */
const isDenied = (text: string, start: number, print: string) =>
  /(?:未|没有|无需|不再|尚未)[^,;]{0,6}$/.test(text.slice(0, start)) || /未|没有/.test(print)

const isWholeYear = ({ days }: PrintedDays, year: number | null) => days.from === `${year}-01-01` && days.to === `${year}-12-31`

/** The dates of a normalised sentence that limits of the regulation hang on. */
export function readDates(text: string, identity: Identity): DateMention[] {
  if (!mayTell.test(text)) return []
  const days = findDays(text, identity.role === 'annual_report' ? identity.year : null).filter((one) => !isLimit(text, one))
  const approved = approvalIn(text, days)
  if (unless.test(text)) return approved
  return [
    ...approved,
    ...told.flatMap((one) => [...text.matchAll(one.text)].flatMap((match) => mentionOf(one, match, { text, days, identity }))),
  ]
}

type Reading = { readonly text: string; readonly days: readonly PrintedDays[]; readonly identity: Identity }

function mentionOf({ what, after }: (typeof told)[number], match: RegExpMatchArray, { text, days, identity }: Reading): DateMention[] {
  const start = match.index ?? 0
  const end = start + match[0].length
  if (isDenied(text, start, match[0])) return []
  const on = dateFor(text, days, start, end, after)
  const report = what === 'annual_report_submitted'
  const year = report ? reportYear(text, start, identity) : null
  // The year that an annual report is of is no date of its sending.
  if (report && (year === null || on === undefined || isWholeYear(on, year))) return []
  return [{ what, on: on?.days ?? null, year, raw: match[0], start: Math.min(on?.start ?? start, start), end }]
}

/** The day of approval, as precise as the sentence prints it. */
function approvalIn(text: string, days: readonly PrintedDays[]): DateMention[] {
  const approved = findApproval(spell(text))
  const on = approved === null ? undefined : days.find((one) => one.days.from === approved)
  if (on === undefined) return []
  return [{ what: 'approved', on: on.days, year: null, raw: text.slice(on.start, on.end), start: on.start, end: on.end }]
}

/** The first lines of a document, where its date may stand alone. */
const COVER = 6

/** Who and no nearer than a quarter or half of a year: 某某管理委员会 2023年三季度. */
const isLoose = (who: string, days: Days, onCover: boolean): boolean =>
  ((onCover && who === '') || /(?:委员会|管委会|单位|机构|日期|时间|局|组|中心):?$/.test(who)) &&
  `${days.from.slice(5)} ${days.to.slice(5)}` !== '01-01 12-31'

/** The date of a cover or signature, as precise as it is printed, where the line holds nothing but who and when. */
export function findSigned(id: string, document: ParsedDocument, identity: Identity): ToldDate[] {
  const blocks = document.blocks.filter((block): block is TextBlock => block.kind !== 'table' && block.text.length <= 80)
  for (const [at, block] of [...blocks.slice(0, 24), ...blocks.slice(-8)].entries()) {
    for (const line of block.text.split(/\n/)) {
      const text = normalise(line).text
      const on = findDays(text).find(({ start, days }) =>
        identity.datedOn === null ? isLoose(text.slice(0, start), days, at < COVER) : days.from === identity.datedOn,
      )
      if (on === undefined || !signature.test(text.slice(0, on.start)) || !/^[)(盖章公签印]*$/.test(text.slice(on.end))) continue
      return [{ document: id, what: 'signed', on: on.days, year: identity.year, raw: line.trim(), evidence: evidenceOfBlock(block, text) }]
    }
  }
  return []
}
