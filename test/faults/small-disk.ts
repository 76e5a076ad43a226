import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, rmdir, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const megabyte = 1024 ** 2
const fillerName = 'filler'

export type SmallDisk = {
  readonly folder: string
  /** Fills it to its last block. */
  readonly fill: () => Promise<void>
  /** Makes room again. */
  readonly empty: () => Promise<void>
  /** The names of all files on it, but for what fills it. */
  readonly files: () => Promise<string[]>
  readonly remove: () => Promise<void>
}

/** A disk of some megabytes. Mounting one needs root: without, the test fails rather than passes unseen. */
export async function openSmallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'ecopark-disk-'))
  await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder])
  const filler = join(folder, fillerName)
  const grow = (bytes: number) =>
    writeFile(filler, Buffer.alloc(bytes), { flag: 'a' }).then(
      () => true,
      () => false,
    )
  return {
    folder,
    fill: async () => {
      const { bavail, bsize } = await statfs(folder)
      await grow(bavail * bsize)
      for (let size = megabyte; size >= 4096; size /= 2) while (await grow(size));
    },
    empty: () => rm(filler, { force: true }),
    files: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      return entries.filter((entry) => entry.isFile() && entry.name !== fillerName).map(({ name }) => name)
    },
    remove: async () => {
      await run('umount', ['-l', folder])
      await rmdir(folder)
    },
  }
}
