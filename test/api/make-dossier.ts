import type { Report } from '../../schemas/report.ts'
import type { Store } from '../../workers/store/index.ts'
import { makeReport } from '../workers/store/make-review.ts'

/** A report with one fact that stands in a box on a page, and one finding about it. */
export function makeBoxedReport(findings = 1) {
  const report = makeReport(2, findings)
  for (const fact of report.facts) fact.evidence = { ...fact.evidence, page: 1, bbox: [100, 100, 160, 112] }
  return report
}

/** A draft of one file. */
export async function makeDraft(store: Store, organisationId: string) {
  const { dossier, revision } = await store.dossiers.create({ organisationId, title: '验收申请' })
  const blob = await store.blobs.put(Buffer.from('%PDF-1.7 测试'))
  const { document } = await store.documents.add({ revisionId: revision.id, fileName: '验收报告.pdf', ...blob })
  return { dossier, revision, document }
}

async function review(store: Store, revisionId: string, report: Report): Promise<void> {
  await store.revisions.submit(revisionId)
  const json = await store.blobs.put(Buffer.from(JSON.stringify(report)))
  await store.reports.save(revisionId, report, [{ format: 'json', ...json }])
}

/** A further revision of a dossier, reviewed too. */
export async function makeReviewedAgain(store: Store, dossierId: string, report = makeBoxedReport()) {
  const revision = await store.revisions.create(dossierId, { copyDocuments: true })
  await review(store, revision.id, report)
  return revision
}

/** A reviewed dossier with a finding. */
export async function makeReviewed(store: Store, organisationId: string, report = makeBoxedReport()) {
  const { dossier, revision, document } = await makeDraft(store, organisationId)
  await review(store, revision.id, report)
  const { items } = await store.findings.list({ scope: 'all', revisionId: revision.id })
  const [finding] = items
  if (finding === undefined) throw new Error('the report has no finding')
  return { dossier, revision, document, finding }
}
