import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { embeddedUrl } from '../../workers/store/embedded/start-server.ts'
import { type Client, makeClient, makePark } from '../api/http-client.ts'
import { processesOver, type Started, startProcess } from '../api/start-process.ts'
import { type File, sample } from '../workers/queue/harness/dossiers.ts'
import { freePort } from '../workers/queue/harness/free-port.ts'
import { openRedis, type Server } from '../workers/queue/harness/servers.ts'
import { until } from '../workers/queue/harness/until.ts'
import { faultRuns, kinds } from './service.ts'
import { openSmallDisk, type SmallDisk } from './small-disk.ts'

/* `npm start` with all that it keeps (files, embedded database, queue) on one disk, as on a department's single machine. */

const password = '一个足够长的密码 2026'

describe.each(kinds)('with the queue on %s', (kind) => {
  let disk: SmallDisk
  let redis: Server | undefined
  let dataDir: string
  let service: Started
  let client: Client
  let park: string
  let files: File[]
  beforeAll(async () => {
    files = await sample('acceptance', '年度')
    disk = await openSmallDisk(320)
    dataDir = join(disk.folder, 'data')
    await mkdir(dataDir)
    if (kind === 'redis') redis = await openRedis(undefined, disk.folder)
    const environment = { DATA_DIR: dataDir, PORT: String(await freePort()), RATE_PER_MINUTE: '1000000', WORKER_CONCURRENCY: '2' }
    service = await startProcess('api/start.ts', { ...environment, ...(redis ? { REDIS_URL: redis.url } : {}) })
    client = makeClient(service.at)
    const [, once = ''] = /一次性密码 (\S+) 登录/.exec(service.output()) ?? []
    await client.signIn('admin', once)
    await client.changePassword(once, password)
    park = (await makePark(client)).id
  })
  afterAll(async () => {
    await disk?.empty()
    await service?.stop()
    await redis?.remove()
    const remains = processesOver(dataDir ?? '')
    if (remains.length > 0) throw new Error(`${remains.join('\n')}\n${service.output().slice(-5_000)}`)
    await disk?.remove()
  })

  const connect = async () => {
    const database = new pg.Client({ connectionString: await embeddedUrl(join(dataDir, 'postgres'), 'ecopark') })
    database.on('error', () => undefined)
    await database.connect()
    return database
  }
  const makeDossier = async () => {
    const body = { title: '示例园区', organisationId: park }
    const { dossier, revision } = await client.ask<{ dossier: { id: string }; revision: { id: string } }>('POST', '/api/dossiers', body)
    return { dossier: dossier.id, revision: revision.id }
  }
  const upload = (dossier: string, some: readonly File[]) => {
    const form = new FormData()
    for (const { name, bytes } of some) form.append('files', new Blob([new Uint8Array(bytes)]), name)
    return client.send('POST', `/api/dossiers/${dossier}/documents`, form)
  }
  const submit = (revision: string) => client.send('POST', `/api/revisions/${revision}/review`)
  const stageOf = async (revision: string) => (await client.ask<{ stage: string }>('GET', `/api/revisions/${revision}/progress`)).stage
  const report = async (revision: string) => (await client.send('GET', `/api/revisions/${revision}/reports/json`)).text()
  const findings = async (revision: string) =>
    JSON.stringify(
      (await client.ask<{ items: { finding: unknown }[] }>('GET', `/api/revisions/${revision}/findings?limit=200`)).items.map(
        ({ finding }) => finding,
      ),
    )
  const reviewed = (revision: string) => until('a review', async () => (await stageOf(revision)) === 'reviewed', 90_000)

  test(`a disk that fills up ${faultRuns} times costs nothing but time`, async () => {
    const calm = await makeDossier()
    expect((await upload(calm.dossier, files)).status).toBe(201)
    await submit(calm.revision)
    await reviewed(calm.revision)
    const expected = { report: await report(calm.revision), findings: await findings(calm.revision) }
    const spare = await makeDossier()
    const revisions: string[] = []
    let refused = 0
    for (let round = 0; round < faultRuns; round += 1) {
      const [early, late] = [await makeDossier(), await makeDossier()]
      for (const { dossier } of [early, late]) expect((await upload(dossier, files)).status).toBe(201)
      // Half of the time the work is under way when the disk fills up, else it begins on a full disk.
      if (round % 2 === 0) expect((await submit(early.revision)).ok).toBe(true)
      const database = await connect()
      await disk.fill()
      // Now and then the database needs a new file for its log, without which it cannot run at all.
      if (round % 2 === 1) await database.query('select pg_switch_wal()').catch(() => undefined)
      await database.end().catch(() => undefined)
      const answer = await upload(spare.dossier, [{ name: `${round}.txt`, bytes: Buffer.alloc(4_000, `${round} `) }])
      // The database itself may just have made a little room.
      if (answer.status !== 201) {
        expect([507, 503]).toContain(answer.status)
        expect(answer.headers.get('content-type')).toContain('application/problem+json')
        refused += 1
      }
      await submit(late.revision)
      expect((await client.send('GET', '/health')).status).toBe(200)
      await disk.empty()
      for (const { revision } of [early, late])
        await until('a submission', async () => (await submit(revision)).ok || (await stageOf(revision)) !== 'draft')
      revisions.push(early.revision, late.revision)
    }
    expect(refused).toBeGreaterThan(faultRuns / 2)
    for (const revision of revisions) {
      await reviewed(revision)
      expect((await report(revision)) === expected.report).toBe(true)
      expect(await findings(revision)).toBe(expected.findings)
    }
    expect((await client.send('GET', '/ready')).status).toBe(200)
  })
})
