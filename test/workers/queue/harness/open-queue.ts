import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { QueueConfig, Warn } from '../../../../workers/queue/backend.ts'
import { createReviewQueue, type ReviewQueue } from '../../../../workers/queue.ts'
import { openStore, type Store } from '../../../../workers/store/index.ts'
import { openOrganisation } from './dossiers.ts'
import { openPostgres, openRedis } from './servers.ts'

export type OpenQueue = QueueConfig & {
  /** What a worker or an API of this queue is started with. */
  readonly environment: Readonly<Record<string, string>>
  readonly store: Store
  readonly queue: ReviewQueue
  readonly organisation: string
  readonly close: () => Promise<void>
}

/** A store and a queue of their own on a real server of that kind, with someone for dossiers to belong to. */
export async function openQueue(kind: 'redis' | 'postgres', warn: Warn = () => undefined): Promise<OpenQueue> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ecopark-queue-'))
  const postgres = await openPostgres()
  const redis = kind === 'redis' ? await openRedis() : undefined
  const store = await openStore({ dataDir, databaseUrl: postgres.url, s3: null })
  const redisUrl = redis?.url ?? null
  const queue = await createReviewQueue({ redisUrl }, store, warn)
  const organisation = await openOrganisation(store)
  return {
    ...{ redisUrl, store, queue, organisation },
    environment: { DATA_DIR: dataDir, DATABASE_URL: postgres.url, ...(redis === undefined ? {} : { REDIS_URL: redis.url }) },
    close: async () => {
      await queue.close()
      await store.close()
      await Promise.all([postgres.remove(), redis?.remove()])
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
