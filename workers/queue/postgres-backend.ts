import { createPostgresBackend, FlowProducer, type PgPool, Queue, runMigrations, Worker } from 'bullmq'
import pg from 'pg'
import type { QueueBackend, Warn } from './backend.ts'
import { tellFaults } from './throttle-warnings.ts'

/** The queue's tables stand apart from the store's. */
const schema = 'bullmq'
/** Each worker keeps one connection to listen on; the rest is for queries. */
const poolSize = 6

async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await runMigrations(client, schema)
  } finally {
    client.release()
  }
}

/** The queue in PostgreSQL: nothing more to install, some hundred jobs a second. */
export async function openPostgresBackend(databaseUrl: string, warn: Warn): Promise<QueueBackend> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: poolSize,
    options: `-c search_path=${schema}`,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  })
  const tell = tellFaults(warn, '任务队列的数据库连接出错，将自动重连')
  pool.on('error', tell)
  // In use but waiting for no answer, a connection tells its end to nobody else; without a listener that would end the process.
  pool.on('connect', (client) => client.on('error', tell))
  await migrate(pool).catch(async (error) => {
    await pool.end()
    throw error
  })
  const connection = pool as unknown as PgPool
  const flow = new FlowProducer({ connection }, createPostgresBackend)
  flow.on('error', tell)
  return {
    kind: 'postgres',
    flow: flow as unknown as FlowProducer,
    queue: (name) => {
      const queue = new Queue(name, { connection }, createPostgresBackend)
      queue.on('error', tell)
      return queue as unknown as Queue
    },
    worker: (name, processor, settings) => {
      const worker = new Worker(name, processor, { ...settings, connection }, createPostgresBackend)
      worker.on('error', tell)
      return worker as unknown as Worker
    },
    ping: async () => void (await pool.query('SELECT 1')),
    close: async () => {
      await flow.close()
      await pool.end()
    },
  }
}
