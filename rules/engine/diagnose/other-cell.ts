import type { Fact } from '../../../schemas/fact.ts'
import type { Dossier } from '../../dossier.ts'
import { factKey, factsByDocument, factsByKey, groupFacts } from '../index-facts.ts'
import { fromSpan } from '../interval.ts'
import { subjectName } from '../know-subject.ts'
import { placeName } from '../place-name.ts'
import { showFact } from '../show-fact.ts'
import type { Against, Question, Test } from './candidate.ts'
import { chanceOf, printsIn } from './chance.ts'
import { coincide, findPrinted, type Printed, saysTheSame } from './printed.ts'

const same = (a: Fact, b: Fact): boolean =>
  a.interval !== null && b.interval !== null && coincide(fromSpan(a.interval), fromSpan(b.interval))

const says = (fact: Fact, { interval }: Against): boolean => fact.interval !== null && coincide(fromSpan(fact.interval), interval)

const takenFrom = (fact: Fact, against: Against): boolean => (against.fact ? saysTheSame(fact, against.fact) : says(fact, against))

const NEARBY = [-1, 1, -2, 2, -3, 3]

const ofYear = (fact: Fact, away: number, dossier: Dossier): readonly Fact[] =>
  factsByKey(dossier).get(factKey(fact.subject, (fact.year ?? 0) + away, fact.kind)) ?? []

/** The nearest year (up to three away) whose value is this one. A value that several years share is the series, not a slip. */
function findYear(fact: Fact, against: Against, dossier: Dossier): Fact | undefined {
  const matches = NEARBY.flatMap((away) => ofYear(fact, away, dossier).find((one) => same(one, fact) && !says(one, against)) ?? [])
  return matches.length > 1 ? undefined : matches[0]
}

const printsOf = (print: Printed, { interval }: Fact): number => (interval ? printsIn(print, fromSpan(interval)) : 0)

/** The number stands in the same series under another year. */
export const wrongYear: Test = ({ fact, print, what, against, dossier }) => {
  if (fact?.year == null || (against.fact && against.fact.year !== fact.year)) return undefined
  const match = findYear(fact, against, dossier)
  if (!match) return undefined
  const years = NEARBY.flatMap((away) => ofYear(fact, away, dossier)[0] ?? [])
  return {
    cause: 'wrong_year',
    chance: chanceOf(
      years.reduce((sum, one) => sum + printsOf(print, one), 0),
      print,
    ),
    explanation: `${what}与${match.year}年的数值（${placeName(match, dossier)}，${showFact(match)}）相同，可能误填了${match.year}年的数据。`,
    suggestion: `核对${placeName(fact, dossier)}是否应为${against.fact ? showFact(against.fact) : against.what}。`,
  }
}

const bySubjectOfYear = new WeakMap<object, Map<string, Fact[]>>()

/** What one document states for one year, all subjects. */
function besides(fact: Fact, dossier: Dossier): readonly Fact[] {
  const own = factsByDocument(dossier).get(fact.document)
  if (!own) return []
  const years = bySubjectOfYear.get(own) ?? groupFacts([...own.values()].flat(), (one) => `${one.year}|${one.kind}`)
  bySubjectOfYear.set(own, years)
  return years.get(`${fact.year}|${fact.kind}`) ?? []
}

/** The cells that a swap could have exchanged this one with: another row of the same unit, another year of the same row. */
function* cellsBeside(fact: Fact, dossier: Dossier): Generator<Fact> {
  for (const row of besides(fact, dossier)) if (row.subject !== fact.subject && row.canonical?.unit === fact.canonical?.unit) yield row
  for (const away of NEARBY) for (const column of ofYear(fact, away, dossier)) if (column.document === fact.document) yield column
}

const nameOf = (fact: Fact, other: Fact, dossier: Dossier): string =>
  fact.subject === other.subject ? `${fact.year}年数值` : subjectName(fact.subject, dossier.standard)

/** Another cell of the same document has our number, while we have the number that others give for it. */
export const swapped: Test = ({ fact, print, against, dossier }: Question) => {
  if (fact === null) return undefined
  let rows = 0
  for (const taken of cellsBeside(fact, dossier)) {
    rows += 1
    if (!takenFrom(taken, against) || saysTheSame(taken, fact)) continue
    const elsewhere = (factsByKey(dossier).get(factKey(taken.subject, taken.year, taken.kind)) ?? []).find(
      (one) => saysTheSame(one, fact) && !saysTheSame(one, taken),
    )
    const other = findPrinted(taken)
    if (!elsewhere || !other) continue
    const [name, otherName] = [nameOf(fact, taken, dossier), nameOf(taken, fact, dossier)]
    const kind = fact.subject === taken.subject ? '两年数值填反' : '两行填反'
    return {
      cause: 'swapped_rows',
      chance: chanceOf(rows * printsOf(print, elsewhere), print) * chanceOf(printsIn(other, against.interval), other),
      explanation: `${placeName(fact, dossier)}的${name}（${showFact(fact)}）恰为别处的${otherName}，而该处的${otherName}（${showFact(taken)}）恰为别处的${name}，可能${kind}。`,
      suggestion: `核对${placeName(fact, dossier)}的${name}与${otherName}是否对调。`,
    }
  }
  return undefined
}
