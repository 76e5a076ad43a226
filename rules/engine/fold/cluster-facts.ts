import type { Standard } from '../../../schemas/edition.ts'
import type { Fact } from '../../../schemas/fact.ts'
import { agree, isSure } from '../agree-facts.ts'
import { Decimal } from '../decimal.ts'

const width = ({ interval }: Fact): Decimal => (interval ? new Decimal(interval.high).minus(interval.low) : new Decimal(0))

/** Puts facts that all agree with each other together, the finest prints first, so that a coarse one joins what it fits. */
export function clusterFacts(facts: readonly Fact[], standard: Standard): Fact[][] {
  const clusters: Fact[][] = []
  const sorted = facts
    .map((fact) => ({ fact, width: width(fact), sure: isSure(fact) }))
    .sort((a, b) => Number(b.sure) - Number(a.sure) || a.width.cmp(b.width))
  for (const { fact } of sorted) {
    const home = clusters.find((cluster) => cluster.every((one) => agree(one, fact, standard) === true))
    if (home) home.push(fact)
    else clusters.push([fact])
  }
  return clusters
}
