import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorkers, type Workers } from '../../../workers/queue/start-workers.ts'
import { createReviewQueue, type ReviewQueue } from '../../../workers/queue.ts'
import { createRenderer, type Renderer } from '../../../workers/render.ts'
import { openStore, type Store } from '../../../workers/store/index.ts'
import { draft, openOrganisation, sample } from './harness/dossiers.ts'
import { openPostgres, type Server } from './harness/servers.ts'
import { until } from './harness/until.ts'

let dataDir: string
let postgres: Server
let store: Store
let queue: ReviewQueue
let workers: Workers
let renderer: Renderer
let revision: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ecopark-render-'))
  postgres = await openPostgres()
  store = await openStore({ dataDir, databaseUrl: postgres.url, s3: null })
  queue = await createReviewQueue({ redisUrl: null }, store)
  workers = await startWorkers({ redisUrl: null, workerConcurrency: 2 }, store)
  renderer = createRenderer(store)
  const damaged = { name: '损坏.pdf', bytes: Buffer.from('%PDF-1.7\n没有内容') }
  revision = await draft(store, await openOrganisation(store), [...(await sample('acceptance')), damaged])
  expect(await renderer.report(revision, 'json')).toBeUndefined()
  expect(await renderer.report(revision, 'html')).toBeUndefined()
  await queue.submit(revision)
  await until('the review', async () => (await store.revisions.read(revision)).status === 'reviewed', 90_000)
})
afterAll(async () => {
  await renderer?.close()
  await workers?.close()
  await queue?.close()
  await store?.close()
  await postgres?.remove()
  await rm(dataDir, { recursive: true, force: true })
})

const bytesOf = async (format: 'html' | 'docx' | 'xlsx' | 'form') => {
  const report = await renderer.report(revision, format)
  return store.blobs.read(report?.sha256 ?? '')
}

test('each form of a report is made once, and holds the findings', async () => {
  const [page, again] = await Promise.all([bytesOf('html'), bytesOf('html')])
  const { items } = await store.findings.list({ scope: 'all', revisionId: revision })
  const park = (await store.reports.summary(revision))?.park ?? ''
  expect(items.length).toBeGreaterThan(0)
  expect(page.toString('utf8')).toContain(park)
  expect(page.toString('utf8')).toContain('data:image/jpeg;base64,')
  expect(again.equals(page)).toBe(true)
  for (const format of ['docx', 'xlsx', 'form'] as const) expect((await bytesOf(format)).subarray(0, 2).toString()).toBe('PK')
  const kept = await store.reports.list(revision)
  expect(kept.map(({ format }) => format).sort()).toEqual(['docx', 'form', 'html', 'json', 'xlsx'])
})

test('evidence in a PDF is shown as a picture; elsewhere there is none', async () => {
  const documents = await store.documents.list(revision)
  const named = (part: string) => documents.find(({ fileName }) => fileName.includes(part)) ?? expect.unreachable()
  const { items } = await store.facts.list({ revisionId: revision, document: `d${named('验收报告.pdf').position}` })
  const place = items.find(({ evidence }) => evidence.bbox !== null)?.evidence
  const bbox = place?.bbox ?? expect.unreachable()
  const region = { page: place?.page ?? 0, bbox, marks: [bbox] }
  const picture = await renderer.picture(named('验收报告.pdf'), region)
  expect([...(picture ?? []).slice(0, 3)]).toEqual([0xff, 0xd8, 0xff])
  expect(await renderer.picture(named('验收报告.pdf'), region)).toBe(picture)
  expect(await renderer.picture(named('验收报告.pdf'), { ...region, page: 10_000 })).toBeNull()
  expect(await renderer.picture(named('建设规划.docx'), region)).toBeNull()
  expect(await renderer.picture(named('损坏.pdf'), region)).toBeNull()
})
