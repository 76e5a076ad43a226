import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { StoreError } from '../store-error.ts'

const run = promisify(execFile)

/** The user that PostgreSQL runs as; nothing given means the present one. */
export type RunAs = { readonly uid?: number; readonly gid?: number }

const idOf = async (which: '-u' | '-g', user: string) => Number.parseInt((await run('id', [which, user])).stdout, 10)

const findUser = async (user: string): Promise<RunAs | undefined> => {
  try {
    return { uid: await idOf('-u', user), gid: await idOf('-g', user) }
  } catch {
    return undefined
  }
}

/**
 * PostgreSQL refuses to run as root. Root runs it as the system user `postgres`, which is made where there is none; an ordinary user as
 * itself. Throws StoreError store.unavailable where the user cannot be made.
 */
export async function findRunAs(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {}
  const known = await findUser('postgres')
  if (known !== undefined) return known
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
  } catch {
    // Another process may have made it at the same time.
  }
  const made = await findUser('postgres')
  if (made !== undefined) return made
  throw new StoreError(
    'store.unavailable',
    '内置 PostgreSQL 不能以 root 运行，也不能建立系统用户 postgres；请换普通用户启动，或用 DATABASE_URL 指定数据库。',
  )
}

/** How to run a program of PostgreSQL: the command itself, or through one that changes the user. */
export type Launch = (program: string, args: readonly string[]) => { file: string; args: string[]; as: RunAs }

/**
 * How to run PostgreSQL as the given user, who must get at its programs and data. Where a folder above them is closed to that user (as
 * /root is), it gets the capability to pass through, as root itself has it. Throws StoreError store.unavailable where that cannot be.
 */
export async function findLaunch(runAs: RunAs, paths: readonly string[], probe: string): Promise<Launch> {
  const { uid, gid } = runAs
  const closed = await findClosedFolder(runAs, paths)
  if (uid === undefined || gid === undefined || closed === undefined) return (file, args) => ({ file, args: [...args], as: runAs })
  const identity = ['--reuid', String(uid), '--regid', String(gid), '--clear-groups']
  const passing = ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search', '--bounding-set=-all,+dac_read_search']
  const launch: Launch = (program, args) => ({ file: 'setpriv', args: [...identity, ...passing, program, ...args], as: {} })
  const { file, args } = launch(probe, ['--version'])
  try {
    await run(file, args)
    return launch
  } catch (cause) {
    throw new StoreError(
      'store.unavailable',
      `以 root 启动时，内置 PostgreSQL 以用户 postgres 运行，但该用户进不了文件夹 ${closed}；请换到 /opt、/srv 等位置，换普通用户启动，或用 DATABASE_URL 指定数据库。`,
      { cause },
    )
  }
}

/** The first folder above these paths that the user may not pass through. */
async function findClosedFolder({ uid, gid }: RunAs, paths: readonly string[]): Promise<string | undefined> {
  if (uid === undefined) return undefined
  for (const path of paths)
    for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
      const { mode, uid: owner, gid: group } = await stat(folder)
      const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
      if ((mode & bit) === 0) return folder
    }
  return undefined
}
