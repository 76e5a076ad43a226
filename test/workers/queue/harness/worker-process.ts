import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const main = fileURLToPath(new URL('../../../../workers/main.ts', import.meta.url))

export type WorkerProcess = {
  readonly pid: number
  /** Resolves when it says that it waits for work. */
  readonly ready: Promise<void>
  readonly said: () => string
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  readonly kill: (signal: NodeJS.Signals) => void
}

/** Starts `npm run worker` in a process of its own. */
export function startWorkerProcess(environment: Readonly<Record<string, string>>): WorkerProcess {
  const child: ChildProcess = spawn(process.execPath, ['--import', loader, main], {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<Awaited<WorkerProcess['ended']>>((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })))
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      if (said.includes('等待任务')) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    void ended.then(() => reject(new Error(`the worker ended: ${said}`)))
  })
  ready.catch(() => undefined)
  return { pid: child.pid ?? 0, ready, said: () => said, ended, kill: (signal) => void child.kill(signal) }
}
