import type { Fact } from '../../schemas/fact.ts'
import { compact } from './normalise.ts'

/** current: prices of the year itself · constant: prices of one fixed year, null where the print does not say which. */
export type PriceBasis = { readonly kind: 'current' } | { readonly kind: 'constant'; readonly year: number | null }

/** Reads 当年价, 现价, 现行价格, 2020年不变价, 2020年可比价格 …; undefined where the print names no basis. */
export function findPriceBasis(print: string | null): PriceBasis | undefined {
  const text = compact(print ?? '')
  if (/不变|可比|固定价/.test(text)) return { kind: 'constant', year: Number(text.match(/(?:19|20)\d\d/)?.[0]) || null }
  if (/当年价|现行?价|当期价|名义/.test(text)) return { kind: 'current' }
  const year = text.match(/((?:19|20)\d\d)年?价/)?.[1]
  return year === undefined ? undefined : { kind: 'constant', year: Number(year) }
}

export const sameBasis = (a: PriceBasis, b: PriceBasis): boolean =>
  a.kind === 'current' || b.kind === 'current' ? a.kind === b.kind : a.year === null || b.year === null || a.year === b.year

/**
 * Whether two values may be held against each other. What is labelled with a basis is compared with the same basis only, except
 * that a constant price may meet a value without any; a basis that only a clause about the whole document names never forbids,
 * since such a clause at odds with the other document is itself what went wrong.
 */
export function comparablePrices(a: Fact, b: Fact): boolean {
  const left = findPriceBasis(a.priceBasis)
  const right = findPriceBasis(b.priceBasis)
  if (left && right) return sameBasis(left, right) || (a.priceBasisFrom !== 'label' && b.priceBasisFrom !== 'label')
  const [only, from] = left ? [left, a.priceBasisFrom] : [right, b.priceBasisFrom]
  return only?.kind !== 'current' || from !== 'label'
}

/** True where two values are, or may be, in different prices, so that a difference may come from that alone. */
export function pricesDiffer(a: Fact, b: Fact): boolean {
  const left = findPriceBasis(a.priceBasis)
  const right = findPriceBasis(b.priceBasis)
  if (left && right) return !sameBasis(left, right)
  const only = left ?? right
  return only !== undefined && only.kind === 'current'
}
