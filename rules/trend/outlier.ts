import type { Fact } from '../../schemas/fact.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { isSure } from '../engine/agree-facts.ts'
import { Decimal } from '../engine/decimal.ts'
import { groupFacts } from '../engine/index-facts.ts'
import { subjectName, subjectsOf } from '../engine/know-subject.ts'
import { placeName } from '../engine/place-name.ts'
import { findPriceBasis } from '../engine/price-basis.ts'
import { showFact } from '../engine/show-fact.ts'

/** A series needs this many years before one of them can stand out. */
const FEWEST_YEARS = 3
/** The odd year differs from its neighbours by more than this factor … */
const JUMP = 5
/** … while all the other years stay within this one of each other. */
const CALM = 2

/** The years of one subject in one document, in order, and the place of the one that stands out. */
type Series = Target & { odd: number | undefined }

/** Levels can jump; a rate of change, an elasticity or a handful of things may well. */
const steady = (dossier: Dossier) =>
  new Set(
    [...subjectsOf(dossier.standard).values()]
      .filter(
        ({ indicator, counted, unit }) => !counted && unit !== '1' && unit !== 'qualitative' && !/cagr/.test(indicator?.formula ?? ''),
      )
      .map(({ id }) => id),
  )

function* given(dossier: Dossier): Generator<Series> {
  const levels = steady(dossier)
  const usable = dossier.facts.filter(
    (fact) =>
      fact.kind === 'actual' &&
      fact.year !== null &&
      fact.canonical !== null &&
      levels.has(fact.subject) &&
      findPriceBasis(fact.priceBasis)?.kind !== 'current',
  )
  for (const facts of groupFacts(usable, (fact) => `${fact.document}|${fact.subject}`).values()) {
    const yearly = [...new Map(facts.map((fact) => [fact.year, fact])).values()].sort((a, b) => (a.year ?? 0) - (b.year ?? 0))
    const [first] = yearly
    if (!first || yearly.length < FEWEST_YEARS) continue
    const odd = yearly.some((fact) => value(fact).lte(0)) ? undefined : findOutlier(yearly)
    yield { subject: first.subject, year: odd === undefined ? null : (yearly[odd]?.year ?? null), facts: yearly, odd }
  }
}

const value = (fact: Fact | undefined) => new Decimal(fact?.canonical?.value ?? 0)
/** How many times the larger of two values is the smaller. */
const ratio = (a: Decimal, b: Decimal) => Decimal.max(a, b).div(Decimal.min(a, b))

function findOutlier(facts: readonly Fact[]): number | undefined {
  for (const index of facts.keys()) {
    // Of three years only the middle one stands out: either end may be where things really changed.
    if (facts.length === FEWEST_YEARS && index !== 1) continue
    const rest = facts.filter((_, other) => other !== index).map(value)
    if (ratio(Decimal.max(...rest), Decimal.min(...rest)).gt(CALM)) continue
    if (
      [facts[index - 1], facts[index + 1]].every(
        (neighbour) => neighbour === undefined || ratio(value(neighbour), value(facts[index])).gt(JUMP),
      )
    )
      return index
  }
  return undefined
}

function check({ facts, odd: index }: Series, dossier: Dossier): Outcome {
  if (facts.some((fact) => value(fact).lte(0))) return skipped('系列中有零或负值，不以倍数判断')
  const fact = index === undefined ? undefined : facts[index]
  if (index === undefined || fact === undefined) return passed
  if (!isSure(fact)) return skipped('可疑值为约数或识别可信度低')
  const near = facts[index - 1] ?? facts[index + 1]
  const name = subjectName(fact.subject, dossier.standard)
  return failed({
    message: `${placeName(fact, dossier)}的${name}${fact.year}年为${showFact(fact)}，${near?.year}年为${near ? showFact(near) : ''}，相差${ratio(value(near), value(fact)).toSignificantDigits(3).toFixed()}倍，而其余各年变化平缓，请核实。`,
    actual: showFact(fact),
    expected: near ? `与${near.year}年的${showFact(near)}相近` : '',
    suspect: fact,
  })
}

export default defineRule({
  id: 'trend/outlier',
  severity: 'warning',
  article: '17(5)',
  summary: 'No year of a series jumps away from all the others.',
  title: '数据系列中是否有明显跳变的年份',
  given,
  check,
})
