import { findUnit } from '../../../../rules/engine/units.ts'
import type { Cell } from '../../../../schemas/document.ts'
import type { Citation, Fact } from '../../../../schemas/fact.ts'
import type { Evidence } from '../../../../schemas/place.ts'
import { makeFact, makeQualitativeFact, measures, type Print } from '../make-fact.ts'
import { readNumberCell } from '../numbers.ts'
import { findPriceBasis } from '../price-basis.ts'
import prose from '../prose/words.json' with { type: 'json' }
import { findQualitative, type Subject } from '../vocabulary.ts'
import type { TableContext } from './context.ts'
import { isNotEmitted } from './emission.ts'
import type { Head } from './head.ts'
import { headSubject } from './head-subject.ts'
import { amongKin } from './kin.ts'
import type { KnownRows } from './known-rows.ts'
import type { RowLabel } from './row.ts'
import { yearBehind } from './segments.ts'
import { tableUnitOf } from './table-units.ts'
import words from './words.json' with { type: 'json' }

/** One cell with all that its row, column and table say of it. */
export type Bound = {
  readonly cell: Cell
  /** True for the cell right beside the name, in a table without headings a form's answer. */
  readonly beside: boolean
  readonly print: string
  readonly head: Head
  readonly label: RowLabel
  readonly rowUnit: string
  readonly columnUnit: string | null
  /** The unit that the heading of the names prints: 项目（家）. */
  readonly namesUnit: string | null
  readonly source: Citation | null
  readonly sourceExpected: boolean
  readonly evidence: Evidence
  readonly context: TableContext
  /** The headings of the row's other columns too. */
  readonly heads: readonly Head[]
  readonly known: KnownRows
}

/** Roles of a column under which a number is a value of the park. */
const valued: ReadonlySet<Head['role']> = new Set(['value', 'target', 'standard'])

/** What a cell is about, told by its row, or (`across`) by its column in a turned table. */
type About = { readonly subject: Subject; readonly across: boolean }

function aboutOf(bound: Bound): About | undefined {
  const { head, label, known, context } = bound
  const { vocabulary } = context
  const turned = label.subject === undefined && saysWhen(label, context)
  const headed = turned ? (headSubject(head, context) ?? amongKin(head.label.name, [head.text], known, context)) : null
  const across = typeof headed === 'string'
  const id = across ? headed : (label.subject ?? vocabulary.inContext(label.label.name, head.text))
  const subject = id ? vocabulary.subjects.get(id) : undefined
  return subject && { subject, across }
}

/** True where the cell's heading is one under which the park's own values stand. */
function isValue({ subject, across }: About, bound: Bound): boolean {
  if (isOneYearsCount(subject, bound) || isNotEmitted(subject, across ? bound.head.label : bound.label.label, bound)) return false
  return across || valued.has(bound.head.role) || isLoneValue(bound) || isCounted(subject, bound)
}

/** The fact that a cell states, or none: a cell states one only where subject, kind, unit and (but for thresholds) year are known. */
export function bindCell(bound: Bound): Fact[] {
  const { label, context } = bound
  const about = aboutOf(bound)
  if (!about || !label.ofPark || !isValue(about, bound)) return []
  const { subject, across } = about
  const kind = kindOf(bound, across)
  const year = kind === 'standard' ? null : (yearInBrackets(bound) ?? yearOf(bound, across, kind))
  if (kind !== 'standard' && year === null && subject.id !== 'park_area') return []
  const shared = {
    subject,
    year,
    kind: isYetToCome(context, year) && kind === 'actual' ? 'target' : kind,
    statedIn: 'table',
    evidence: bound.evidence,
    recognition: bound.cell.recognition,
  } as const
  const source = shared.kind === 'actual' ? { source: bound.source, sourceExpected: bound.sourceExpected } : {}
  const basis = bound.label.label.priceBasis ?? bound.head.label.priceBasis ?? context.priceBasis
  return stated(bound, subject, { ...shared, ...source, priceBasis: basis, priceBasisFrom: basis ? 'label' : null })
}

/** In a turned table a row's own name must say when, what kind, or that it is the park's: a year, 目标值, 合计 — not a firm's name. */
const saysWhen = ({ head, label }: RowLabel, { identity }: TableContext): boolean =>
  head.year !== null ||
  label.year !== null ||
  head.kind !== null ||
  new RegExp(words.labelsOfOwnPark).test(label.text) ||
  label.text === identity.park

/** A table of names and numbers with no headings, or with 项目 and 内容 alone: the number beside a name is its value. */
const isLoneValue = ({ head, beside }: Bound): boolean =>
  head.role === 'unknown' && head.text === '' ? true : beside && head.year === null && (head.role === 'label' || head.form)

const since = /累计|以来/
const countedSincePlan = new Set(prose.countedSincePlan.subjects)

/** 规划期累计: the value of what is counted since the plan began. */
const isCounted = ({ id }: Subject, { head }: Bound): boolean => countedSincePlan.has(id) && since.test(head.text)

/** 本年 beside a column 累计: what one year added is not what has been counted since the plan began. */
const isOneYearsCount = ({ id }: Subject, { head, heads, label }: Bound): boolean =>
  countedSincePlan.has(id) &&
  label.subject === id &&
  (head.kind ?? 'actual') === 'actual' &&
  !since.test(head.text) &&
  heads.some((one) => since.test(one.text))

function kindOf({ head, label }: Bound, across: boolean): Fact['kind'] {
  const own = across ? label.head : head
  const other = across ? head : label.head
  return own.kind ?? other.kind ?? 'actual'
}

function yearInBrackets({ print, head, label }: Bound): number | null {
  const [bracket, year] = yearBehind.exec(print) ?? []
  if (year === undefined || (head.year ?? label.label.year) !== null || findPriceBasis(bracket?.slice(1, 9) ?? '') !== undefined)
    return null
  return Number(year)
}

/** 年度目标 of an annual report is for its own year. */
const ofTheYear = new RegExp(words.goalsOfTheYear)

const ofThePlansEnd = new RegExp(words.goalsOfThePlansEnd)

const goalYear = ({ text }: Head, { identity, year }: TableContext): number | null => {
  if (ofTheYear.test(text) && identity.year !== null) return identity.year
  return identity.finalYear ?? (ofThePlansEnd.test(text) ? null : year)
}

function yearOf({ head, label, context }: Bound, across: boolean, kind: Fact['kind']): number | null {
  const { identity } = context
  const printed = across ? (label.head.year ?? label.label.year ?? head.year) : (head.year ?? label.label.year ?? label.year)
  if (printed !== null) return printed
  if (kind === 'target') return goalYear(head, context)
  const unknown = head.unknownYear ?? (across ? label.head.unknownYear : null)
  if (unknown !== null) return unknown === 'previous' && context.year !== null ? context.year - 1 : null
  if (context.year !== null) return context.year
  if (identity.role === 'plan' || identity.role === 'support_report') return identity.baseYear
  return identity.year ?? (identity.role === 'acceptance_report' || identity.role === 'application' ? identity.finalYear : null)
}

/** A plan cannot tell what was reached after the year it starts from, nor an annual report after its own: later years are goals. */
function isYetToCome({ identity: { role, baseYear, year: own } }: TableContext, year: number | null): boolean {
  const last = role === 'plan' ? baseYear : role === 'annual_report' ? own : null
  return last !== null && year !== null && year > last
}

function stated(bound: Bound, subject: Subject, print: Omit<Print, 'raw' | 'confidence'>): Fact[] {
  const { cell, context } = bound
  if (subject.qualitative) {
    const text = findQualitative(bound.print)
    return text === undefined ? [] : [makeQualitativeFact(context.owner, { ...print, raw: bound.print, confidence: cell.confidence }, text)]
  }
  const number = readNumberCell(bound.print.replace(yearBehind, '').replace(/[(（][^()（）\d]*[)）]/g, ''))
  if (!number || number.range) return []
  const { unit: printed, sure } = unitOf(bound, subject, number.unit)
  const unit = perUnit(bound, subject, printed)
  const guessed = (bound.label.label.loose || bound.head.label.loose) && !(sure && unit !== null) && bound.label.number !== subject.no
  if (guessed) return []
  const fact = makeFact(
    context.owner,
    { ...print, raw: bound.print, confidence: sure ? cell.confidence : Math.min(cell.confidence, 0.95) },
    number,
    unit,
  )
  return fact ? [fact] : []
}

/** 万元工业增加值能耗（吨标准煤）: the name says per what. */
function perUnit({ label, head }: Bound, subject: Subject, unit: string | null): string | null {
  if (unit === null || measures(subject, unit) || (!/^每?万元/.test(label.label.name) && !/^每?万元/.test(head.label.name))) return unit
  return measures(subject, `${unit}/万元`) ? `${unit}/万元` : unit
}

/** The unit nearest to the number: in the cell, the row's unit, the name's, the heading's, the caption's; an indicator's own at last. */
function unitOf(
  { rowUnit, columnUnit, namesUnit, label, head, context }: Bound,
  subject: Subject,
  own: string | null,
): { unit: string | null; sure: boolean } {
  if (own !== null) return { unit: own, sure: true }
  for (const unit of [rowUnit || null, columnUnit, label.label.unit, head.label.unit, namesUnit]) {
    if (unit === null || (findUnit(unit) === undefined && subject.indicator)) continue
    return { unit, sure: true }
  }
  const fromCaption = tableUnitOf(context.units, subject, `${label.label.name}${head.label.name}`)
  if (fromCaption) return { unit: fromCaption, sure: true }
  return { unit: subject.indicator ? subject.unit : null, sure: false }
}
