import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { clusterIn } from './initialise.ts'

const pidFile = (folder: string) => join(clusterIn(folder), 'postmaster.pid')

/** The process that the server's lock file names, alive or not. */
export async function findPostmaster(folder: string): Promise<number | undefined> {
  const [first] = (await readFile(pidFile(folder), 'utf8').catch(() => '')).split('\n')
  const pid = Number.parseInt(first ?? '', 10)
  return pid > 0 ? pid : undefined
}

/** Whether the system runs such a process. One that ended and whose parent never asked for its end (a zombie) is not running. */
async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z'
}

/** Whether any process of a server works in this cluster: also one that outlives its killed server for a moment. */
async function isInUse(cluster: string): Promise<boolean> {
  const here = await realpath(cluster)
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const folders = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => null)))
  return folders.includes(here)
}

/**
 * Removes a lock file that a killed server left behind and whose process number is still taken: by another program (as in a restarted
 * container) or by what is left of the server itself (a zombie). PostgreSQL would take either for a running server. Only where the
 * system tells what each process is.
 */
export async function clearStaleLock(folder: string): Promise<void> {
  const pid = await findPostmaster(folder)
  if (pid === undefined) return
  const command = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => null)
  if (command === null || (await isInUse(clusterIn(folder)))) return
  await rm(pidFile(folder), { force: true })
}

/** Whether a child of this server is reading the log again after a crash; true, too, where the system does not tell what runs. */
async function isRecovering(postmaster: number): Promise<boolean> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  if (pids.length === 0) return true
  for (const pid of pids) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (!command.startsWith('postgres: startup')) continue
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    if (Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === postmaster) return true
  }
  return false
}

/** A server between two steps of its start recovers nothing for a moment, too. */
const strandedMs = 3_000

/**
 * Watches a server that answers that it is starting. PostgreSQL 18 may strand there: where the disk is full while it recovers, its
 * recovery ends and nothing ever goes on. Such a server is ended, to be started anew.
 */
export function watchStart(folder: string): () => Promise<void> {
  let idle: { readonly pid: number; readonly since: number } | undefined
  return async () => {
    const pid = await findPostmaster(folder)
    if (pid === undefined || (await isRecovering(pid))) idle = undefined
    else if (idle?.pid !== pid) idle = { pid, since: Date.now() }
    else if (Date.now() - idle.since > strandedMs) {
      idle = undefined
      if (await isAlive(pid)) process.kill(pid, 'SIGQUIT')
    }
  }
}

/** A server that does not end in order within this is ended at once; it reads its log again at its next start. */
const orderlyMs = 10_000

/** Stops the server: open transactions are rolled back. Resolves when it is gone, at the latest after 30 s. */
export async function stopPostmaster(folder: string): Promise<void> {
  const pid = await findPostmaster(folder)
  if (pid === undefined || !(await isAlive(pid))) return
  const isThere = async () => (await findPostmaster(folder)) === pid && (await isAlive(pid))
  process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < 30_000 && (await isThere()); waited += 20) {
    if (waited === orderlyMs) process.kill(pid, 'SIGQUIT')
    await wait(20)
  }
}
