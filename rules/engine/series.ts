import type { Fact } from '../../schemas/fact.ts'
import { Decimal } from './decimal.ts'
import { fromSpan, type Interval, overlap } from './interval.ts'
import { findPriceBasis } from './price-basis.ts'

/** A fact taken as a number: what its digits stand for, in its canonical unit. */
export type Statement = { readonly fact: Fact; readonly interval: Interval }

/** Current prices, which say nothing about growth. */
export const isCurrentPrice = (basis: string | null): boolean => findPriceBasis(basis)?.kind === 'current'

/** What documents state about quantities: found by subject and year, one price basis at a time. */
export type Series = {
  /** The differing values stated for a subject in a year, the likeliest first; agreeing prints count as one, the finest speaks. */
  readonly stated: (subject: string, year: number, basis: string | null) => readonly Statement[]
  /** The price bases that the values of these subjects are stated in: constant prices, unstated, then current prices. */
  readonly bases: (subjects: readonly string[]) => readonly (string | null)[]
}

const width = ({ interval }: Statement) => interval.high.minus(interval.low)

const isStated = (fact: Fact) => fact.kind === 'actual' && !fact.approximate && fact.interval !== null && fact.year !== null

type Group = { readonly voice: Statement; size: number; inTable: boolean }

/** Joins prints that agree: the finest of them speaks for the group. Tables and repetition come first. */
function agreeing(statements: readonly Statement[]): Statement[] {
  const groups: Group[] = []
  for (const statement of [...statements].sort((a, b) => Decimal.sub(width(a), width(b)).toNumber())) {
    const group = groups.find(({ voice }) => overlap(voice.interval, statement.interval))
    const inTable = statement.fact.statedIn === 'table'
    if (group === undefined) groups.push({ voice: statement, size: 1, inTable })
    else {
      group.size += 1
      group.inTable ||= inTable
    }
  }
  return groups.sort((a, b) => Number(b.inTable) - Number(a.inTable) || b.size - a.size).map(({ voice }) => voice)
}

/** Inputs of printed calculations count only where the document states the value nowhere else. */
const independent = (statements: readonly Statement[]) => {
  const outside = statements.filter(({ fact }) => fact.statedIn !== 'calculation')
  return outside.length > 0 ? outside : statements
}

const rank = (basis: string | null) => (basis === null ? 1 : isCurrentPrice(basis) ? 2 : 0)

/** The series that these facts make. Approximate values, goals and quoted limits take no part. Digits are read when asked for. */
export function createSeries(facts: readonly Fact[]): Series {
  const byKey = new Map<string, Fact[]>()
  const basesOf = new Map<string, Set<string | null>>()
  for (const fact of facts) {
    if (!isStated(fact)) continue
    const key = `${fact.subject}@${fact.year}`
    const group = byKey.get(key)
    if (group) group.push(fact)
    else byKey.set(key, [fact])
    basesOf.set(fact.subject, (basesOf.get(fact.subject) ?? new Set()).add(fact.priceBasis))
  }
  const known = new Map<string, readonly Statement[]>()
  const read = (key: string, basis: string | null): readonly Statement[] => {
    const all = (byKey.get(key) ?? []).flatMap((fact) => (fact.interval === null ? [] : [{ fact, interval: fromSpan(fact.interval) }]))
    const exact = all.filter(({ fact }) => fact.priceBasis === basis)
    return agreeing(independent(exact.length > 0 ? exact : all.filter(({ fact }) => fact.priceBasis === null)))
  }
  return {
    stated: (subject, year, basis) => {
      const key = `${subject}@${year}`
      const asked = `${key}@${basis}`
      const found = known.get(asked) ?? read(key, basis)
      known.set(asked, found)
      return found
    },
    bases: (subjects) =>
      [...new Set<string | null>(subjects.flatMap((subject) => [...(basesOf.get(subject) ?? [])]))].sort((a, b) => rank(a) - rank(b)),
  }
}
