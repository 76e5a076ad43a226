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

/** Stops the server: open transactions are rolled back. Resolves when it is gone, at the latest after 30 s. */
export async function stopPostmaster(folder: string): Promise<void> {
  const pid = await findPostmaster(folder)
  if (pid === undefined || !(await isAlive(pid))) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < 30_000 && (await findPostmaster(folder)) === pid && (await isAlive(pid)); waited += 20) await wait(20)
}
