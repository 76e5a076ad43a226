import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Job } from 'bullmq'
import { expect } from 'vitest'
import { queueNames } from '../../workers/queue/jobs.ts'
import { createReviewQueue, type ReviewQueue } from '../../workers/queue.ts'
import { openStore, type Store, type StoredDocument } from '../../workers/store/index.ts'
import { draft, type File, openOrganisation } from '../workers/queue/harness/dossiers.ts'
import { allPages, outcomeOf } from '../workers/queue/harness/outcome.ts'
import { openPostgres, openRedis, type Server } from '../workers/queue/harness/servers.ts'
import { until } from '../workers/queue/harness/until.ts'
import { startWorkerProcess, type WorkerProcess } from '../workers/queue/harness/worker-process.ts'

export const kinds = ['redis', 'postgres'] as const
export type Kind = (typeof kinds)[number]

/** How often each fault is made on each queue. */
export const faultRuns = Math.max(1, Number(process.env['FAULT_RUNS'] ?? 20))

export type AtWork = { readonly job: Job; readonly document: StoredDocument; readonly pid: number }

/** The whole service, on real servers, as several processes. */
export type Service = {
  readonly dataDir: string
  readonly environment: Readonly<Record<string, string>>
  readonly servers: { readonly postgres: Server; readonly redis: Server | undefined }
  readonly store: Store
  readonly queue: ReviewQueue
  readonly organisation: string
  /** Is to be told of each review's end, once. */
  readonly webhook: string
  /** Every revision that was submitted, in order. */
  readonly submitted: string[]
  /** Uploads a dossier and submits it. */
  readonly submit: (files: readonly File[]) => Promise<string>
  /** Keeps so many reviews open. */
  readonly fill: (files: readonly File[], open: number) => Promise<void>
  /** Keeps so many reviews open until a document is at work that `wanted` accepts; gives it. */
  readonly busy: (files: readonly File[], open: number, wanted?: (work: AtWork) => Promise<boolean>) => Promise<AtWork>
  readonly startWorker: () => WorkerProcess
  /** The document jobs at work just now, and the process that has each. */
  readonly atWork: () => Promise<AtWork[]>
  /** The processes that have read a document to its end lately: their children are started and warm. */
  readonly warm: () => Promise<ReadonlySet<number>>
  /** What the workers said and how they ended, for a test that fails. */
  readonly account: () => Promise<string>
  readonly close: () => Promise<void>
}

/** The process that works on a job, or was the last to do so. */
export const workerOf = ({ processedBy }: Job): number => Number(processedBy?.split('-').at(-1))

export async function openService(kind: Kind, place?: string, workerConcurrency = 2): Promise<Service> {
  const dataDir = place ?? (await mkdtemp(join(tmpdir(), 'ecopark-fault-')))
  const postgres = await openPostgres()
  const redis = kind === 'redis' ? await openRedis() : undefined
  const store = await openStore({ dataDir, databaseUrl: postgres.url, s3: null })
  const queue = await createReviewQueue({ redisUrl: redis?.url ?? null }, store, () => undefined)
  const organisation = await openOrganisation(store)
  const submitted: string[] = []
  const workers: WorkerProcess[] = []
  const environment = {
    ...{ DATA_DIR: dataDir, DATABASE_URL: postgres.url, WORKER_CONCURRENCY: String(workerConcurrency) },
    ...(redis === undefined ? {} : { REDIS_URL: redis.url }),
  }
  const submit = async (files: readonly File[]) => {
    const revision = await draft(store, organisation, files)
    submitted.push(revision)
    await queue.submit(revision)
    return revision
  }
  const documents = queue.queues.find(({ name }) => name === queueNames.document)
  const events = ['review.reviewed', 'review.failed', 'review.cancelled']
  const webhook = await store.webhooks.create({ organisationId: organisation, url: 'https://example.cn/', secret: '密钥', events })
  const fill: Service['fill'] = async (files, open) => {
    for (let missing = open - (await store.revisions.unfinished()).length; missing > 0; missing -= 1) await submit(files)
  }
  const atWork = async () => {
    const found: AtWork[] = []
    for (const job of (await documents?.getActive()) ?? []) {
      const document = await store.documents.find(job.data.document)
      if (document?.status === 'reading') found.push({ job, document, pid: workerOf(job) })
    }
    return found
  }
  const account = async () => {
    const open = await Promise.all(submitted.map(async (id) => `${id} ${JSON.stringify(await queue.progress(id))}`))
    const ends = await Promise.all(workers.map(async (worker) => JSON.stringify(await Promise.race([worker.ended, 'running']))))
    const said = workers.map((worker, i) => `worker ${worker.pid} ${ends[i]}: ${worker.said().slice(-3_000)}`)
    return [...open.filter((line) => !line.includes('reviewed')), JSON.stringify(await queue.counts()), ...said].join('\n')
  }
  return {
    ...{ dataDir, environment, store, queue, organisation, webhook: webhook.id, submitted, submit },
    servers: { postgres, redis },
    ...{ fill, atWork, account },
    busy: async (files, open, wanted = async () => true) => {
      const find = async () => {
        await fill(files, open)
        for (const work of await atWork()) if (await wanted(work)) return work
        return undefined
      }
      return until('a document at work', find, 60_000).catch(async (error: Error) => {
        throw new Error(`${error.message}\n${await account()}`)
      })
    },
    startWorker: () => {
      const worker = startWorkerProcess(environment)
      workers.push(worker)
      return worker
    },
    warm: async () => new Set((await documents?.getCompleted(0, 30))?.map(workerOf)),
    close: async () => {
      for (const worker of workers) worker.kill('SIGKILL')
      await Promise.all(workers.map((worker) => worker.ended))
      await queue.close()
      await store.close()
      await Promise.all([postgres.remove(), redis?.remove()])
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Reviews some files with nothing going wrong: what every disturbed review must come to. */
export async function undisturbed(service: Service, files: readonly File[]): Promise<string> {
  const revision = await service.submit(files)
  await reviewed(service, revision)
  return outcomeOf(service.store, revision)
}

export const reviewed = ({ store }: Service, revision: string, withinMs = 60_000) =>
  until('a review', async () => (await store.revisions.read(revision)).status === 'reviewed', withinMs)

/** Waits for all that was submitted, and holds it against the undisturbed review: nothing lost, nothing twice, nothing pending, equal bytes. */
export async function expectAllAs(service: Service, expected: string): Promise<void> {
  const { store, queue, submitted } = service
  for (const revision of submitted)
    await reviewed(service, revision, 120_000).catch(async (error: unknown) => {
      throw new Error(await service.account(), { cause: error })
    })
  expect(await store.revisions.unfinished()).toEqual([])
  const outcomes = await Promise.all(submitted.map((revision) => outcomeOf(store, revision)))
  for (const outcome of outcomes) expect(outcome === expected || outcome).toBe(true)
  const told = await allPages((after) => store.webhooks.deliveries(service.webhook, { limit: 200, after }))
  const reviews = told.map(({ event, payload }) => `${event} ${JSON.parse(payload).revision}`)
  const heard = new Set(submitted)
  expect(reviews.filter((review) => heard.has(review.split(' ')[1] ?? '')).sort()).toEqual(
    submitted.map((id) => `review.reviewed ${id}`).sort(),
  )
  await until(
    'an empty queue',
    async () => {
      const counts = Object.values(await queue.counts())
      return counts.every((count) => (['waiting', 'active', 'delayed', 'waiting-children'] as const).every((state) => count[state] === 0))
    },
    60_000,
  )
}
