/** A job that does what it is told, good or bad, to try the pool that runs it. */
export async function run(job: unknown): Promise<unknown> {
  const { act, value } = job as { act: string; value?: unknown }
  if (act === 'die') process.exit(3)
  if (act === 'throw') throw new Error(String(value))
  if (act === 'spin') for (;;);
  if (act === 'hoard') {
    const kept: string[][] = []
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, i) => `${kept.length}-${i}`))
  }
  if (act === 'hoard-bytes') {
    const kept: Buffer[] = []
    for (;;) {
      kept.push(Buffer.alloc(16 << 20, 1))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  if (act === 'pid') return process.pid
  return value
}
