import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

/*
 * `npm start` on a bare machine: API, embedded database and workers as one process tree over one data folder. The API comes first (it makes
 * the database where there is none), then the workers. A part that dies is started again; SIGTERM ends them all.
 */

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const ending = new URL('./end-with-supervisor.ts', import.meta.url).href
const parts = { api: new URL('./main.ts', import.meta.url), worker: new URL('../workers/main.ts', import.meta.url) } as const
type Part = keyof typeof parts

const shortestRunMs = 10_000
const longestWaitMs = 30_000
/** A part ends its work at hand within this; then it is killed. */
const patienceMs = 30_000

const running = new Map<Part, ChildProcess>()
const waits = new Map<Part, number>()
let stopping = false
let everReady = false

function launch(part: Part): ChildProcess {
  const started = performance.now()
  // In a group of its own: Ctrl-C reaches the supervisor alone, which ends the parts in order.
  const child = fork(fileURLToPath(parts[part]), { execArgv: ['--import', loader, '--import', ending], stdio: 'inherit', detached: true })
  running.set(part, child)
  child.once('exit', (code, signal) => {
    running.delete(part)
    if (stopping) return
    // What cannot start at all will not start the next time either: its own words have told why.
    if (part === 'api' && !everReady) return void stop(1)
    const wait = performance.now() - started < shortestRunMs ? Math.min(longestWaitMs, 2 * (waits.get(part) ?? 500)) : 500
    waits.set(part, wait)
    process.stderr.write(`${part === 'api' ? '接口' : '核查'}进程意外结束（${signal ?? code}），${wait / 1000} 秒后重新启动。\n`)
    setTimeout(() => !stopping && launch(part), wait)
  })
  return child
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
  })

/** Workers first, while the database is still there; the API last. */
async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  for (const part of ['worker', 'api'] as const) {
    const child = running.get(part)
    if (child === undefined) continue
    child.kill('SIGTERM')
    // One that hangs costs its own end only: the API still closes the database.
    const late = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    await ended(child)
    clearTimeout(late)
  }
  process.exit(code)
}

process.on('SIGTERM', () => void stop(0))
process.on('SIGINT', () => void stop(0))

const api = launch('api')
api.once('message', () => {
  everReady = true
  if (!stopping) launch('worker')
})
