import { Decimal } from '../../../rules/engine/decimal.ts'
import { type Interval, intervalOf } from '../../../rules/engine/interval.ts'
import { conversion, findUnit } from '../../../rules/engine/units.ts'
import type { Recognition } from '../../../schemas/document.ts'
import type { Role } from '../../../schemas/dossier.ts'
import type { Citation, Fact } from '../../../schemas/fact.ts'
import type { Evidence } from '../../../schemas/place.ts'
import type { NumberMention } from './numbers.ts'
import type { Subject } from './vocabulary.ts'

/** Whose fact it is: every fact of one document shares this. */
export type Owner = { readonly document: string; readonly role: Role }

/** What a reader knows of one printed value. `raw` is its print with the unit where that stands beside it. */
export type Print = {
  readonly subject: Subject
  readonly year: number | null
  readonly kind: Fact['kind']
  readonly raw: string
  readonly evidence: Evidence
  readonly statedIn: Fact['statedIn']
  readonly confidence: number
  readonly priceBasis?: string | null
  readonly priceBasisFrom?: Fact['priceBasisFrom']
  readonly source?: Citation | null
  readonly sourceExpected?: boolean
  readonly recognition?: Recognition | undefined
}

/** Digits that an exact division (亩 to km²) is cut to. */
const significant = 20
const plain = (value: Decimal): string => value.toSignificantDigits(significant).toFixed()

/** How many canonical units one printed unit is; undefined where the unit cannot measure the subject. */
export function unitFactor(subject: Subject, unit: string | null): Decimal | undefined {
  if (subject.qualitative) return undefined
  if (unit === null) return subject.unit === '1' ? new Decimal(1) : undefined
  return conversion(unit, subject.unit, { water: subject.water })
}

/** True if the unit can measure the subject. */
export const measures = (subject: Subject, unit: string | null): boolean => unitFactor(subject, unit) !== undefined

/** A numeric fact, or undefined where the unit cannot measure the subject: then the number is about something else. */
export function makeFact(
  owner: Owner,
  print: Print,
  number: Pick<NumberMention, 'value' | 'operator' | 'approximate'>,
  unit: string | null,
): Fact | undefined {
  const factor = unitFactor(print.subject, unit)
  if (!factor) return undefined
  const interval = printedInterval(number.value, factor, print.subject)
  return {
    ...common(owner, print),
    value: number.value,
    unit: unit === null || findUnit(unit)?.dimension === 'none' ? (print.subject.unit === '1' ? null : unit) : unit,
    canonical: { value: plain(new Decimal(number.value).times(factor)), unit: print.subject.unit },
    interval: { low: plain(interval.low), high: plain(interval.high) },
    operator: number.operator,
    approximate: number.approximate,
    text: null,
  }
}

/** A qualitative fact (达标, 具备, 全部完成), `text` in its normal form. */
export function makeQualitativeFact(owner: Owner, print: Print, text: string): Fact {
  return { ...common(owner, print), value: null, unit: null, canonical: null, interval: null, operator: null, approximate: false, text }
}

const counted = new Set(['家', '个', '件', '次/年', '人'])

/** A count printed as such (14个, 151524人) is exact; every other print stands for half a unit of its last digit either way. */
function printedInterval(value: string, factor: Decimal, subject: Subject): Interval {
  if (counted.has(subject.unit) && factor.eq(1) && !value.includes('.')) return { low: new Decimal(value), high: new Decimal(value) }
  return intervalOf(value, factor)
}

function common({ document, role }: Owner, print: Print) {
  return {
    id: '',
    document,
    role,
    subject: print.subject.id,
    year: print.year,
    kind: print.kind,
    raw: print.raw,
    priceBasis: print.subject.money ? (print.priceBasis ?? null) : null,
    priceBasisFrom: print.subject.money && print.priceBasis ? (print.priceBasisFrom ?? 'label') : null,
    source: print.source ?? null,
    sourceExpected: print.sourceExpected ?? false,
    statedIn: print.statedIn,
    evidence: print.evidence,
    confidence: Math.min(print.confidence, print.recognition?.confidence ?? 1),
    ...(print.recognition === undefined ? {} : { recognition: print.recognition }),
  }
}
