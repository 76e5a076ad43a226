import type { Job } from 'bullmq'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type QueueName, queueNames } from '../../workers/queue/jobs.ts'
import { type File, sample } from '../workers/queue/harness/dossiers.ts'
import { until } from '../workers/queue/harness/until.ts'
import type { WorkerProcess } from '../workers/queue/harness/worker-process.ts'
import { expectAllAs, faultRuns, kinds, openService, type Service, undisturbed, workerOf } from './service.ts'

/** A job, and the worker that stands still with it. */
type Held = { readonly kind: QueueName; readonly id: string; readonly worker: WorkerProcess }

/**
 * A worker may be stopped in the middle of a transaction; the database ends that after 20 s (workers/store/connect.ts). The one worker that
 * is left may wait so long for the rows of one dossier before it comes to the next job.
 */
const takenWithinMs = 90_000

const kindsOfJobs = Object.values(queueNames)

describe.each(kinds)('on %s', (kind) => {
  let service: Service
  let files: File[]
  const workers: WorkerProcess[] = []
  beforeAll(async () => {
    service = await openService(kind, undefined, 1)
    files = await sample('acceptance', '年度')
    workers.push(...Array.from({ length: 4 }, () => service.startWorker()))
    await Promise.all(workers.map(({ ready }) => ready))
  })
  afterAll(() => service?.close())

  const queueOf = (kind: QueueName) => service.queue.queues.find(({ name }) => name === kind) ?? expect.unreachable()

  /** A worker that stands still (a paused machine, a disk that hangs) with a job in its hands. */
  const holdOne = async (kind: QueueName, free: readonly WorkerProcess[]): Promise<Held | undefined> => {
    const active: Job[] = await queueOf(kind).getActive()
    for (const { id = '', processedBy } of active) {
      const worker = free.find(({ pid }) => pid === workerOf({ processedBy } as Job))
      if (worker === undefined) continue
      worker.kill('SIGSTOP')
      const job: Job | undefined = await queueOf(kind).getJob(id)
      if (job !== undefined && workerOf(job) === worker.pid && (await job.isActive())) return { kind, id, worker }
      worker.kill('SIGCONT')
    }
    return undefined
  }

  /** All workers but one stand still, each with a job of a kind still asked for. */
  const hold = async (missing: Readonly<Record<QueueName, number>>): Promise<Held[]> => {
    const held: Held[] = []
    await until(
      'work to hold',
      async () => {
        await service.fill(files, 8)
        for (const kind of kindsOfJobs.filter((one) => missing[one] > held.filter(({ kind }) => kind === one).length)) {
          const free = workers.filter((worker) => held.every((one) => one.worker !== worker))
          const one = free.length > 1 ? await holdOne(kind, free) : undefined
          if (one !== undefined) held.push(one)
        }
        return held.length === workers.length - 1 || held.length >= missing.document + missing.dossier
      },
      60_000,
    )
    return held
  }

  /**
   * Whether another worker takes the job. False where its worker was stopped too late: the job's end was on its way to the queue, or its
   * document was read already, so that the review goes on without it.
   */
  const isTaken = ({ kind, id, worker }: Held): Promise<boolean> =>
    until(
      `another worker to take ${kind} ${id}`,
      async () => {
        const job: Job | undefined = await queueOf(kind).getJob(id)
        if (job === undefined || (await job.isCompleted())) return job === undefined || workerOf(job) === worker.pid ? 'ended' : 'taken'
        return Number.isInteger(workerOf(job)) && workerOf(job) !== worker.pid && 'taken'
      },
      takenWithinMs,
    ).then((fate) => fate === 'taken')

  test(`${faultRuns} documents and ${faultRuns} reviews that two workers have at once are counted once`, async () => {
    const expected = await undisturbed(service, files)
    const missing = { document: faultRuns, dossier: faultRuns }
    while (missing.document + missing.dossier > 0) {
      const held = await hold(missing)
      // Another worker takes each, then the first goes on with it.
      for (const one of held) if (await isTaken(one)) missing[one.kind] -= 1
      for (const { worker } of held) worker.kill('SIGCONT')
    }
    await expectAllAs(service, expected)
  })
})
