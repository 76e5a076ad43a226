import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Backend } from '../../../workers/store/blobs/backend.ts'
import { createBlobs } from '../../../workers/store/blobs/blobs.ts'
import { diskBackend } from '../../../workers/store/blobs/disk.ts'
import { s3Backend } from '../../../workers/store/blobs/s3.ts'
import type { Blobs } from '../../../workers/store/index.ts'
import { startFakeS3 } from './fake-s3.ts'

const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

type Made = { backend: Backend; damage: (sha256: string) => Promise<void>; stop: () => Promise<void> }

const onDisk = async (folder: string): Promise<Made> => {
  const backend = diskBackend(join(folder, 'blobs'))
  const damage = async (sha256: string) => {
    const path = backend.localPath(sha256) ?? ''
    const bytes = await readFile(path)
    bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0)
    await writeFile(path, bytes)
  }
  return { backend, damage, stop: async () => undefined }
}

const onS3 = async (): Promise<Made> => {
  const fake = await startFakeS3()
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  const config = { bucket: 'dossiers', endpoint: fake.endpoint, region: 'us-east-1', prefix: 'park/', forcePathStyle: true, credentials }
  const backend = await s3Backend(config)
  const damage = async (sha256: string) => {
    const key = [...fake.objects.keys()].find((name) => name.endsWith(sha256)) ?? ''
    const bytes = Buffer.from(fake.objects.get(key) ?? '')
    bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0)
    fake.objects.set(key, bytes)
  }
  const stop = async () => {
    backend.close()
    await fake.stop()
  }
  return { backend, damage, stop }
}

describe.each([
  ['on disk', onDisk],
  ['in an S3-compatible store', onS3],
])('blobs %s', (_, make) => {
  let folder: string
  let made: Made
  let blobs: Blobs
  const drafts = () => readdir(join(folder, 'drafts')).catch(() => [])

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ecopark-blobs-'))
    made = await make(folder)
    blobs = createBlobs({ backend: made.backend, drafts: join(folder, 'drafts'), touch: async () => undefined })
  })
  afterAll(async () => {
    await made.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('gives back what was stored, by its sum: in memory, as a stream, as a file', async () => {
    const bytes = randomBytes(700_000)
    const blob = await blobs.put(Readable.from([bytes.subarray(0, 1), bytes.subarray(1, 65_537), bytes.subarray(65_537)]))
    expect(blob).toEqual({ sha256: sum(bytes), size: bytes.length })
    expect((await blobs.read(blob.sha256)).equals(bytes)).toBe(true)
    expect((await readAll(await blobs.stream(blob.sha256))).equals(bytes)).toBe(true)
    expect((await blobs.withFile(blob.sha256, (path) => readFile(path))).equals(bytes)).toBe(true)
    expect(await blobs.put(bytes)).toEqual(blob)
    expect(await drafts()).toEqual([])
  })

  it('keeps an empty file', async () => {
    const { sha256, size } = await blobs.put(Buffer.alloc(0))
    expect(size).toBe(0)
    expect(await blobs.read(sha256)).toHaveLength(0)
  })

  it('tells damage, before the last piece is out; storing the bytes again heals it', async () => {
    const bytes = randomBytes(300_000)
    const { sha256 } = await blobs.put(bytes)
    await made.damage(sha256)
    const damaged = { code: 'store.blob-damaged' }
    await expect(blobs.read(sha256)).rejects.toMatchObject(damaged)
    await expect(readAll(await blobs.stream(sha256))).rejects.toMatchObject(damaged)
    await expect(blobs.withFile(sha256, async () => 'used')).rejects.toMatchObject(damaged)
    await blobs.put(bytes)
    expect((await blobs.read(sha256)).equals(bytes)).toBe(true)
  })

  it('tells what is missing, and takes no other name for one', async () => {
    for (const name of [sum(randomBytes(9)), '../../etc/passwd', '', 'A'.repeat(64)]) {
      expect(await blobs.has(name)).toBe(false)
      await expect(blobs.read(name)).rejects.toMatchObject({ code: 'store.blob-missing' })
      await expect(blobs.withFile(name, async () => 'used')).rejects.toMatchObject({ code: 'store.blob-missing' })
    }
  })

  it('refuses too many bytes while they come, and leaves nothing behind', async () => {
    let given = 0
    async function* endless() {
      for (;;) {
        given += 65_536
        yield Buffer.alloc(65_536)
      }
    }
    await expect(blobs.put(endless(), { maxBytes: 1_000_000 })).rejects.toMatchObject({ code: 'store.too-large' })
    expect(given).toBeLessThan(1_200_000)
    expect(await drafts()).toEqual([])
  })

  it('leaves nothing behind where the sender breaks off', async () => {
    async function* broken() {
      yield Buffer.alloc(1_000)
      throw new Error('aborted')
    }
    await expect(blobs.put(broken())).rejects.toThrow('aborted')
    expect(await drafts()).toEqual([])
  })
})

it('tells a blob on disk that was cut short', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ecopark-blobs-'))
  const backend = diskBackend(join(folder, 'blobs'))
  const blobs = createBlobs({ backend, drafts: join(folder, 'drafts'), touch: async () => undefined })
  const { sha256 } = await blobs.put(randomBytes(1_000))
  await truncate(backend.localPath(sha256) ?? '', 0)
  await expect(blobs.read(sha256)).rejects.toMatchObject({ code: 'store.blob-damaged' })
  await rm(folder, { recursive: true })
})
