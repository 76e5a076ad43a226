import { once } from 'node:events'
import { constants, createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Backend } from './backend.ts'
import { blobMissing, tellDiskFull } from './blob-faults.ts'

/** Bytes in a folder, as ab/cd/abcd…. The files that `keep` takes must lie on the same disk. */
export function diskBackend(folder: string): Backend {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  return {
    async keep(file, sha256) {
      const path = pathOf(sha256)
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await rename(file, path)
        // The names of the file and of folders just made are safe only when their folders are.
        for (const parent of [dirname(path), dirname(dirname(path)), folder]) await syncFolder(parent)
      } catch (error) {
        throw tellDiskFull(error)
      }
    },
    has: (sha256) =>
      stat(pathOf(sha256)).then(
        (found) => found.isFile(),
        () => false,
      ),
    async open(sha256) {
      const stream = createReadStream(pathOf(sha256), { highWaterMark: 256 * 1024 })
      try {
        await once(stream, 'open')
      } catch (cause) {
        throw (cause as { code?: string }).code === 'ENOENT' ? blobMissing(sha256, cause) : cause
      }
      return stream
    },
    localPath: pathOf,
    delete: (sha256) => rm(pathOf(sha256), { force: true }),
    async ping() {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await access(folder, constants.W_OK | constants.R_OK)
    },
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
