import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Sha256 } from '../entities.ts'
import { StoreError } from '../store-error.ts'
import { tellDiskFull } from './blob-faults.ts'

export type Spooled = { readonly path: string; readonly sha256: Sha256; readonly size: number }
type Limits = { maxBytes?: number | undefined; signal?: AbortSignal | undefined }

/** A name for a file that is not yet complete. */
export const draftIn = async (folder: string): Promise<string> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return join(folder, `${Date.now().toString(36)}-${randomBytes(12).toString('hex')}`)
}

const tooLarge = (maxBytes: number) =>
  new StoreError('store.too-large', `文件超过 ${sizeInWords(maxBytes)}，没有保存；请拆分或压缩后重试。`)

const sizeInWords = (bytes: number) =>
  bytes >= 1024 ** 2 ? `${Math.floor(bytes / 1024 ** 2)} MB` : bytes >= 1024 ? `${Math.floor(bytes / 1024)} KB` : `${bytes} 字节`

/**
 * Writes bytes to a new file in `folder`, hashing them on the way; the file is on disk (fsync) when this returns and gone when it throws:
 * store.too-large as soon as there are more than `maxBytes`, store.disk-full, or what the source threw.
 */
export async function spool(
  folder: string,
  source: Readable | AsyncIterable<Uint8Array> | Uint8Array,
  { maxBytes = Number.POSITIVE_INFINITY, signal }: Limits = {},
): Promise<Spooled> {
  const path = await draftIn(folder).catch((error: unknown) => {
    throw tellDiskFull(error)
  })
  const chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = source instanceof Uint8Array ? [source] : source
  try {
    const hash = createHash('sha256')
    let size = 0
    const file = await open(path, 'wx', 0o600)
    try {
      for await (const chunk of chunks) {
        signal?.throwIfAborted()
        size += chunk.length
        if (size > maxBytes) throw tooLarge(maxBytes)
        hash.update(chunk)
        await writeAll(file, chunk)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    return { path, sha256: hash.digest('hex'), size }
  } catch (error) {
    await rm(path, { force: true })
    throw tellDiskFull(error)
  }
}

async function writeAll(file: Awaited<ReturnType<typeof open>>, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.length; ) done += (await file.write(chunk, done)).bytesWritten
}

/** Removes what processes that died left behind: files older than this. */
export async function clearSpool(folder: string, olderThanMs: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found !== undefined && Date.now() - found.mtimeMs > olderThanMs) await rm(path, { force: true })
  }
}
