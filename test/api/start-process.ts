import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Started = {
  readonly process: ChildProcess
  readonly at: string
  /** Until the first answer. */
  readonly seconds: number
  readonly output: () => string
  /** Asks it to end, and waits until it has; tells its exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** Runs a part of the service as its own process, until it answers. */
export async function startProcess(module: string, environment: Readonly<Record<string, string>>): Promise<Started> {
  const begun = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', module], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const gather = (chunk: Buffer) => {
    output += chunk.toString('utf8')
  }
  child.stdout.on('data', gather)
  child.stderr.on('data', gather)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const at = `http://127.0.0.1:${environment['PORT']}`
  for (;;) {
    if (child.exitCode !== null) throw new Error(`it ended: ${output}`)
    const answer = await fetch(`${at}/health`).catch(() => undefined)
    if (answer?.ok) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  return { process: child, at, seconds: (performance.now() - begun) / 1000, output: () => output, stop }
}

/** Processes whose command line or working folder holds this text: what a service over a data folder has left running. */
export function processesOver(folder: string): string[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const [command, environment] = ['cmdline', 'environ'].map((file) =>
        readFileSync(`/proc/${name}/${file}`, 'utf8').replaceAll('\0', ' '),
      )
      return command?.includes(folder) || environment?.includes(`DATA_DIR=${folder}`) ? [`${name} ${command}`] : []
    } catch {
      return []
    }
  })
}
