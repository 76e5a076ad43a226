import type { PoolReply, PoolRequest } from './parse-pool.ts'

// The maps of a PDF library's sources alone would take 200 MB of a child's memory.
process.setSourceMapsEnabled(false)

/** What a job's module exports. */
type JobModule = { run: (job: unknown, report: (progress: unknown) => void) => Promise<unknown> }

const send = (reply: PoolReply) =>
  new Promise<void>((resolve) => {
    if (!process.connected) resolve()
    else process.send?.(reply, undefined, undefined, () => resolve())
  })

const [href = ''] = process.argv.slice(2)
const loading: Promise<JobModule> = import(href)

/** Runs one job after another until the parent leaves. A job's error goes back as words: errors of another process have no classes. */
async function answer({ job }: PoolRequest): Promise<void> {
  try {
    const { run } = await loading
    await send({ result: await run(job, (progress) => void send({ progress })) })
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    await send({ fault: { name, message } })
  }
}

loading.then(
  () => send({ ready: true }),
  () => undefined,
)
process.on('message', (request) => void answer(request as PoolRequest))
process.on('disconnect', () => process.exit())
