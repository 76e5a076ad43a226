import type { Warn } from './backend.ts'

/** Connection faults come by the hundred while a server is down. One of a kind is told, and again after this long. */
const quietMs = 30_000

/** What the queue says to a worker that comes back with a job which others have taken meanwhile. */
const lostJob = /(?:could not renew|missing) lock|lock mismatch/i
const lostMeaning = '本进程一度没有应答，手头的任务已由其他进程接手，结果只计一次'

/** Tells an error once in a while, with what it means for the user. */
export function tellFaults(warn: Warn, meaning: string): (error: unknown) => void {
  const told = new Map<string, number>()
  return (error) => {
    const said = error instanceof Error ? error.message || error.name : String(error)
    const message = lostJob.test(said) ? lostMeaning : `${meaning}（${said}）`
    const now = performance.now()
    const last = told.get(message)
    if (last !== undefined && now - last < quietMs) return
    if (told.size > 100) told.clear()
    told.set(message, now)
    warn(message)
  }
}
