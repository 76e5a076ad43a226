import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type File, sample } from '../workers/queue/harness/dossiers.ts'
import type { WorkerProcess } from '../workers/queue/harness/worker-process.ts'
import { expectAllAs, faultRuns, kinds, openService, type Service, undisturbed } from './service.ts'

describe.each(kinds)('on %s', (kind) => {
  let service: Service
  let files: File[]
  beforeAll(async () => {
    service = await openService(kind, undefined, 1)
    files = await sample('acceptance')
  })
  afterAll(() => service?.close())

  test(`${faultRuns} workers killed in the middle of a document lose nothing and leave nothing twice`, async () => {
    const workers = new Map<number, WorkerProcess>()
    const start = async () => {
      const worker = service.startWorker()
      workers.set(worker.pid, worker)
      await worker.ready
    }
    await Promise.all([start(), start()])
    const expected = await undisturbed(service, files)
    const starting: Promise<void>[] = []
    let killed = 0
    while (killed < faultRuns) {
      // A worker that has read a document before: it is not its child's start that is cut off.
      const { document, pid } = await service.busy(files, 3, async ({ pid }) => workers.has(pid) && (await service.warm()).has(pid))
      const victim = workers.get(pid)
      victim?.kill('SIGKILL')
      expect(await victim?.ended).toEqual({ code: null, signal: 'SIGKILL' })
      workers.delete(pid)
      starting.push(start())
      // One that had just ended its document does not count.
      if ((await service.store.documents.read(document.id)).status === 'reading') killed += 1
    }
    await Promise.all(starting)
    await expectAllAs(service, expected)
  })
})
