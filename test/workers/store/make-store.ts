import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { embeddedUrl, startServer } from '../../../workers/store/embedded/start-server.ts'
import { openStore, type Store } from '../../../workers/store/index.ts'
import { migrateDatabase } from '../../../workers/store/migrate.ts'

const template = 'ecopark_template'

/** What a test's database need not do: survive a crash. */
const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '32MB' }

async function query(url: string, ...statements: string[]) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

let folder: Promise<string> | undefined

/** The run's embedded server with a migrated template; started by the first to ask. */
async function startShared(): Promise<string> {
  const shared = process.env['ECOPARK_TEST_POSTGRES']
  if (shared === undefined) throw new Error('test/workers/store/shared-database.ts is not among the globalSetup files')
  await chmod(dirname(shared), 0o711)
  await startServer(shared, hasty)
  const client = new pg.Client({ connectionString: await embeddedUrl(shared, 'postgres') })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(1)')
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template])
    if (rowCount === 0) {
      await client.query(`create database ${template}_draft`)
      const pool = new pg.Pool({ connectionString: await embeddedUrl(shared, `${template}_draft`) })
      await migrateDatabase(pool)
      await pool.end()
      await client.query(`alter database ${template}_draft rename to ${template}`)
    }
  } finally {
    await client.end()
  }
  return shared
}

/** A new database of the run's server: with the tables, or empty. */
export async function makeDatabase(content: 'tables' | 'nothing' = 'tables'): Promise<string> {
  folder ??= startShared()
  const shared = await folder
  const name = `test_${randomBytes(8).toString('hex')}`
  await query(await embeddedUrl(shared, 'postgres'), `create database ${name}${content === 'tables' ? ` template ${template}` : ''}`)
  return embeddedUrl(shared, name)
}

/** A store of its own, empty but for its tables; `remove` closes it and deletes its folder. */
export async function makeStore(): Promise<{ store: Store; dataDir: string; databaseUrl: string; remove: () => Promise<void> }> {
  const [databaseUrl, dataDir] = await Promise.all([makeDatabase(), mkdtemp(join(tmpdir(), 'ecopark-store-'))])
  const store = await openStore({ dataDir, databaseUrl, s3: null })
  const remove = async () => {
    await store.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { store, dataDir, databaseUrl, remove }
}
