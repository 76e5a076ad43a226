import { setTimeout as wait } from 'node:timers/promises'
import type { Reading } from '../../../../schemas/reading.ts'
import type { Ask } from '../../../../workers/parse-pool-child.ts'
import { run as read } from '../../../../workers/queue/read-job.ts'

/** Reads as a worker's child does, but for files whose names say that it hangs, bursts, dies or is slow. */
export async function run(data: unknown, report: (begun: unknown) => void, ask: Ask): Promise<Reading> {
  const { name } = data as { name: string }
  if (name.includes('死循环')) for (;;);
  if (name.includes('撑爆内存')) for (const kept: number[][] = []; ; ) kept.push(new Array(100_000).fill(kept.length))
  if (name.includes('崩溃')) process.abort()
  if (name.includes('缓慢')) await wait(3_000)
  return read(data, report, ask)
}
