import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report } from '../../schemas/report.ts'
import { sample } from '../workers/queue/harness/dossiers.ts'
import { type Client, makeClient, makePark } from './http-client.ts'
import { processesOver, type Started, startProcess } from './start-process.ts'

/* `npm start` as on a bare machine: from nothing to a reviewed dossier, and to nothing left running. */

let dataDir: string
let environment: Record<string, string>
let service: Started
let client: Client
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ecopark-start-'))
  const free = createServer().listen(0, '127.0.0.1')
  await new Promise((listening) => free.once('listening', listening))
  environment = { DATA_DIR: dataDir, PORT: String((free.address() as AddressInfo).port) }
  await new Promise((closed) => free.close(closed))
  service = await startProcess('api/start.ts', environment)
})
afterAll(async () => {
  await service.stop('SIGTERM')
  await rm(dataDir, { recursive: true, force: true })
})

const until = async (what: () => Promise<boolean>) => {
  while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 250))
}

test('the first answer comes within 15 s on an empty data folder', () => {
  expect(service.seconds).toBeLessThan(15)
  expect(service.output()).toMatch(/园核已启动：http:\/\/127\.0\.0\.1:\d+/)
})

test('the printed one-time password signs the first administrator in; a dossier is uploaded, reviewed, answered and reported', async () => {
  const [, password = ''] = /一次性密码 (\S+) 登录/.exec(service.output()) ?? []
  client = makeClient(service.at)
  await client.signIn('admin', password)
  await client.changePassword(password, '一个足够长的新密码 2026')
  const { id: organisationId } = await makePark(client)
  const { dossier, revision } = await client.ask<{ dossier: { id: string }; revision: { id: string } }>('POST', '/api/dossiers', {
    title: '示例园区验收',
    organisationId,
  })
  const form = new FormData()
  const files = await sample('acceptance')
  for (const { name, bytes } of files) form.append('files', new Blob([new Uint8Array(bytes)]), name)
  const { results } = await client.ask<{ results: { outcome: string }[] }>('POST', `/api/dossiers/${dossier.id}/documents`, form)
  expect(results.map(({ outcome }) => outcome)).toEqual(files.map(() => 'added'))

  await client.ask('POST', `/api/revisions/${revision.id}/review`)
  const events = await (await client.send('GET', `/api/revisions/${revision.id}/events`)).text()
  expect(events).toContain('"stage":"reviewed"')

  const report = await client.ask<Report>('GET', `/api/revisions/${revision.id}/reports/json`)
  expect(report.summary.errors).toBeGreaterThan(0)
  for (const [format, start] of [
    ['html', '<!'],
    ['docx', 'PK'],
    ['xlsx', 'PK'],
  ] as const) {
    const response = await client.send('GET', `/api/revisions/${revision.id}/reports/${format}`)
    expect([format, response.status, (await response.text()).slice(0, 2)]).toEqual([format, 200, start])
  }
  const { items } = await client.ask<{ items: { id: string }[] }>('GET', `/api/revisions/${revision.id}/findings`)
  expect(items.length).toBe(report.findings.length)
  const answer = await client.ask('PUT', `/api/findings/${items[0]?.id}/disposition`, { verdict: 'confirmed', comment: '', version: 0 })
  expect(answer).toMatchObject({ version: 1 })
  const boxed = report.facts.find(({ evidence }) => evidence.bbox !== null)
  const picture = await client.send('GET', `/api/revisions/${revision.id}/facts/${boxed?.id}/picture`)
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
})

test('SIGTERM ends every process of the tree, and what was stored is there at the next start', async () => {
  expect(processesOver(dataDir).length).toBeGreaterThan(2)
  expect(await service.stop()).toBe(0)
  await until(async () => processesOver(dataDir).length === 0)
  service = await startProcess('api/start.ts', environment)
  expect(service.output()).not.toContain('一次性密码')
  client = makeClient(service.at)
  await client.signIn('admin', '一个足够长的新密码 2026')
  expect(await client.ask('GET', '/api/dossiers')).toMatchObject({ items: [{ title: '示例园区验收', status: 'reviewed' }] })
})

test('kill -9 of the supervisor ends its parts too, and the next start goes on', async () => {
  await service.stop('SIGKILL')
  await until(async () => processesOver(dataDir).every((line) => /postgres/.test(line)))
  service = await startProcess('api/start.ts', environment)
  await client.signIn('admin', '一个足够长的新密码 2026')
  expect(await client.ask('GET', '/api/session')).toMatchObject({ user: { login: 'admin' } })
})
