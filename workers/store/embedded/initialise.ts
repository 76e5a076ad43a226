import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { access, chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreError } from '../store-error.ts'
import type { Binaries } from './binaries.ts'
import type { Launch, RunAs } from './run-as.ts'

/** The role that owns the embedded database. */
export const superuser = 'ecopark'

const passwordFile = (cluster: string) => join(cluster, 'ecopark-password')
export const clusterIn = (folder: string): string => join(folder, 'data')

/** The password of the embedded database's role, made with the cluster. */
export const readPassword = async (folder: string): Promise<string> => (await readFile(passwordFile(clusterIn(folder)), 'utf8')).trim()

/** Makes a folder that only the user PostgreSQL runs as may look into. */
export async function makePrivateFolder(path: string, runAs: RunAs): Promise<void> {
  await mkdir(path, { recursive: true })
  await own(path, runAs)
  await chmod(path, 0o700)
}

/**
 * Makes the database cluster where there is none yet. It is built aside and renamed, so that of several processes one wins and a
 * process that dies leaves nothing half made in its place.
 */
export async function initialise(folder: string, { initdb }: Binaries, runAs: RunAs, launch: Launch): Promise<void> {
  const cluster = clusterIn(folder)
  if (await exists(join(cluster, 'PG_VERSION'))) return
  const draft = `${cluster}.${randomBytes(6).toString('hex')}`
  const password = `${draft}.password`
  try {
    await writeFile(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
    await own(password, runAs)
    await runInitdb(launch(initdb, ['-D', draft, '-U', superuser, `--pwfile=${password}`, ...flags]))
    await rename(password, passwordFile(draft))
    await rename(draft, cluster)
  } catch (error) {
    if (!(await exists(join(cluster, 'PG_VERSION')))) throw error
  } finally {
    await rm(draft, { recursive: true, force: true })
    await rm(password, { force: true })
  }
}

const flags = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', '--no-instructions']

async function runInitdb({ file, args, as }: ReturnType<Launch>): Promise<void> {
  const child = spawn(file, args, { ...as, cwd: '/', env: serverEnvironment, stdio: ['ignore', 'ignore', 'pipe'] })
  let told = ''
  child.stderr.on('data', (chunk: Buffer) => {
    told = (told + chunk.toString('utf8')).slice(-2_000)
  })
  await new Promise<void>((done, fail) => {
    child.on('error', (cause) => fail(unusable(cause.message, cause)))
    child.on('close', (code) => (code === 0 ? done() : fail(unusable(told.trim()))))
  })
}

const unusable = (why: string, cause?: unknown) =>
  new StoreError('store.unavailable', `不能在数据文件夹中建立内置数据库：${why}`, { cause })

/** PostgreSQL gets nothing of this process's environment, which holds secrets. */
export const serverEnvironment: NodeJS.ProcessEnv = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

const own = async (path: string, { uid, gid }: RunAs) => {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid)
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
