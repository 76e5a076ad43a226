import type { FlowProducer, Processor, Queue, Worker, WorkerOptions } from 'bullmq'
import type { QueueName } from './jobs.ts'
import { openPostgresBackend } from './postgres-backend.ts'
import { openRedisBackend } from './redis-backend.ts'

/** Where jobs are kept: Redis where its URL is given, else the database of the store. */
export type QueueConfig = { readonly redisUrl: string | null }

export type WorkerSettings = Omit<WorkerOptions, 'connection' | 'prefix'>

/** What the rest of the service knows of where the jobs are kept. */
export type QueueBackend = {
  readonly kind: 'redis' | 'postgres'
  readonly queue: (name: QueueName) => Queue
  readonly flow: FlowProducer
  readonly worker: (name: QueueName, processor: Processor, settings: WorkerSettings) => Worker
  /** Rejects where the queue cannot be reached. */
  readonly ping: () => Promise<void>
  /** Closes its own connections; queues and workers made of it close before. */
  readonly close: () => Promise<void>
}

/** A message for whoever runs the service, in Chinese. */
export type Warn = (message: string) => void

/** Opens the queue's storage, brings its tables up to date, and warns where its settings could lose jobs. */
export const openBackend = ({ redisUrl }: QueueConfig, databaseUrl: string, warn: Warn): Promise<QueueBackend> =>
  redisUrl === null ? openPostgresBackend(databaseUrl, warn) : openRedisBackend(redisUrl, warn)
