import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import pg from 'pg'
import { findPostmaster, stopPostmaster } from '../../../../workers/store/embedded/postmaster.ts'
import { embeddedUrl, startServer } from '../../../../workers/store/embedded/start-server.ts'
import { freePort } from './free-port.ts'
import { until } from './until.ts'

/** A real server that a test may stop, kill and start again; its data and address stay the same. */
export type Server = {
  readonly url: string
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  readonly kill: () => Promise<void>
  /** Stops it for good and removes its data. */
  readonly remove: () => Promise<void>
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve() : child.once('exit', () => resolve())))

/** A redis-server on a free port, with AOF and noeviction as the service asks for, or with other settings; its data lies in a folder of `place`. */
export async function openRedis(
  settings: readonly string[] = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction'],
  place = tmpdir(),
): Promise<Server> {
  const folder = await mkdtemp(join(place, 'ecopark-redis-'))
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  const end = async (signal: NodeJS.Signals) => {
    child?.kill(signal)
    if (child) await ended(child)
  }
  const start = async () => {
    const flags = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--daemonize', 'no', ...settings]
    child = spawn('redis-server', flags, { stdio: 'ignore' })
    const fault = new Promise<never>((_, reject) => child?.once('error', reject))
    const probe = new Redis(url, { lazyConnect: true, retryStrategy: () => 50 })
    probe.on('error', () => undefined)
    await Promise.race([fault, until('redis-server', async () => (await probe.ping()) === 'PONG')])
    probe.disconnect()
  }
  await start()
  return {
    url,
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    remove: async () => {
      await end('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A PostgreSQL in a folder of its own. */
export async function openPostgres(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'ecopark-pg-'))
  const start = () => startServer(folder)
  await start()
  const admin = new pg.Client({ connectionString: await embeddedUrl(folder, 'postgres') })
  await admin.connect()
  await admin.query('CREATE DATABASE review')
  await admin.end()
  return {
    url: await embeddedUrl(folder, 'review'),
    start,
    stop: () => stopPostmaster(folder),
    kill: async () => {
      const pid = await findPostmaster(folder)
      if (pid === undefined) return
      process.kill(pid, 'SIGKILL')
      // Its own children notice within a moment; until then the data folder is theirs.
      await until('the last of PostgreSQL', () => startable(folder), 10_000)
    },
    remove: async () => {
      await stopPostmaster(folder)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Whether nothing answers any more at the server's address. */
async function startable(folder: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: await embeddedUrl(folder, 'postgres') })
  client.on('error', () => undefined)
  return client.connect().then(
    () => client.end().then(() => false),
    () => true,
  )
}
