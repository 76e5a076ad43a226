import type { Diagnosis } from '../../../schemas/finding.ts'
import { Decimal } from '../decimal.ts'
import { findSubject } from '../know-subject.ts'
import { pricesDiffer } from '../price-basis.ts'
import { showFact } from '../show-fact.ts'
import type { Odds } from './candidate.ts'

/** Prices move a value by this much at most within the years of a construction period. */
const MOST = 1.6

const stated = (basis: string | null) => basis ?? '未注明价格口径'

const near = ({ wrong, right, dossier }: Odds): boolean => {
  if (findSubject(wrong.subject, dossier.standard)?.money === false) return false
  const [a, b] = [wrong.canonical?.value, right.canonical?.value].map((value) => new Decimal(value ?? 0))
  return a !== undefined && b !== undefined && a.gt(0) && b.gt(0) && Decimal.max(a, b).div(Decimal.min(a, b)).lt(MOST)
}

/** One value is in current prices, the other is not said to be: the print itself names the difference, no coincidence is asked. */
export const prices = (odds: Odds): Diagnosis | undefined =>
  near(odds) && pricesDiffer(odds.wrong, odds.right)
    ? {
        cause: 'price_basis',
        explanation: `${showFact(odds.wrong)}为${stated(odds.wrong.priceBasis)}，${showFact(odds.right)}为${stated(odds.right.priceBasis)}，可能是价格口径不同所致。`,
        suggestion: '统一为同一价格口径（不变价）后重新填报，并注明口径。',
      }
    : undefined

/** Only one of the two names its prices: no cause, but something to ask. */
export const pricesOpen = (odds: Odds): boolean => near(odds) && (odds.wrong.priceBasis === null) !== (odds.right.priceBasis === null)
