import { standardFor } from '../../rules/standards/index.ts'
import type { Manifest } from '../../schemas/dossier.ts'
import { Report } from '../../schemas/report.ts'
import { dossierWorker } from '../../workers/dossier-worker.ts'
import { runOf } from '../../workers/queue/jobs.ts'
import { run as runReview } from '../../workers/queue/review-job.ts'
import { readDocument } from '../../workers/review.ts'
import type { Revision, Store } from '../../workers/store/index.ts'

const table = (rows: readonly (readonly string[])[]) =>
  `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`

const manifest: Manifest = { park: '东湖园区', stage: 'acceptance' }

/** Two documents of one park that disagree on one value of 2021: 356.42 in one, 365.42 in the other. */
export const disagreeing = {
  '验收报告.html': `<h1>东湖园区国家生态工业示范园区验收报告</h1><p>数据来源：园区统计年报。</p><h2>一、指标完成情况</h2>${table([
    ['指标', '单位', '2020年', '2021年', '2022年'],
    ['工业增加值', '亿元', '310.15', '356.42', '401.88'],
    ['综合能源消费总量', '万吨标准煤', '150.2', '160.4', '170.6'],
  ])}`,
  '2021年度工作报告.html': `<h1>东湖园区2021年度国家生态工业示范园区建设工作报告</h1><h2>一、指标完成情况</h2>${table([
    ['指标', '单位', '2021年'],
    ['工业增加值', '亿元', '365.42'],
    ['综合能源消费总量', '万吨标准煤', '160.4'],
  ])}`,
}

/** A dossier of these documents, read and reviewed by the real stages, and stored as the workers do. */
export async function makeReviewedForReal(store: Store, organisationId: string, files: Readonly<Record<string, string>> = disagreeing) {
  const { dossier, revision } = await store.dossiers.create({ organisationId, title: '验收申请', manifest })
  return { dossier, revision, report: await reviewForReal(store, revision, files) }
}

/** The same dossier handed in once more, with these files. */
export async function makeReviewedAgainForReal(store: Store, dossierId: string, files: Readonly<Record<string, string>>) {
  const revision = await store.revisions.create(dossierId, { manifest, copyDocuments: false })
  return { revision, report: await reviewForReal(store, revision, files) }
}

async function reviewForReal(store: Store, revision: Revision, files: Readonly<Record<string, string>>): Promise<Report> {
  for (const [fileName, text] of Object.entries(files))
    await store.documents.add({ revisionId: revision.id, fileName, ...(await store.blobs.put(Buffer.from(text))) })
  await store.revisions.submit(revision.id)
  for (const { id, position, fileName } of await store.documents.list(revision.id)) {
    const upload = { id: `d${position}`, name: fileName, bytes: Buffer.from(files[fileName] ?? '') }
    await store.documents.saveReading(id, await readDocument(upload, standardFor(null)))
  }
  const work = dossierWorker(store, { run: runReview, close: async () => {} })
  const done = await work({ data: { ...runOf(await store.revisions.read(revision.id)), restarts: 0 }, attemptsMade: 0 })
  if (done !== 'done') throw new Error(`the review ended ${done}`)
  const file = await store.reports.find(revision.id, 'json')
  return Report.parse(JSON.parse((await store.blobs.read(file?.sha256 ?? '')).toString('utf8')))
}

/** As reports are stored. */
export const asJson = (report: Report): string => `${JSON.stringify(report, null, 1)}\n`
