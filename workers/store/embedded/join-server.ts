import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { stopPostmaster } from './postmaster.ts'
import { embeddedUrl, type Settings, startServer } from './start-server.ts'

/** Everyone who uses the server holds this lock, shared; who gets it alone is the last and may stop the server. */
const usersLock = 7_201_501
const database = 'ecopark'

export type Membership = {
  /** How to reach the service's database. It stays the same for the life of the data folder. */
  readonly url: string
  /** Leaves; the last one to leave stops the server. */
  leave(): Promise<void>
}

/**
 * Starts the embedded server in `folder`, or joins it where it runs. While anybody is a member it is kept running: when it dies it is
 * started again. Throws StoreError store.unavailable.
 */
export async function joinServer(folder: string, settings: Settings = {}): Promise<Membership> {
  let hasLeft = false
  let holder = await hold(folder, settings, () => hasLeft)
  let rejoining: Promise<void> = Promise.resolve()
  const watch = () => {
    holder.once('end', () => {
      if (!hasLeft) rejoining = rejoin()
    })
  }
  const rejoin = async () => {
    for (let delay = 50; !hasLeft; delay = Math.min(delay * 2, 2_000)) {
      try {
        holder = await hold(folder, settings, () => hasLeft)
        return watch()
      } catch {
        await wait(delay)
      }
    }
  }
  watch()
  await makeDatabase(holder)
  return {
    url: await embeddedUrl(folder, database),
    async leave() {
      if (hasLeft) return
      hasLeft = true
      await rejoining
      await stopIfLast(holder, folder).catch(() => leaveLost(folder).catch(() => undefined))
    },
  }
}

/** A connection that holds the lock. Another member may be stopping the server just now: then it is started again. */
async function hold(folder: string, settings: Settings, gaveUp: () => boolean): Promise<pg.Client> {
  for (let attempt = 1; ; attempt += 1) {
    await startServer(folder, settings)
    const client = new pg.Client({ connectionString: await embeddedUrl(folder, 'postgres'), application_name: 'ecopark holder' })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query('select pg_advisory_lock_shared($1)', [usersLock])
      return client
    } catch (error) {
      await client.end().catch(() => undefined)
      if (attempt >= 20 || gaveUp()) throw error
      await wait(100)
    }
  }
}

/** Gives the lock back and stops the server where nobody else has it. Throws where the server does not answer over this connection. */
async function stopIfLast(holder: pg.Client, folder: string): Promise<void> {
  try {
    await holder.query('select pg_advisory_unlock_shared($1)', [usersLock])
    const { rows } = await holder.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [usersLock])
    if (rows[0]?.alone === true) await stopPostmaster(folder)
  } finally {
    await holder.end().catch(() => undefined)
  }
}

/** Leaves a server that was lost: one that runs by now is asked anew; one that lets nobody in serves nobody, and who wants it starts it. */
async function leaveLost(folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: await embeddedUrl(folder, 'postgres'), connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  await client.connect().then(
    () => stopIfLast(client, folder),
    () => stopPostmaster(folder),
  )
}

async function makeDatabase(holder: pg.Client): Promise<void> {
  const { rowCount } = await holder.query('select 1 from pg_database where datname = $1', [database])
  if (rowCount !== 0) return
  await holder.query(`create database ${database}`).catch((error: { code?: string }) => {
    const madeByAnother = error.code === '42P04' || error.code === '23505'
    if (!madeByAnother) throw error
  })
}
