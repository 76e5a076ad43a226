import { findUnit } from '../../../../rules/engine/units.ts'
import type { Cell } from '../../../../schemas/document.ts'
import type { Citation, Fact } from '../../../../schemas/fact.ts'
import type { Evidence } from '../../../../schemas/place.ts'
import { makeFact, makeQualitativeFact, measures, type Print } from '../make-fact.ts'
import { readNumberCell } from '../numbers.ts'
import { findQualitative, type Subject } from '../vocabulary.ts'
import type { TableContext } from './context.ts'
import type { Head } from './head.ts'
import type { RowLabel } from './row.ts'
import words from './words.json' with { type: 'json' }

/** One cell with all that its row, column and table say of it. */
export type Bound = {
  readonly cell: Cell
  readonly print: string
  readonly head: Head
  readonly label: RowLabel
  readonly rowUnit: string
  readonly columnUnit: string | null
  readonly source: Citation | null
  readonly sourceExpected: boolean
  readonly evidence: Evidence
  readonly context: TableContext
}

/** Roles of a column under which a number is a value of the park. */
const valued: ReadonlySet<Head['role']> = new Set(['value', 'target', 'standard'])

/** The fact that a cell states, or none: a cell states one only where subject, kind, unit and (but for thresholds) year are known. */
export function bindCell(bound: Bound): Fact[] {
  const { head, label, context } = bound
  const across = label.subject === undefined && typeof head.label.subject === 'string'
  const id = across ? head.label.subject : (label.subject ?? context.vocabulary.inContext(label.label.name, head.text))
  const subject = id ? context.vocabulary.subjects.get(id) : undefined
  if (!subject || !label.ofPark) return []
  if (across ? !saysWhen(label) : !valued.has(head.role) && !isLoneValue(bound)) return []
  const kind = kindOf(bound, across)
  const year = kind === 'standard' ? null : yearOf(bound, across, kind)
  if (kind !== 'standard' && year === null && subject.id !== 'park_area') return []
  const shared = {
    subject,
    year,
    kind: laterThanBase(context, year) && kind === 'actual' ? 'target' : kind,
    statedIn: 'table',
    evidence: bound.evidence,
    recognition: bound.cell.recognition,
  } as const
  const source = shared.kind === 'actual' ? { source: bound.source, sourceExpected: bound.sourceExpected } : {}
  const basis = bound.label.label.priceBasis ?? bound.head.label.priceBasis ?? context.priceBasis
  return stated(bound, subject, { ...shared, ...source, priceBasis: basis, priceBasisFrom: basis ? 'label' : null })
}

/** In a turned table a row's own name must say when or what kind: a year, 目标值, 合计 — not a firm's name. */
const saysWhen = ({ head, label }: RowLabel): boolean =>
  head.year !== null || label.year !== null || head.kind !== null || new RegExp(words.labelsOfOwnPark).test(label.text)

/** A table of names and numbers with no headings: the one unheaded number beside a name is its value. */
const isLoneValue = ({ head }: Bound): boolean => head.role === 'unknown' && head.text === ''

function kindOf({ head, label }: Bound, across: boolean): Fact['kind'] {
  const own = across ? label.head : head
  const other = across ? head : label.head
  return own.kind ?? other.kind ?? 'actual'
}

function yearOf({ head, label, context }: Bound, across: boolean, kind: Fact['kind']): number | null {
  const { identity } = context
  const printed = across ? (label.head.year ?? label.label.year ?? head.year) : (head.year ?? label.label.year)
  if (printed !== null) return printed
  if (kind === 'target') return identity.finalYear ?? context.year
  if (context.year !== null) return context.year
  if (identity.role === 'plan' || identity.role === 'support_report') return identity.baseYear
  return identity.year ?? (identity.role === 'acceptance_report' || identity.role === 'application' ? identity.finalYear : null)
}

/** A plan cannot tell what was reached after the year it starts from: later years in it are goals. */
const laterThanBase = ({ identity }: TableContext, year: number | null): boolean =>
  identity.role === 'plan' && identity.baseYear !== null && year !== null && year > identity.baseYear

function stated(bound: Bound, subject: Subject, print: Omit<Print, 'raw' | 'confidence'>): Fact[] {
  const { cell, context } = bound
  if (subject.qualitative) {
    const text = findQualitative(bound.print)
    return text === undefined ? [] : [makeQualitativeFact(context.owner, { ...print, raw: bound.print, confidence: cell.confidence }, text)]
  }
  const number = readNumberCell(bound.print.replace(/[(（][^()（）\d]*[)）]/g, ''))
  if (!number || number.range) return []
  const { unit, sure } = unitOf(bound, subject, number.unit)
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

/** The unit nearest to the number: in the cell, the row's unit, the name's, the heading's, the caption's; an indicator's own at last. */
function unitOf(
  { rowUnit, columnUnit, label, head, context }: Bound,
  subject: Subject,
  own: string | null,
): { unit: string | null; sure: boolean } {
  if (own !== null) return { unit: own, sure: true }
  for (const unit of [rowUnit || null, columnUnit, label.label.unit, head.label.unit]) {
    if (unit === null || (findUnit(unit) === undefined && subject.indicator)) continue
    return { unit, sure: true }
  }
  const fromCaption = context.units.find((unit) => measures(subject, unit))
  if (fromCaption) return { unit: fromCaption, sure: true }
  return { unit: subject.indicator ? subject.unit : null, sure: false }
}
