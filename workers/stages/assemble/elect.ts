import type { Role } from '../../../schemas/dossier.ts'
import type { Reading } from '../../../schemas/reading.ts'
import authority from './authority.json' with { type: 'json' }

const orders = authority as unknown as Readonly<Record<'park' | 'region' | 'years' | 'approvedOn', readonly Role[]>>

/**
 * What most documents say, each with a say by its authority; where two values have the same support, the one told by
 * the more authoritative document. null where none says anything.
 */
export function elect<T>(readings: readonly Reading[], order: readonly Role[], told: (reading: Reading) => T | null): T | null {
  const support = new Map<T, number>()
  for (const reading of readings) {
    const value = told(reading)
    const rank = order.indexOf(reading.identity.role)
    if (value !== null && rank >= 0) support.set(value, (support.get(value) ?? 0) + order.length - rank)
  }
  const [first] = [...support].sort((a, b) => b[1] - a[1])
  return first?.[0] ?? null
}

/** What the most authoritative document that says anything says, or null. */
export function firstTold<T>(readings: readonly Reading[], order: readonly Role[], told: (reading: Reading) => T | null): T | null {
  for (const role of order) {
    const own = readings.filter((reading) => reading.identity.role === role)
    const value = elect(own, [role], told)
    if (value !== null) return value
  }
  return null
}

export const electPark = (readings: readonly Reading[]) => elect(readings, orders.park, ({ identity }) => identity.park)
export const electRegion = (readings: readonly Reading[]) => elect(readings, orders.region, ({ identity }) => identity.region)
export const electApproval = (readings: readonly Reading[]) => elect(readings, orders.approvedOn, ({ identity }) => identity.approvedOn)
export const toldYear = (readings: readonly Reading[], which: 'baseYear' | 'finalYear') =>
  firstTold(readings, orders.years, ({ identity }) => identity[which])
