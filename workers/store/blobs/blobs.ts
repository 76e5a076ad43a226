import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Sha256 } from '../entities.ts'
import type { Blobs } from '../store.ts'
import type { Backend } from './backend.ts'
import { blobDamaged, blobMissing } from './blob-faults.ts'
import { spool } from './spool.ts'

type Parts = {
  readonly backend: Backend
  /** Where incomplete files are written. */
  readonly drafts: string
  /** Told of every blob before its bytes are put in place, so that no sweep takes them away. */
  readonly touch: (sha256: Sha256, size: number) => Promise<void>
}

const name = /^[0-9a-f]{64}$/

/** The blob store over a backend: hashes what is written, and checks what is read against its name. */
export function createBlobs({ backend, drafts, touch }: Parts): Blobs {
  const open = async (sha256: Sha256) => {
    // A name is part of a path: nothing but a sum may become one.
    if (!name.test(sha256)) throw blobMissing(sha256)
    return checked(await backend.open(sha256), sha256)
  }
  return {
    async put(bytes, options) {
      const { path, sha256, size } = await spool(drafts, bytes, options)
      try {
        await touch(sha256, size)
        await backend.keep(path, sha256, size)
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
      return { sha256, size }
    },
    has: async (sha256) => name.test(sha256) && backend.has(sha256),
    async read(sha256) {
      const chunks: Uint8Array[] = []
      for await (const chunk of await open(sha256)) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
    stream: async (sha256) => Readable.from(await open(sha256), { objectMode: false, highWaterMark: 256 * 1024 }),
    async withFile(sha256, work) {
      const local = name.test(sha256) ? backend.localPath(sha256) : null
      const bytes = await open(sha256)
      if (local !== null) {
        await pipeline(bytes, drain)
        return work(local)
      }
      const { path } = await spool(drafts, bytes)
      try {
        return await work(path)
      } finally {
        await rm(path, { force: true })
      }
    },
  }
}

async function drain(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of chunks);
}

/** The same bytes; the last piece is held back until the sum is right. Throws StoreError store.blob-damaged. */
async function* checked(source: Readable, sha256: Sha256): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let held: Uint8Array | undefined
  for await (const chunk of source as AsyncIterable<Uint8Array>) {
    if (held !== undefined) yield held
    hash.update(chunk)
    held = chunk
  }
  if (hash.digest('hex') !== sha256) throw blobDamaged(sha256)
  if (held !== undefined) yield held
}
