import type { Warn } from './backend.ts'

/** Connection faults come by the hundred while a server is down. One of a kind is told, and again after this long. */
const quietMs = 30_000

/** Tells an error once in a while, with what it means for the user. */
export function tellFaults(warn: Warn, meaning: string): (error: unknown) => void {
  const told = new Map<string, number>()
  return (error) => {
    const message = error instanceof Error ? error.message || error.name : String(error)
    const now = performance.now()
    const last = told.get(message)
    if (last !== undefined && now - last < quietMs) return
    if (told.size > 100) told.clear()
    told.set(message, now)
    warn(`${meaning}（${message}）`)
  }
}
