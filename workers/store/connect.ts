import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { errorCode } from './database.ts'
import { StoreError } from './store-error.ts'

const connectMs = 5_000
/** A database that starts at the same time as this process gets so long. */
const patienceMs = 15_000

/** SQLSTATE classes of a wrong password and a missing database: waiting will not help. */
const isFinal = (code: string | undefined) => code?.startsWith('28') === true || code === '3D000'

/** Connections to the database. Throws StoreError store.unavailable where it does not answer. */
export async function connectPool(connectionString: string, whose: string): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString, max: 12, connectionTimeoutMillis: connectMs, idleTimeoutMillis: 30_000, keepAlive: true })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
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
