import { FlowProducer, Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import type { QueueBackend, Warn } from './backend.ts'
import { checkRedisSettings } from './check-redis-settings.ts'
import { tellFaults } from './throttle-warnings.ts'

/** Names of this service's keys, so that it may share a Redis. */
const prefix = 'ecopark'
/** A Redis that is back is found within a second. */
const retryStrategy = (times: number) => Math.min(50 * 2 ** times, 1_000)
/** Whoever waits for an answer rather hears of a fault than waits for ever. */
const commandTimeout = 10_000

/** The queue in Redis: some thousand jobs a second, many machines. */
export async function openRedisBackend(url: string, warn: Warn): Promise<QueueBackend> {
  const tell = tellFaults(warn, '任务队列的 Redis 连接出错，将自动重连')
  const redis = new Redis(url, { retryStrategy, maxRetriesPerRequest: null, commandTimeout })
  let fault: unknown
  redis.on('error', (error) => {
    fault = error
  })
  await checkRedisSettings(redis, warn).catch((error: unknown) => {
    redis.disconnect()
    const cause = fault ?? error
    throw new Error(`不能连接 Redis（REDIS_URL）：${cause instanceof Error ? cause.message || cause.name : String(cause)}`, { cause })
  })
  redis.on('error', tell)
  // Workers wait inside a command for their next job, so theirs has no time limit.
  const patient = new Redis(url, { retryStrategy, maxRetriesPerRequest: null, lazyConnect: true })
  patient.on('error', tell)
  const flow = new FlowProducer({ connection: redis, prefix })
  flow.on('error', tell)
  return {
    kind: 'redis',
    flow,
    queue: (name) => {
      const queue = new Queue(name, { connection: redis, prefix })
      queue.on('error', tell)
      return queue
    },
    worker: (name, processor, settings) => {
      const worker = new Worker(name, processor, { ...settings, connection: patient, prefix })
      worker.on('error', tell)
      return worker
    },
    ping: async () => void (await redis.ping()),
    close: async () => {
      await flow.close()
      redis.disconnect()
      patient.disconnect()
    },
  }
}
