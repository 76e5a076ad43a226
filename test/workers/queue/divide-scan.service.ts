import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { standardFor } from '../../../rules/standards/index.ts'
import { Report } from '../../../schemas/report.ts'
import { JobError } from '../../../workers/parse-pool.ts'
import { queueNames, runOf } from '../../../workers/queue/jobs.ts'
import { startWorkers, type Workers } from '../../../workers/queue/start-workers.ts'
import type { ReviewProgress } from '../../../workers/queue.ts'
import { recogniseRangeWorker } from '../../../workers/recognise-range-worker.ts'
import { readDocument, reviewDossier } from '../../../workers/review.ts'
import type { Store } from '../../../workers/store/index.ts'
import { draft } from './harness/dossiers.ts'
import { type OpenQueue, openQueue } from './harness/open-queue.ts'
import { scannedPlan } from './harness/scanned-plan.ts'
import { until } from './harness/until.ts'

describe.each(['redis', 'postgres'] as const)('a scan on %s', (kind) => {
  let opened: OpenQueue
  let store: Store
  let workers: Workers | undefined
  let bytes: Uint8Array
  const name = '规划（扫描）.pdf'

  beforeAll(async () => {
    opened = await openQueue(kind)
    store = opened.store
    bytes = await scannedPlan([4, 5, 4], 2)
  })
  afterEach(async () => {
    await workers?.close()
    workers = undefined
  })
  afterAll(() => opened?.close())

  const submitted = async () => {
    const revision = await draft(store, opened.organisation, [{ name, bytes }])
    await opened.queue.submit(revision)
    const [document] = await store.documents.list(revision)
    if (document === undefined) throw new Error('no document')
    return { revision, document }
  }

  test('is divided by its pages, told page by page, and comes to the report of one process', async () => {
    const { revision, document } = await submitted()
    const told: ReviewProgress[] = []
    const stop = opened.queue.watch(revision, (progress) => told.push(progress))
    workers = await startWorkers({ redisUrl: opened.redisUrl, workerConcurrency: 2 }, store, () => undefined)
    await until('the review', async () => (await store.revisions.read(revision)).status === 'reviewed', 120_000)
    stop()

    const documents = opened.queue.queues.find(({ name }) => name === queueNames.document)
    const ranges = ((await documents?.getCompleted()) ?? []).flatMap(({ data }) =>
      data.document === document.id && data.pages ? [data.pages] : [],
    )
    expect(ranges.sort((a, b) => a[0] - b[0])).toEqual([
      [1, 2],
      [4, 4],
    ])

    const reading = await readDocument({ id: 'd1', name, bytes }, standardFor(null))
    expect(reading).toMatchObject({ pages: 4, ocrPages: 3, status: 'parsed' })
    expect(reading.facts.length).toBeGreaterThan(20)
    const kept = await store.reports.find(revision, 'json')
    const due = Report.parse(reviewDossier([reading], null).report)
    expect((await store.blobs.read(kept?.sha256 ?? '')).toString('utf8')).toBe(`${JSON.stringify(due, null, 1)}\n`)

    const pages = told.filter(({ documents }) => documents.done === 0).map(({ pages }) => pages)
    expect(Math.max(...pages)).toBeGreaterThanOrEqual(2)
    expect(told.map(({ pages }) => pages)).toEqual(told.map(({ pages }) => pages).sort((a, b) => a - b))
    expect(await store.recognisedPages.list(document.id)).toEqual([])
  })

  test('loses only the page that hangs', async () => {
    const { revision, document } = await submitted()
    const run = runOf(await store.revisions.read(revision))
    await store.revisions.move(revision, ['queued'], 'reviewing')
    await store.documents.startReading(document.id)
    const hangs = recogniseRangeWorker(store, async (question) => {
      if ((question as { page: number }).page === 1) throw new JobError('timeout', '读取超时，已中止。')
      throw new JobError('crash', '读取过程异常中止。')
    })
    const first = { data: { ...run, document: document.id, pages: [1, 1] }, attemptsMade: 0 }
    expect(await hangs(first)).toBe('done')
    const crash = { data: { ...run, document: document.id, pages: [2, 2] }, attemptsMade: 0 }
    await expect(hangs(crash)).rejects.toThrow('异常中止')
    expect(await store.recognisedPages.list(document.id)).toEqual([1])

    workers = await startWorkers({ redisUrl: opened.redisUrl, workerConcurrency: 2 }, store, () => undefined)
    await until('the review', async () => (await store.revisions.read(revision)).status === 'reviewed', 120_000)
    const reading = await store.documents.findReading(document.id)
    expect(reading).toMatchObject({ status: 'partial', pages: 4, ocrPages: 2 })
    expect(reading?.problems.map(({ page }) => page)).toEqual([1])
  })
})
