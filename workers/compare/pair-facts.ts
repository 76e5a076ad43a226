import { Decimal } from 'decimal.js'
import type { Fact } from '../../schemas/fact.ts'
import type { Report } from '../../schemas/report.ts'
import { identifyDocuments } from './identify-documents.ts'

/** The facts of a report by what they state: about what, in which document, in which prices. The same statement has the same key in both. */
export function groupByStatement(report: Report, other: Report): Map<string, Fact[]> {
  const documents = identifyDocuments(report, other)
  const groups = new Map<string, Fact[]>()
  for (const fact of report.facts) {
    const key = [documents.get(fact.document), fact.subject, fact.year, fact.kind, fact.priceBasis].join('|')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [fact])
    else group.push(fact)
  }
  return groups
}

/** A finer print of the same value is no change. */
export function saysTheSame(a: Fact, b: Fact): boolean {
  if (a.interval === null || b.interval === null) return a.text === b.text
  return new Decimal(a.interval.low).lte(b.interval.high) && new Decimal(b.interval.low).lte(a.interval.high)
}

const standsAs = (a: Fact, b: Fact): boolean =>
  a.statedIn === b.statedIn &&
  (['page', 'table', 'row', 'column', 'sheet', 'cell', 'paragraph'] as const).every((part) => a.evidence[part] === b.evidence[part])

/** The closest first: where nothing moved and nothing changed, where it stood, what says the same, and what states it at all. */
const likenesses = [(a: Fact, b: Fact) => standsAs(a, b) && saysTheSame(a, b), standsAs, saysTheSame, () => true]

/** Where each statement of the old report stands in the new one; what is stated in one of them only is in no pair. */
export function pairFacts(old: Report, current: Report): Map<Fact, Fact> {
  const after = groupByStatement(current, old)
  const pairs = new Map<Fact, Fact>()
  for (const [key, before] of groupByStatement(old, current)) {
    const left = new Set(after.get(key))
    for (const alike of likenesses)
      for (const fact of before) {
        const match = pairs.has(fact) ? undefined : [...left].find((one) => alike(fact, one))
        if (match === undefined) continue
        pairs.set(fact, match)
        left.delete(match)
      }
  }
  return pairs
}
