import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { Config } from '../config.ts'
import type { Backend } from './blobs/backend.ts'
import { createBlobs } from './blobs/blobs.ts'
import { diskBackend } from './blobs/disk.ts'
import { clearSpool } from './blobs/spool.ts'
import { connectPool } from './connect.ts'
import { type Database, transact } from './database.ts'
import { joinServer } from './embedded/join-server.ts'
import type { Settings } from './embedded/start-server.ts'
import { migrateDatabase } from './migrate.ts'
import { tellOutage } from './outage.ts'
import { createRepositories } from './repositories/index.ts'
import * as schema from './schema/index.ts'
import { blobs as blobRows } from './schema/index.ts'
import type { Store } from './store.ts'
import { StoreError } from './store-error.ts'
import { sweepStore } from './sweep.ts'
import { createUploads } from './uploads.ts'

export type StoreConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 's3'> & {
  /** Further settings of the embedded database. */
  readonly databaseSettings?: Settings
}

const usualGraceSeconds = 3_600
const draftsKeptMs = 24 * 3600 * 1000

/**
 * Opens the store: starts or joins the embedded database where no other is named, and brings the tables up to date. Several processes
 * may have the same store open. Throws StoreError store.unavailable with the reason.
 */
export async function openStore(config: StoreConfig): Promise<Store> {
  await makeDataFolder(config.dataDir)
  const server = config.databaseUrl === null ? await joinServer(join(config.dataDir, 'postgres'), config.databaseSettings) : null
  const databaseUrl = config.databaseUrl ?? server?.url ?? ''
  const closers = [async () => server?.leave()]
  const close = async () => {
    for (const end of closers.splice(0)) await end()
  }
  try {
    const pool = await connectPool(databaseUrl, server === null ? '数据库（DATABASE_URL）' : '内置数据库')
    closers.unshift(() => pool.end())
    await migrateDatabase(pool)
    const database: Database = drizzle(pool, { schema })
    const backend = await openBackend(config)
    closers.unshift(async () => backend.close?.())
    const drafts = join(config.dataDir, 'blobs', 'drafts')
    await clearSpool(drafts, draftsKeptMs)
    const blobs = createBlobs({ backend, drafts, touch: (sha256, size) => touch(database, sha256, size) })
    return {
      ...createRepositories(database),
      blobs,
      uploads: createUploads(database, blobs),
      databaseUrl,
      pool,
      transaction: (work) =>
        transact(database, (tx) => work(createRepositories(tx))).catch((error: unknown) => {
          throw tellOutage(error)
        }),
      async ping() {
        await pool.query('select 1').catch((cause: unknown) => {
          throw new StoreError('store.unavailable', '数据库没有应答。', { cause })
        })
        await backend.ping().catch((cause: unknown) => {
          throw cause instanceof StoreError ? cause : new StoreError('store.unavailable', '数据文件夹不能读写。', { cause })
        })
      },
      sweep: (graceSeconds = usualGraceSeconds) => sweepStore(database, backend, graceSeconds),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function makeDataFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((cause: unknown) => {
    throw new StoreError('store.unavailable', `不能建立数据文件夹 ${path}；请用 DATA_DIR 指定一个可写的位置。`, { cause })
  })
}

async function openBackend({ s3, dataDir }: StoreConfig): Promise<Backend & { close?(): void }> {
  if (s3 === null) return diskBackend(join(dataDir, 'blobs'))
  return (await import('./blobs/s3.ts')).s3Backend(s3)
}

async function touch(database: Database, sha256: string, size: number): Promise<void> {
  const touchedAt = new Date()
  const row = database.insert(blobRows).values({ sha256, size, touchedAt })
  await row.onConflictDoUpdate({ target: blobRows.sha256, set: { touchedAt } }).catch((error: unknown) => {
    throw tellOutage(error)
  })
}
