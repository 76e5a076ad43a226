import { Decimal } from 'decimal.js'
import type { Fact } from '../../schemas/fact.ts'
import type { Report } from '../../schemas/report.ts'
import { groupBy } from './group-by.ts'
import { identifyDocuments } from './identify-documents.ts'

/** The facts of a report by what they state: about what, in which document, in which prices. The same statement has the same key in both. */
export function groupByStatement(report: Report, other: Report): Map<string, Fact[]> {
  const documents = identifyDocuments(report, other)
  return groupBy(report.facts, ({ document, subject, year, kind, priceBasis }) =>
    [documents.get(document), subject, year, kind, priceBasis].join('|'),
  )
}

/**
 * Whether one of these facts says the same as another: their printed digits may stand for the same value, so a finer print is no change.
 * A document may repeat a statement thousands of times, so asking costs little however many there are.
 */
export function whoSays(facts: readonly Fact[]): (fact: Fact) => boolean {
  const texts = new Set(facts.flatMap(({ interval, text }) => (interval === null ? [text] : [])))
  const spans = facts.flatMap(({ interval }) =>
    interval === null ? [] : [{ low: new Decimal(interval.low), high: new Decimal(interval.high) }],
  )
  spans.sort((one, other) => one.low.cmp(other.low))
  // The highest end of all that begin no later.
  const ends: Decimal[] = []
  for (const { high } of spans) ends.push(Decimal.max(high, ends.at(-1) ?? high))
  return ({ interval, text }) => {
    if (interval === null) return texts.has(text)
    let [low, high] = [0, spans.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (spans[middle]?.low.lte(interval.high)) low = middle + 1
      else high = middle
    }
    return ends[low - 1]?.gte(interval.low) ?? false
  }
}

const placeOf = ({ statedIn, evidence: { page, table, row, column, sheet, cell, paragraph } }: Fact): string =>
  JSON.stringify([statedIn, page, table, row, column, sheet, cell, paragraph])
const sayingOf = ({ interval, text }: Fact): string => JSON.stringify([interval, text])

/** The closest first: where it stood and as it was, where it stood, as it was, and what states it at all. */
const likenesses: readonly ((fact: Fact) => string)[] = [(fact) => placeOf(fact) + sayingOf(fact), placeOf, sayingOf, () => '']

/** Where each statement of the old report stands in the new one; what is stated in one of them only is in no pair. */
export function pairFacts(old: Report, current: Report): Map<Fact, Fact> {
  const after = groupByStatement(current, old)
  const pairs = new Map<Fact, Fact>()
  for (const [key, before] of groupByStatement(old, current)) {
    const taken = new Set<Fact>()
    for (const likeness of likenesses) {
      const waiting = groupBy((after.get(key) ?? []).filter((one) => !taken.has(one)).reverse(), likeness)
      for (const fact of before) {
        const match = pairs.has(fact) ? undefined : waiting.get(likeness(fact))?.pop()
        if (match === undefined) continue
        pairs.set(fact, match)
        taken.add(match)
      }
    }
  }
  return pairs
}
