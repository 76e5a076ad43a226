import { fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const main = fileURLToPath(new URL('../../api/main.ts', import.meta.url))

export type ApiProcess = { readonly address: string; readonly kill: () => Promise<void> }

/** Starts the API in a process of its own, on a free port. */
export async function startApiProcess(environment: Readonly<Record<string, string>>): Promise<ApiProcess> {
  const child = fork(main, {
    execArgv: ['--import', loader],
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', PORT: '0', LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port))
    void ended.then(() => reject(new Error(`the API ended: ${said}`)))
  })
  return {
    address: `http://127.0.0.1:${port}`,
    kill: () => {
      child.kill('SIGKILL')
      return ended
    },
  }
}
