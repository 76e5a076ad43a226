import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StoreError } from '../../workers/store/index.ts'
import { draft, type File, sample } from '../workers/queue/harness/dossiers.ts'
import { until } from '../workers/queue/harness/until.ts'
import { expectAllAs, faultRuns, kinds, openService, type Service, undisturbed } from './service.ts'
import { openSmallDisk, type SmallDisk } from './small-disk.ts'

const megabyte = 1024 ** 2

describe.each(kinds)('on %s', (kind) => {
  let service: Service
  let disk: SmallDisk
  let files: File[]
  beforeAll(async () => {
    disk = await openSmallDisk(24)
    service = await openService(kind, join(disk.folder, 'data'))
    files = await sample('acceptance', '2020')
  })
  afterAll(async () => {
    await service?.close()
    await disk?.remove()
  })

  test(`a disk for files that fills up ${faultRuns} times refuses uploads cleanly, and reviews end when there is room again`, async () => {
    const worker = service.startWorker()
    await worker.ready
    const expected = await undisturbed(service, files)
    for (let round = 0; round < faultRuns; round += 1) {
      const revision = await draft(service.store, service.organisation, files)
      const before = await disk.files()
      await disk.fill()
      await service.queue.submit(revision)
      service.submitted.push(revision)
      const upload = await service.store.blobs.put(Buffer.alloc(megabyte, round)).catch((error: unknown) => error)
      expect(upload).toBeInstanceOf(StoreError)
      expect((upload as StoreError).code).toBe('store.disk-full')
      await until(
        'the document',
        async () => (await service.store.documents.list(revision)).every(({ status }) => status === 'parsed'),
        60_000,
      )
      await until('a review without room for its report', async () => {
        const [dossier] = (await service.queue.queues[1]?.getJobs(['delayed', 'active'])) ?? []
        return (dossier?.attemptsMade ?? 0) > 0
      })
      expect((await service.store.revisions.read(revision)).status).toBe('reviewing')
      // The worker tries on meanwhile: what it writes for a moment is gone again.
      await until('no remains', async () => (await disk.files()).every((name) => before.includes(name)))
      await disk.empty()
    }
    await expectAllAs(service, expected)
  })
})
