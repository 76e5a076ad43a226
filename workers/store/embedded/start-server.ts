import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { StoreError } from '../store-error.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { clusterIn, initialise, makePrivateFolder, readPassword, serverEnvironment, superuser } from './initialise.ts'
import { clearStaleLock, watchStart } from './postmaster.ts'
import { findLaunch, findRunAs, type Launch } from './run-as.ts'

/** A server may have to read its log after a crash before it answers. */
const patienceMs = 60_000

/** A socket's path may have some hundred bytes only. */
const longestSocketFolder = 85

/** Further settings of the server, as in postgresql.conf. */
export type Settings = Readonly<Record<string, string>>

/** Where the server listens: a socket in a private folder, no port. */
const socketFolder = (folder: string) => {
  const inside = join(folder, 'socket')
  const short = join(tmpdir(), `ecopark-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`)
  return Buffer.byteLength(inside) <= longestSocketFolder ? inside : short
}

/** How to reach one database of the embedded server. */
export async function embeddedUrl(folder: string, database: string): Promise<string> {
  const host = encodeURIComponent(socketFolder(folder))
  return `postgresql://${superuser}:${await readPassword(folder)}@localhost/${database}?host=${host}`
}

/**
 * Makes the embedded server run in `folder`: makes its cluster, starts it, or finds the one that another process (also one that was
 * killed) started. Safe from several processes at once. Throws StoreError store.unavailable where it cannot run.
 */
export async function startServer(folder: string, settings: Settings = {}): Promise<void> {
  const [binaries, runAs] = await Promise.all([findBinaries(), findRunAs()])
  await makePrivateFolder(folder, runAs)
  await makePrivateFolder(socketFolder(folder), runAs)
  const launch = await findLaunch(runAs, [folder, binaries.postgres], binaries.postgres)
  await initialise(folder, binaries, runAs, launch)
  const url = await embeddedUrl(folder, 'postgres')
  const deadline = Date.now() + patienceMs
  const lookAfter = watchStart(folder)
  let server: ChildProcess | undefined
  for (let fault = await tryConnect(url); fault !== null; fault = await tryConnect(url)) {
    if (Date.now() > deadline) throw notRunning(folder, fault)
    const hasEnded = server === undefined || server.exitCode !== null || server.signalCode !== null
    if (fault.isAbsent && hasEnded) {
      // One that ended at once met a lock file: of a server that another process starts, or a stale one.
      if (server !== undefined) await Promise.all([clearStaleLock(folder), wait(200)])
      server = await spawnServer(folder, binaries, launch, settings)
    }
    if (fault.isStarting) await lookAfter()
    await wait(fault.isStarting ? 100 : 25)
  }
}

type Fault = { readonly isAbsent: boolean; readonly isStarting: boolean; readonly error: Error }

/** null where the server answers; `isAbsent` where nobody listens, `isStarting` where it lets nobody in yet. Throws where it answers that it will never let us in. */
async function tryConnect(url: string): Promise<Fault | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return null
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (code.startsWith('28'))
      throw new StoreError('store.unavailable', '内置数据库的口令文件与数据库不符；请恢复数据文件夹的备份。', { cause: error })
    return { isAbsent: code === 'ENOENT' || code === 'ECONNREFUSED', isStarting: code === '57P03', error: error as Error }
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function spawnServer(folder: string, { postgres }: Binaries, launch: Launch, settings: Settings): Promise<ChildProcess> {
  const log = await open(join(folder, 'server.log'), 'a', 0o600)
  try {
    const chosen: Settings = { ...ownSettings, unix_socket_directories: socketFolder(folder), ...settings }
    const flags = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    // In a session of its own: an interrupt from the terminal reaches the workers first, which need it to finish.
    const { file, args, as } = launch(postgres, ['-D', clusterIn(folder), ...flags])
    const server = spawn(file, args, {
      ...as,
      cwd: '/',
      detached: true,
      env: serverEnvironment,
      stdio: ['ignore', log.fd, log.fd],
    })
    server.on('error', () => undefined)
    server.unref()
    return server
  } finally {
    await log.close()
  }
}

const ownSettings: Settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
}

const notRunning = (folder: string, { error }: Fault) =>
  new StoreError('store.unavailable', `内置数据库没有启动（${error.message}）；原因见 ${join(folder, 'server.log')}。`, { cause: error })
