import { fork, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { joinServer, type Membership } from '../../../workers/store/embedded/join-server.ts'
import { findPostmaster, stopPostmaster } from '../../../workers/store/embedded/postmaster.ts'

let root: string
let folder: string
const members: Membership[] = []

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ecopark-embedded-'))
  await chmod(root, 0o711)
  folder = join(root, 'postgres')
})
afterEach(async () => {
  for (const member of members.splice(0)) await member.leave()
  await stopPostmaster(folder)
})
afterAll(() => rm(root, { recursive: true, force: true }))

const enter = async () => {
  const member = await joinServer(folder, { fsync: 'off' })
  members.push(member)
  return member
}

async function ask<T>(url: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

/** Whether the process runs; what has ended and waits for its parent to notice does not. */
const lives = (pid: number | undefined) =>
  /^[^Z\s]/.test(
    spawnSync('ps', ['-o', 'stat=', '-p', String(pid)])
      .stdout.toString()
      .trim(),
  )

describe('the embedded database', () => {
  it('is started once by those who come at the same time, and stops with the last of them', async () => {
    const [one, other] = await Promise.all([enter(), enter()])
    expect(other?.url).toBe(one?.url)
    await ask(one?.url ?? '', "create table kept as select '留下' as text")
    const pid = await findPostmaster(folder)
    await one?.leave()
    expect(await ask(other?.url ?? '', 'select text from kept')).toEqual([{ text: '留下' }])
    await other?.leave()
    expect(lives(pid)).toBe(false)
    const again = await enter()
    expect(again.url).toBe(one?.url)
    expect(await ask(again.url, 'select text from kept')).toEqual([{ text: '留下' }])
  })

  it('listens on no port and lets nobody in without the password', async () => {
    const { url } = await enter()
    expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
    await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/)
    const secret = new URL(url).password
    expect(await readFile(join(folder, 'server.log'), 'utf8')).not.toContain(secret)
  })

  it('is started again when it is killed while somebody uses it', async () => {
    const { url } = await enter()
    await ask(url, 'create table numbers as select 1 as n')
    const pid = await findPostmaster(folder)
    process.kill(pid ?? 0, 'SIGKILL')
    let rows: unknown[] = []
    for (let attempt = 0; attempt < 200 && rows.length === 0; attempt += 1) {
      rows = await ask(url, 'select n from numbers').catch(() => [])
      await wait(50)
    }
    expect(rows).toEqual([{ n: 1 }])
    expect(await findPostmaster(folder)).not.toBe(pid)
  })

  it('starts over a lock file whose process number now belongs to another program', async () => {
    const { leave } = await enter()
    await leave()
    // As after a power cut in a container: the number is alive, but it is no server of this folder.
    const bystander = spawnBystander()
    try {
      await writeFile(
        join(folder, 'data', 'postmaster.pid'),
        `${bystander.pid}\n${join(folder, 'data')}\n1\n5432\n${join(folder, 'socket')}\n\n`,
      )
      const { url } = await enter()
      expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
      expect(lives(bystander.pid)).toBe(true)
    } finally {
      bystander.kill('SIGKILL')
    }
  })

  it('outlives a member that is killed, and is found by the next one', async () => {
    const child = forkMember()
    await once(child, 'message')
    const pid = await findPostmaster(folder)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(lives(pid)).toBe(true)
    const { leave } = await enter()
    expect(await findPostmaster(folder)).toBe(pid)
    await leave()
    expect(lives(pid)).toBe(false)
  })

  it.runIf(process.getuid?.() === 0)('runs for root, as another user, also behind a folder that is closed to that user', async () => {
    const closed = await mkdtemp(join(tmpdir(), 'ecopark-closed-'))
    const { url, leave } = await joinServer(join(closed, 'postgres'), { fsync: 'off' })
    try {
      expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
      const status = await readFile(`/proc/${await findPostmaster(join(closed, 'postgres'))}/status`, 'utf8')
      expect(status).not.toMatch(/^Uid:\s+0/m)
    } finally {
      await leave()
      await rm(closed, { recursive: true })
    }
  })

  it.runIf(process.getuid?.() === 0)('runs for an ordinary user as for root', async () => {
    const nobody = 65_534
    await chmod(root, 0o777)
    folder = join(root, 'of-nobody')
    const child = forkMember({ uid: nobody, gid: nobody })
    const [told] = await once(child, 'message')
    expect(told).toBe('joined')
    expect(
      spawnSync('stat', ['-c', '%u %a', join(folder, 'data')])
        .stdout.toString()
        .trim(),
    ).toBe(`${nobody} 700`)
    child.send('leave')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
  })
})

const spawnBystander = () => spawn('sleep', ['600'], { stdio: 'ignore' })

function forkMember(as: { uid?: number; gid?: number } = {}) {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const env = { ...process.env, TSX_DISABLE_CACHE: '1', HOME: root }
  return fork(fileURLToPath(new URL('./join-as-member.ts', import.meta.url)), [folder], { ...as, env, execArgv: ['--import', loader] })
}
