import { Problem } from '../problem.ts'

const mostFailures = 10
const windowMs = 15 * 60_000
/** Names are given by strangers: no more are remembered than this. */
const mostNames = 10_000

/**
 * Slows down guessing at one account, from wherever it comes: after ten wrong passwords within a quarter of an hour the account
 * answers `session.locked` until the quarter is over. The limit by address stands beside it.
 */
export function createLoginThrottle(now: () => Date) {
  const failures = new Map<string, { count: number; until: number }>()
  const find = (name: string) => {
    const found = failures.get(name)
    if (found === undefined || found.until > now().getTime()) return found
    failures.delete(name)
    return undefined
  }
  return {
    demandFree: (name: string): void => {
      const found = find(name)
      if (found === undefined || found.count < mostFailures) return
      const seconds = Math.ceil((found.until - now().getTime()) / 1000)
      throw new Problem('session.locked', undefined, { headers: { 'retry-after': String(seconds) } })
    },
    fail: (name: string): void => {
      const found = find(name) ?? { count: 0, until: now().getTime() + windowMs }
      failures.delete(name)
      failures.set(name, { ...found, count: found.count + 1 })
      const [oldest] = failures.keys()
      if (failures.size > mostNames && oldest !== undefined) failures.delete(oldest)
    },
    succeed: (name: string): void => void failures.delete(name),
  }
}
export type LoginThrottle = ReturnType<typeof createLoginThrottle>
