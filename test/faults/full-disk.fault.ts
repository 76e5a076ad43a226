import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StoreError } from '../../workers/store/index.ts'
import { draft, type File, sample } from '../workers/queue/harness/dossiers.ts'
import { until } from '../workers/queue/harness/until.ts'
import { expectAllAs, faultRuns, kinds, openService, type Service, undisturbed } from './service.ts'

const run = promisify(execFile)
const megabyte = 1024 ** 2

/** A disk of a few megabytes. Mounting one needs root: without, the test fails rather than passes unseen. */
async function smallDisk(megabytes: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ecopark-disk-'))
  await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder])
  return folder
}

/** Fills a disk to its last block. */
async function fill(disk: string): Promise<void> {
  const { bavail, bsize } = await statfs(disk)
  const filler = join(disk, 'filler')
  await writeFile(filler, Buffer.alloc(bavail * bsize)).catch(() => undefined)
  for (let size = megabyte; size >= 4096; size /= 2)
    while (
      await writeFile(filler, Buffer.alloc(size), { flag: 'a' }).then(
        () => true,
        () => false,
      )
    );
}

const empty = (disk: string) => rm(join(disk, 'filler'), { force: true })

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name)

describe.each(kinds)('on %s', (kind) => {
  let service: Service
  let disk: string
  let files: File[]
  beforeAll(async () => {
    disk = await smallDisk(24)
    service = await openService(kind, join(disk, 'data'))
    files = await sample('acceptance', '2020')
  })
  afterAll(async () => {
    await service?.close()
    if (disk !== undefined) await run('umount', ['-l', disk])
  })

  test(`a disk that fills up ${faultRuns} times refuses uploads cleanly, and reviews end when there is room again`, async () => {
    const worker = service.startWorker()
    await worker.ready
    const expected = await undisturbed(service, files)
    for (let round = 0; round < faultRuns; round += 1) {
      const revision = await draft(service.store, service.organisation, files)
      const before = await filesIn(disk)
      await fill(disk)
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
      await until('no remains', async () => (await filesIn(disk)).every((name) => name === 'filler' || before.includes(name)))
      await empty(disk)
    }
    await expectAllAs(service, expected)
  })
})
