import { Decimal } from '../../../../rules/engine/decimal.ts'
import { intervalOf, toSpan } from '../../../../rules/engine/interval.ts'
import { findUnit } from '../../../../rules/engine/units.ts'
import type { Fact, Span } from '../../../../schemas/fact.ts'
import type { Calculation, Growth } from '../../../../schemas/reading.ts'
import { makeFact, makeQualitativeFact, type Owner, unitFactor } from '../make-fact.ts'
import type { NumberMention } from '../numbers.ts'
import type { Calculus } from './calculation.ts'
import type { Passage } from './passages.ts'
import { evidenceOf, printOf, recognitionOf } from './place.ts'
import type { Change, Quality, Statement } from './sentence/state.ts'

/** A sentence and where it stands in its passage. */
export type Spot = { readonly passage: Passage; readonly start: number; readonly end: number; readonly text: string }

const sign = /[≥≤><≧≦⩾⩽]$/

function placeOf({ passage, start, end, text }: Spot, number: NumberMention) {
  const operator = sign.exec(text.slice(0, number.start)) ? 1 : 0
  const value = { start: start + number.start - operator, end: start + number.end }
  const evidence = evidenceOf(passage, value, { start: start + number.digitsStart, end: start + number.digitsEnd }, { start, end })
  return { raw: printOf(passage, value), evidence, recognition: recognitionOf(passage, value) }
}

/** The fact of one statement; undefined where its unit cannot measure its subject. */
export function factOf(owner: Owner, spot: Spot, statement: Statement, statedIn: Fact['statedIn'] = 'prose'): Fact | undefined {
  const { subject, year, kind, number, unit, basis, confidence } = statement
  return makeFact(owner, { subject, year, kind, statedIn, confidence, priceBasis: basis, ...placeOf(spot, number) }, number, unit)
}

/** The fact of a word of verdict. */
export function qualityFact(owner: Owner, spot: Spot, { subject, year, kind, text, confidence, start, end }: Quality): Fact {
  const value = { start: spot.start + start, end: spot.start + end }
  const evidence = evidenceOf(spot.passage, value, value, spot)
  return makeQualitativeFact(
    owner,
    {
      subject,
      year,
      kind,
      statedIn: 'prose',
      confidence,
      raw: printOf(spot.passage, value),
      evidence,
      recognition: recognitionOf(spot.passage, value),
    },
    text,
  )
}

/** The growth record of one change, with the levels that the same sentence prints for its two years. */
export function growthOf({ document }: Owner, spot: Spot, change: Change, facts: readonly Fact[]): Growth {
  const { subject, year, fromYear, measure, value, approximate, basis } = change
  const level = (of: number): Span | null => {
    const stated = facts.filter((fact) => fact.subject === subject.id && fact.year === of && fact.kind === 'actual')
    return stated.length === 1 ? (stated[0]?.interval ?? null) : null
  }
  const place = { start: spot.start + change.start, end: spot.start + change.end }
  return {
    ...{ document, subject: subject.id, year, fromYear, measure, value, approximate },
    interval: toSpan(intervalOf(value)),
    raw: printOf(spot.passage, place),
    level: level(year),
    fromLevel: level(fromYear),
    priceBasis: subject.money ? basis : null,
    evidence: evidenceOf(spot.passage, place, place, spot),
  }
}

/** The record of a printed calculation. */
export function calculationOf({ document }: Owner, spot: Spot, calculus: Calculus, year: number | null): Calculation {
  const { subject, expression, inputs, result, unit } = calculus
  const factor = unitFactor(subject, unit) ?? new Decimal(1)
  const at = (number: NumberMention) => printOf(spot.passage, { start: spot.start + number.start, end: spot.start + number.end })
  return {
    ...{ document, subject: subject.id, year },
    expression: printOf(spot.passage, { start: spot.start + expression.start, end: spot.start + expression.end }),
    inputs: inputs.map((number) => ({ raw: at(number), value: number.value, unit: number.unit })),
    result: {
      raw: at(result),
      value: result.value,
      unit: unit !== null && findUnit(unit) ? unit : null,
      interval: toSpan(intervalOf(result.value, factor)),
    },
    evidence: placeOf(spot, result).evidence,
  }
}
