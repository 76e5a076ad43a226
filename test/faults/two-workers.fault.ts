import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type File, sample } from '../workers/queue/harness/dossiers.ts'
import { until } from '../workers/queue/harness/until.ts'
import { expectAllAs, faultRuns, kinds, openService, type Service, undisturbed } from './service.ts'

describe.each(kinds)('on %s', (kind) => {
  let service: Service
  let files: File[]
  beforeAll(async () => {
    service = await openService(kind, undefined, 3)
    files = await sample('acceptance')
  })
  afterAll(() => service?.close())

  test(`${faultRuns} documents that two workers have at once are counted once`, async () => {
    const workers = [service.startWorker(), service.startWorker()]
    await Promise.all(workers.map(({ ready }) => ready))
    const expected = await undisturbed(service, files)
    /** A worker with several documents at work. */
    const findBusy = async () => {
      await service.fill(files, 4)
      const atWork = await service.atWork()
      const shares = workers.map((worker) => ({ worker, held: atWork.filter(({ pid }) => pid === worker.pid) }))
      return shares.find(({ held }) => held.length >= 2)
    }
    let doubled = 0
    while (doubled < faultRuns) {
      const { worker, held } = await until('documents at work', findBusy, 120_000)
      // A worker that stands still (a paused machine, a disk that hangs) loses its jobs to another, then goes on with them.
      worker.kill('SIGSTOP')
      const taken = await until(
        'another worker to take them',
        async () => {
          const jobs = await Promise.all(held.map(({ job }) => service.queue.queues[0]?.getJob(job.id ?? '')))
          const others = jobs.filter((job) => job !== undefined && job.processedBy !== held[0]?.job.processedBy)
          return others.length > 0 && (await service.atWork()).every(({ pid }) => pid !== worker.pid) && others
        },
        120_000,
      )
      worker.kill('SIGCONT')
      doubled += taken.length
    }
    expect(doubled).toBeGreaterThanOrEqual(faultRuns)
    await expectAllAs(service, expected)
  })
})
