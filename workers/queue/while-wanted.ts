import type { Store } from '../store/store.ts'
import { type Run, runOf } from './jobs.ts'

/** How soon work on a review that was cancelled or deleted ends. */
const lookEveryMs = 1_500

/** Whether a run is still its revision's own, and open. */
export async function isWanted(store: Store, run: Run): Promise<boolean> {
  const revision = await store.revisions.find(run.revision)
  if (revision === undefined || (revision.status !== 'queued' && revision.status !== 'reviewing')) return false
  return runOf(revision).submission === run.submission
}

/** Does some work with a signal that is raised when the run is no longer wanted. A store that does not answer changes nothing. */
export async function whileWanted<T>(store: Store, run: Run, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const unwanted = new AbortController()
  let asking = false
  const timer = setInterval(async () => {
    if (asking) return
    asking = true
    if (!(await isWanted(store, run).catch(() => true))) unwanted.abort()
    asking = false
  }, lookEveryMs)
  try {
    return await work(unwanted.signal)
  } finally {
    clearInterval(timer)
  }
}
