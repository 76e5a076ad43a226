import { Decimal } from '../decimal.ts'
import { findSubject } from '../know-subject.ts'
import { pricesDiffer } from '../price-basis.ts'
import { showFact } from '../show-fact.ts'
import type { Odds, Test } from './cause.ts'

/** Prices move a value by this much at most within the years of a construction period. */
const MOST = 1.6

const stated = (basis: string | null) => basis ?? '未注明价格口径'

const near = ({ wrong, right, dossier }: Odds): boolean => {
  if (findSubject(wrong.subject, dossier.standard)?.money === false) return false
  const [a, b] = [wrong.canonical?.value, right.canonical?.value].map((value) => new Decimal(value ?? 0))
  return a !== undefined && b !== undefined && a.gt(0) && b.gt(0) && Decimal.max(a, b).div(Decimal.min(a, b)).lt(MOST)
}

const told = ({ wrong, right }: Odds) => ({
  cause: 'price_basis' as const,
  explanation: `${showFact(wrong)}为${stated(wrong.priceBasis)}，${showFact(right)}为${stated(right.priceBasis)}，可能是价格口径不同所致。`,
  suggestion: '统一为同一价格口径（不变价）后重新填报，并注明口径。',
})

/** One value is in current prices, the other is not said to be: the print itself names the difference. */
export const prices: Test<Odds> = (odds) => (near(odds) && pricesDiffer(odds.wrong, odds.right) ? told(odds) : undefined)

/** Only one of the two names its prices, and nothing else explains the difference. */
export const perhapsPrices: Test<Odds> = (odds) =>
  near(odds) && (odds.wrong.priceBasis === null) !== (odds.right.priceBasis === null) ? told(odds) : undefined
