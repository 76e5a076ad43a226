import type { Fact } from '../../../schemas/fact.ts'
import type { Dossier } from '../../dossier.ts'
import { factKey, factsByDocument, factsByKey, groupFacts } from '../index-facts.ts'
import { fromSpan } from '../interval.ts'
import { subjectName } from '../know-subject.ts'
import { placeName } from '../place-name.ts'
import { showFact } from '../show-fact.ts'
import type { Odds, Test } from './cause.ts'
import { coincide, findPrinted, significant } from './printed.ts'

const same = (a: Fact, b: Fact): boolean =>
  a.interval !== null && b.interval !== null && coincide(fromSpan(a.interval), fromSpan(b.interval))

/** Enough digits that two equal numbers are no accident. */
const telling = (fact: Fact, digits: number): boolean => significant(findPrinted(fact)?.digits ?? '').length >= digits

/** The nearest year (up to three away) whose value is this one. A value that several years share is the series, not a slip. */
function findYear(fact: Fact, other: Fact, dossier: Dossier): Fact | undefined {
  const matches = [-1, 1, -2, 2, -3, 3].flatMap((away) => {
    const neighbours = factsByKey(dossier).get(factKey(fact.subject, (fact.year ?? 0) + away, fact.kind)) ?? []
    return neighbours.find((one) => same(one, fact) && telling(one, 3) && !same(one, other)) ?? []
  })
  return matches.length > 1 ? undefined : matches[0]
}

/** The number stands in the same series under another year. */
export const wrongYear: Test<Odds> = ({ wrong, right, sure, dossier }) => {
  if (wrong.year === null || wrong.year !== right.year || !telling(wrong, 3)) return undefined
  const turns = [[wrong, right] as const, ...(sure ? [] : [[right, wrong] as const])]
  for (const [fact, other] of turns) {
    const match = findYear(fact, other, dossier)
    if (match)
      return {
        cause: 'wrong_year',
        explanation: `${placeName(fact, dossier)}的${showFact(fact)}与${match.year}年的数值（${placeName(match, dossier)}，${showFact(match)}）相同，可能误填了${match.year}年的数据。`,
        suggestion: `核对${placeName(fact, dossier)}是否应为${showFact(other)}。`,
      }
  }
  return undefined
}

const bySubjectOfYear = new WeakMap<object, Map<string, Fact[]>>()

/** What one document states for one year, all subjects. */
function ofYear(fact: Fact, dossier: Dossier): readonly Fact[] {
  const own = factsByDocument(dossier).get(fact.document)
  if (!own) return []
  const years = bySubjectOfYear.get(own) ?? groupFacts([...own.values()].flat(), (one) => `${one.year}|${one.kind}`)
  bySubjectOfYear.set(own, years)
  return years.get(`${fact.year}|${fact.kind}`) ?? []
}

/** Another subject of the same document has our number, while we have the number that others give for it. */
export const swappedRows: Test<Odds> = ({ wrong, right, dossier }) => {
  if (!telling(wrong, 2) || !telling(right, 2)) return undefined
  for (const [fact, other] of [
    [wrong, right],
    [right, wrong],
  ] as const)
    for (const taken of ofYear(fact, dossier)) {
      if (taken.subject === fact.subject || taken.canonical?.unit !== fact.canonical?.unit || !same(taken, other) || same(taken, fact))
        continue
      const elsewhere = (factsByKey(dossier).get(factKey(taken.subject, taken.year, taken.kind)) ?? []).find(
        (one) => same(one, fact) && !same(one, taken),
      )
      if (!elsewhere) continue
      const name = (one: Fact) => subjectName(one.subject, dossier.standard)
      return {
        cause: 'swapped_rows',
        explanation: `${placeName(fact, dossier)}的${name(fact)}（${showFact(fact)}）恰为别处的${name(taken)}，而该处的${name(taken)}（${showFact(taken)}）恰为别处的${name(fact)}，可能两行填反。`,
        suggestion: `核对${placeName(fact, dossier)}的${name(fact)}与${name(taken)}两行是否对调。`,
      }
    }
  return undefined
}
