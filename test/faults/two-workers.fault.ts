import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type File, sample } from '../workers/queue/harness/dossiers.ts'
import { until } from '../workers/queue/harness/until.ts'
import { expectAllAs, faultRuns, kinds, openService, type Service, undisturbed } from './service.ts'

describe.each(kinds)('on %s', (kind) => {
  let service: Service
  let files: File[]
  beforeAll(async () => {
    service = await openService(kind, undefined, 4)
    files = await sample('acceptance')
  })
  afterAll(() => service?.close())

  test(`${faultRuns} documents that two workers have at once are counted once`, async () => {
    const workers = [service.startWorker(), service.startWorker()]
    await Promise.all(workers.map(({ ready }) => ready))
    const expected = await undisturbed(service, files)
    let doubled = 0
    for (let round = 0; doubled < faultRuns; round += 1) {
      expect(round).toBeLessThan(4 * faultRuns)
      await service.fill(files, 6)
      const frozen = workers[round % 2]
      // A worker that stands still (a paused machine, a long stop of the disk) loses its jobs to another, then goes on with them.
      const held = await until(
        'documents at work',
        async () => {
          const mine = (await service.atWork()).filter(({ pid }) => pid === frozen?.pid)
          return mine.length >= 2 && mine
        },
        60_000,
      )
      frozen?.kill('SIGSTOP')
      const taken = await until(
        'another worker to take them',
        async () => {
          const again = await Promise.all(held.map(({ job }) => service.queue.queues[0]?.getJob(job.id ?? '')))
          const others = again.filter((job) => job !== undefined && job.processedBy !== held[0]?.job.processedBy)
          return others.length > 0 && (await service.atWork()).every(({ pid }) => pid !== frozen?.pid) && others
        },
        60_000,
      )
      frozen?.kill('SIGCONT')
      doubled += taken.length
    }
    await expectAllAs(service, expected)
  })
})
