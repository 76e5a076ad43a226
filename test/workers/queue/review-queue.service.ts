import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { standardFor } from '../../../rules/standards/index.ts'
import { Report } from '../../../schemas/report.ts'
import { type DocumentReaders, documentWorker } from '../../../workers/document-worker.ts'
import { dossierWorker, type Reviewers } from '../../../workers/dossier-worker.ts'
import { openChildSlots } from '../../../workers/queue/child-slots.ts'
import { queueNames, runOf } from '../../../workers/queue/jobs.ts'
import { ownChildren, startWorkers, type WorkerChildren, type Workers } from '../../../workers/queue/start-workers.ts'
import { createReviewQueue, isOver, type ReviewProgress, type ReviewQueue } from '../../../workers/queue.ts'
import { readDocument, reviewDossier } from '../../../workers/review.ts'
import type { Store } from '../../../workers/store/index.ts'
import { draft, sample } from './harness/dossiers.ts'
import { type OpenQueue, openQueue } from './harness/open-queue.ts'
import { outcomeOf } from './harness/outcome.ts'
import { pagePhotos } from './harness/page-photos.ts'
import { openRedis } from './harness/servers.ts'
import { until } from './harness/until.ts'
import { startWorkerProcess } from './harness/worker-process.ts'

/** Children that misbehave on files whose names say so, with limits that end them soon. */
const strange: WorkerChildren = {
  ...ownChildren,
  document: { module: new URL('./harness/strange-reader.ts', import.meta.url), memoryMb: 256, timeoutMs: 8_000 },
}
const concurrency = { workerConcurrency: 2 }

describe.each(['redis', 'postgres'] as const)('the queue on %s', (kind) => {
  let opened: OpenQueue
  let store: Store
  let queue: ReviewQueue
  let organisation: string
  let workers: Workers | undefined
  const warnings: string[] = []

  beforeAll(async () => {
    opened = await openQueue(kind, (message) => warnings.push(message))
    ;({ store, queue, organisation } = opened)
  })
  afterEach(async () => {
    await workers?.close()
    workers = undefined
  })
  afterAll(() => opened?.close())

  const work = async (children?: WorkerChildren) => {
    workers = await startWorkers({ redisUrl: opened.redisUrl, ...concurrency }, store, (message) => warnings.push(message), children)
  }
  const statusOf = async (revision: string) => (await store.revisions.read(revision)).status
  const reviewed = (revision: string) => until('the review', async () => (await statusOf(revision)) === 'reviewed', 60_000)

  test('a dossier is reviewed to the same report as in one process, and its progress is told', async () => {
    const files = await sample('acceptance')
    const revision = await draft(store, organisation, files)
    const told: ReviewProgress[] = []
    const stop = queue.watch(revision, (progress) => told.push(progress))
    await until('the first progress', () => told.length > 0)
    await queue.submit(revision)
    await work()
    await until('the end of the progress', () => told.some(isOver), 60_000)
    stop()

    const documents = await store.documents.list(revision)
    const uploads = documents.map(({ position, fileName }) => {
      const bytes = files.find(({ name }) => name === fileName)?.bytes ?? new Uint8Array()
      return { id: `d${position}`, name: fileName, bytes }
    })
    const readings = await Promise.all(uploads.map((upload) => readDocument(upload, standardFor(null))))
    const { report } = reviewDossier(readings, null)
    const kept = await store.reports.find(revision, 'json')
    expect((await store.blobs.read(kept?.sha256 ?? '')).toString('utf8')).toBe(`${JSON.stringify(Report.parse(report), null, 1)}\n`)

    expect(told[0]).toMatchObject({ stage: 'draft', documents: { done: 0, of: 6, failed: 0 } })
    expect(told.at(-1)).toMatchObject({ stage: 'reviewed', documents: { done: 6, of: 6, failed: 0 }, problem: null })
    const done = told.map(({ documents }) => documents.done)
    expect(done).toEqual([...done].sort((a, b) => a - b))
    expect(told.at(-1)?.pages).toBeGreaterThanOrEqual(6)
  })

  test('photos of pages that were uploaded into one folder are read as one document, and each value is kept with its own photo', async () => {
    const photos = await pagePhotos()
    const revision = await draft(store, organisation, photos)
    await queue.submit(revision)
    await work()
    await reviewed(revision)
    const documents = await store.documents.list(revision)
    expect(documents.map(({ fileName, role, pages }) => [fileName, role, pages])).toEqual([
      ['年报/IMG_1.jpg', 'annual_report', 1],
      ['年报/IMG_2.jpg', 'annual_report', 1],
    ])
    const kept = await store.reports.find(revision, 'json')
    const { facts } = Report.parse(JSON.parse((await store.blobs.read(kept?.sha256 ?? '')).toString('utf8')))
    expect(facts.map(({ document, raw, evidence }) => [document, raw, evidence.page])).toEqual([['d2', '340.8亿元', 1]])
  })

  test('two workers on the same jobs leave one set of facts and findings, and one message of it', async () => {
    const events = ['review.reviewed', 'review.failed']
    const webhook = await store.webhooks.create({ organisationId: organisation, url: 'https://example.cn/', secret: '密钥', events })
    const revision = await draft(store, organisation, await sample('acceptance', '年度'))
    await store.revisions.submit(revision)
    const run = runOf(await store.revisions.read(revision))
    const readers: DocumentReaders = openChildSlots(ownChildren.document, 2)
    const reviewers: Reviewers = openChildSlots(ownChildren.dossier, 2)
    const read = documentWorker(store, readers)
    const check = dossierWorker(store, reviewers)
    for (const { id } of await store.documents.list(revision)) {
      const job = { data: { ...run, document: id }, attemptsMade: 0 }
      await Promise.all([read(job), read(job)])
      expect(await read(job)).toBe('already-done')
    }
    const job = { data: { ...run, restarts: 0 }, attemptsMade: 0 }
    const outcomes = await Promise.all([check(job), check(job)])
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    const once = await outcomeOf(store, revision)
    expect(await check(job)).toBe('not-wanted')
    expect(await outcomeOf(store, revision)).toBe(once)
    await Promise.all([readers.close(), reviewers.close()])

    const { items } = await store.webhooks.deliveries(webhook.id)
    expect(items.map(({ event }) => event)).toEqual(['review.reviewed'])
    expect(JSON.parse(items[0]?.payload ?? '')).toMatchObject({ revision, status: 'reviewed', number: 1, problem: null })
    await store.webhooks.delete(webhook.id)
  })

  test('a file that hangs, bursts or crashes its child costs only itself, and a finding says why', async () => {
    const files = await sample('acceptance', '年度')
    const bad = ['死循环.docx', '撑爆内存.docx', '崩溃.docx'].map((name) => ({ name, bytes: Buffer.from(name) }))
    const revision = await draft(store, organisation, [...files, ...bad])
    await work(strange)
    await queue.submit(revision)
    await reviewed(revision)
    const status = new Map((await store.documents.list(revision)).map(({ fileName, status }) => [fileName, status]))
    for (const { name } of files) expect(status.get(name)).toBe('parsed')
    for (const { name } of bad) expect(status.get(name)).toBe('failed')
    const { items } = await store.findings.list(
      { scope: 'all', revisionId: revision, rule: 'completeness/unreadable-document' },
      { limit: 200 },
    )
    const said = new Map(items.map(({ finding }) => [finding.subject, finding.message]))
    expect(said.get('死循环.docx')).toContain('超时')
    expect(said.get('撑爆内存.docx')).toContain('内存')
    expect(said.get('崩溃.docx')).toContain('异常中止')
    expect(items).toHaveLength(3)
  })

  test('a cancelled review stops at once and leaves nothing; submitted again, it is reviewed', async () => {
    const revision = await draft(store, organisation, [
      ...(await sample('acceptance', '2020')),
      { name: '死循环.docx', bytes: Buffer.from('死循环') },
    ])
    await work({ ...strange, document: { ...strange.document, timeoutMs: 20_000 } })
    await queue.submit(revision)
    await until('the hanging document', async () => (await store.documents.list(revision)).some(({ status }) => status === 'reading'))
    expect(await queue.cancel(revision)).toBe(true)
    expect(await queue.cancel(revision)).toBe(false)
    const other = await draft(store, organisation, await sample('acceptance', '2022'))
    await queue.submit(other)
    await reviewed(other)
    await until(
      'no work',
      async () => Object.values(await queue.counts()).every(({ active, waiting }) => active === 0 && waiting === 0),
      10_000,
    )
    expect(await statusOf(revision)).toBe('cancelled')
    expect(await store.reports.find(revision, 'json')).toBeUndefined()

    await workers?.close()
    await work(strange)
    await queue.submit(revision)
    await reviewed(revision)
  })

  test('what is in the store but not in the queue is taken up within seconds', async () => {
    const revision = await draft(store, organisation, await sample('acceptance', '2020'))
    await store.revisions.submit(revision)
    await work()
    await reviewed(revision)

    const other = await draft(store, organisation, await sample('acceptance', '2022'))
    await workers?.close()
    await queue.submit(other)
    for (const lost of queue.queues) await lost.obliterate({ force: true })
    await work()
    await reviewed(other)
  })

  test('a dossier whose document jobs are gone does not wait for ever', async () => {
    const revision = await draft(store, organisation, await sample('acceptance', '2020'))
    await queue.submit(revision)
    const jobs = await queue.queues.find(({ name }) => name === queueNames.document)?.getWaiting()
    for (const job of jobs ?? []) await job.remove()
    await work()
    await reviewed(revision)
  })

  test('work of a worker that is killed is taken up within ten seconds, and one told to stop ends its work first', async () => {
    const environment = {
      ...opened.environment,
      WORKER_CONCURRENCY: '1',
    }
    const revision = await draft(store, organisation, await sample('acceptance'))
    const first = startWorkerProcess(environment)
    await first.ready
    await queue.submit(revision)
    const caught = await until('a document at work', async () =>
      (await store.documents.list(revision)).find(({ status }) => status === 'reading'),
    )
    first.kill('SIGKILL')
    await first.ended
    const killedAt = performance.now()
    const second = startWorkerProcess(environment)
    await second.ready
    await until(
      'the document to be active again',
      async () => {
        const active = await queue.queues.find(({ name }) => name === queueNames.document)?.getActive()
        const again = active?.some((job) => job.data.document === caught.id && job.attemptsStarted > 1)
        return again || (await store.documents.read(caught.id)).status === 'parsed'
      },
      20_000,
    )
    expect(performance.now() - killedAt).toBeLessThan(10_000)
    await reviewed(revision)

    const other = await draft(store, organisation, await sample('acceptance'))
    await queue.submit(other)
    const atWork = await until('a document at work', async () =>
      (await store.documents.list(other)).find(({ status }) => status === 'reading'),
    )
    second.kill('SIGTERM')
    expect(await second.ended).toEqual({ code: 0, signal: null })
    expect((await store.documents.read(atWork.id)).status).toBe('parsed')
    await work()
    await reviewed(other)
  })

  test('the queue says what is wrong with Redis, and nothing where all is well', async () => {
    expect(warnings.filter((message) => /AOF|maxmemory/.test(message))).toEqual([])
    if (kind === 'postgres') return
    const careless = await openRedis(['--appendonly', 'no', '--maxmemory-policy', 'allkeys-lru'])
    const said: string[] = []
    const other = await createReviewQueue({ redisUrl: careless.url }, store, (message) => said.push(message))
    expect(said.join('')).toContain('未开启 AOF')
    expect(said.join('')).toContain('maxmemory-policy 为 allkeys-lru')
    await other.close()
    await careless.remove()
  })

  test('nothing but the service’s own keys is in Redis', async () => {
    if (opened.redisUrl === null) return
    const client = new Redis(opened.redisUrl)
    const keys = await client.keys('*')
    client.disconnect()
    expect(keys.filter((key) => !key.startsWith('ecopark:'))).toEqual([])
  })
})
