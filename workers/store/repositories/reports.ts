import { and, asc, eq } from 'drizzle-orm'
import type { Report } from '../../../schemas/report.ts'
import { type Database, hasId, refusing, storableOrNull, transact } from '../database.ts'
import type { Id, ReviewSummary, Revision } from '../entities.ts'
import { dossiers, reportFiles, reviews } from '../schema/index.ts'
import type { Reports } from '../store.ts'
import { insertFacts, insertFindings } from './insert-review.ts'
import { lockRevision, noRevision } from './lock-dossier.ts'
import { moveStatus } from './revisions.ts'

type File = Parameters<Reports['addFile']>[1]

export const createReports = (database: Database): Reports => ({
  save: (revisionId, report, files) =>
    transact(database, async (tx) => {
      const revision = await lockRevision(tx, revisionId).catch(() => undefined)
      if (revision === undefined || revision.status === 'draft' || revision.status === 'cancelled') return 'refused'
      return (await saveReview(tx, revision, report, files)) ? 'saved' : 'already'
    }),
  async addFile(revisionId, { format, sha256, size }) {
    const content = { sha256, size, createdAt: new Date() }
    const row = { revisionId, format, ...content }
    const kept = database
      .insert(reportFiles)
      .values(row)
      .onConflictDoUpdate({ target: [reportFiles.revisionId, reportFiles.format], set: content })
    await refusing(kept, { missing: noRevision })
  },
  async find(revisionId, format) {
    const [row] = await database
      .select()
      .from(reportFiles)
      .where(and(hasId(reportFiles.revisionId, revisionId), eq(reportFiles.format, format)))
    return row
  },
  list: (revisionId) =>
    database.select().from(reportFiles).where(hasId(reportFiles.revisionId, revisionId)).orderBy(asc(reportFiles.format)),
  async summary(revisionId) {
    const [row] = await database.select({ summary: reviews.summary }).from(reviews).where(hasId(reviews.revisionId, revisionId))
    return row?.summary
  },
  async checks(revisionId, { outcome, rule } = {}) {
    const [row] = await database.select({ checks: reviews.checks }).from(reviews).where(hasId(reviews.revisionId, revisionId))
    const asked = row?.checks ?? []
    return asked.filter((check) => (outcome ?? check.outcome) === check.outcome && (rule ?? check.rule) === check.rule)
  },
  async assessment(revisionId) {
    const [row] = await database.select({ assessment: reviews.assessment }).from(reviews).where(hasId(reviews.revisionId, revisionId))
    return row?.assessment ?? []
  },
})

/** Writes everything of a review, once: its row in `reviews` decides. */
async function saveReview(tx: Database, revision: Revision, report: Report, files: readonly File[]): Promise<boolean> {
  const { checks, assessment } = report
  const now = new Date()
  const summary = summaryOf(report)
  const row = { revisionId: revision.id, summary, checks, assessment, createdAt: now }
  const kept = await tx.insert(reviews).values(row).onConflictDoNothing()
  if (kept.rowCount !== 1) return false
  if (files.length > 0) await tx.insert(reportFiles).values(files.map((file) => ({ ...file, revisionId: revision.id, createdAt: now })))
  await insertFacts(tx, revision.id, report.facts)
  await insertFindings(tx, revision, report.findings)
  await moveStatus(tx, revision.id, ['queued', 'reviewing', 'failed'], 'reviewed', null)
  await showOnDossier(tx, revision.id, summary)
  return true
}

export async function showOnDossier(
  tx: Database,
  revisionId: Id,
  { stage, region, errors, warnings, infos }: ReviewSummary,
): Promise<void> {
  await tx
    .update(dossiers)
    .set({ stage, region: storableOrNull(region), errors, warnings, infos })
    .where(eq(dossiers.revisionId, revisionId))
}

export function summaryOf({ dossier, summary, documents }: Report): ReviewSummary {
  const { park, stage, region } = dossier
  return { park, stage, region, ...summary, documents }
}
