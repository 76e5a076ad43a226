import type { PoolReply, PoolRequest } from './parse-pool.ts'

// The maps of a PDF library's sources alone would take 200 MB of a child's memory.
process.setSourceMapsEnabled(false)

/** Asks the parent for something that is done elsewhere. Rejects with the parent's words where it cannot be done. */
export type Ask = (question: unknown) => Promise<unknown>
/** What a job's module exports. */
type JobModule = { run: (job: unknown, report: (progress: unknown) => void, ask: Ask) => Promise<unknown> }
type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void }

const send = (reply: PoolReply) =>
  new Promise<void>((resolve) => {
    if (!process.connected) resolve()
    else process.send?.(reply, undefined, undefined, () => resolve())
  })

const [href = ''] = process.argv.slice(2)
const loading: Promise<JobModule> = import(href)
const awaited = new Map<number, Waiting>()
let asked = 0

const ask: Ask = (question) =>
  new Promise((resolve, reject) => {
    asked++
    awaited.set(asked, { resolve, reject })
    void send({ ask: asked, question })
  })

/** Runs one job after another until the parent leaves. A job's error goes back as words: errors of another process have no classes. */
async function work(job: unknown): Promise<void> {
  try {
    const { run } = await loading
    await send({ result: await run(job, (progress) => void send({ progress }), ask) })
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    await send({ fault: { name, message } })
  }
}

function hear(request: PoolRequest): void {
  if ('job' in request) return void work(request.job)
  const own = awaited.get(request.answer)
  awaited.delete(request.answer)
  if ('fault' in request) own?.reject(new Error(request.fault))
  else own?.resolve(request.result)
}

loading.then(
  () => send({ ready: true }),
  () => undefined,
)
process.on('message', (request) => hear(request as PoolRequest))
process.on('disconnect', () => process.exit())
