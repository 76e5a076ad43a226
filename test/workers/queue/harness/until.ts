import { setTimeout as wait } from 'node:timers/promises'

/** Asks until the answer is given, or fails saying what was waited for. A question that throws counts as not yet answered. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  withinMs = 30_000,
): Promise<T> {
  const deadline = performance.now() + withinMs
  let fault: unknown
  for (;;) {
    try {
      const answer = await ask()
      if (answer !== undefined && answer !== false) return answer
    } catch (error) {
      fault = error
    }
    if (performance.now() > deadline) throw new Error(`waited in vain for: ${what}`, { cause: fault })
    await wait(50)
  }
}
