import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { errorCode } from './database.ts'
import { StoreError } from './store-error.ts'

const connectMs = 5_000
/** A process that stands still (a paused machine) in the middle of a transaction must not keep its rows from the others for longer. */
const idleInTransactionMs = 20_000
/** A database that starts at the same time as this process gets so long. */
const patienceMs = 15_000

/** SQLSTATE classes of a wrong password and a missing database: waiting will not help. */
const isFinal = (code: string | undefined) => code?.startsWith('28') === true || code === '3D000'

/** Connections to the database. Throws StoreError store.unavailable where it does not answer. */
export async function connectPool(connectionString: string, whose: string): Promise<pg.Pool> {
  const pool = new pg.Pool({
    ...{ connectionString, max: 12, connectionTimeoutMillis: connectMs, idleTimeoutMillis: 30_000, keepAlive: true },
    idle_in_transaction_session_timeout: idleInTransactionMs,
  })
  // A connection that breaks is replaced by the pool, and what ran on it fails by itself. Without listeners it would end the process:
  // on the pool for one that is idle, on itself for one that is in use but waits for no answer just then.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const deadline = Date.now() + patienceMs
  for (;;) {
    try {
      await pool.query('select 1')
      return pool
    } catch (cause) {
      if (!isFinal(errorCode(cause)) && Date.now() < deadline) {
        await wait(300)
        continue
      }
      await pool.end()
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new StoreError('store.unavailable', `不能连接${whose}：${why}`, { cause })
    }
  }
}
