import { and, asc, eq } from 'drizzle-orm'
import type { Report } from '../../../schemas/report.ts'
import { type Database, hasId, indexable, storable, transact } from '../database.ts'
import type { Id, Revision } from '../entities.ts'
import { corrections, facts, reportFiles, reviews } from '../schema/index.ts'
import type { Corrections } from '../store.ts'
import { StoreError } from '../store-error.ts'
import { lockRevision, noRevision } from './lock-dossier.ts'
import { replaceFindings } from './replace-findings.ts'
import { showOnDossier, summaryOf } from './reports.ts'

type Change = Parameters<Corrections['apply']>[1]

const columns = {
  fact: corrections.fact,
  correction: corrections.correction,
  comment: corrections.comment,
  version: corrections.version,
  decidedBy: corrections.decidedBy,
  decidedAt: corrections.decidedAt,
}

export const createCorrections = (database: Database): Corrections => ({
  list: (revisionId) =>
    database.select(columns).from(corrections).where(hasId(corrections.revisionId, revisionId)).orderBy(asc(corrections.decidedAt)),
  async reviewVersion(revisionId) {
    const [row] = await database.select({ version: reviews.version }).from(reviews).where(hasId(reviews.revisionId, revisionId))
    return row?.version
  },
  apply: (revisionId, change) =>
    transact(database, async (tx) => {
      const revision = await lockRevision(tx, revisionId)
      const kept = await keepCorrection(tx, revisionId, change.correction)
      await replaceReview(tx, revision, change)
      await replaceFact(tx, revisionId, change.correction.fact, change.report)
      await replaceFindings(tx, revision, change.report.findings)
      return kept
    }),
  async carry(revisionId, all) {
    const rows = all.map((one) => ({ ...one, revisionId, version: 1 }))
    if (rows.length > 0) await database.insert(corrections).values(rows).onConflictDoNothing()
  },
})

async function keepCorrection(tx: Database, revisionId: Id, { fact, correction, comment, version, decidedBy }: Change['correction']) {
  const answer = { correction, comment: storable(comment), decidedBy, decidedAt: new Date(), version: version + 1 }
  const rows =
    version === 0
      ? tx
          .insert(corrections)
          .values({ ...answer, revisionId, fact })
          .onConflictDoNothing()
          .returning(columns)
      : tx
          .update(corrections)
          .set(answer)
          .where(and(eq(corrections.revisionId, revisionId), eq(corrections.fact, fact), eq(corrections.version, version)))
          .returning(columns)
  const [kept] = await rows
  if (kept === undefined) throw new StoreError('store.conflict', '这个读数已被他人更正，请核对后再提交。')
  return kept
}

async function replaceReview(tx: Database, { id: revisionId }: Revision, { seen, report, file }: Change): Promise<void> {
  const { checks, assessment } = report
  const summary = summaryOf(report)
  const { rowCount } = await tx
    .update(reviews)
    .set({ summary, checks, assessment, version: seen + 1 })
    .where(and(eq(reviews.revisionId, revisionId), eq(reviews.version, seen)))
  if (rowCount !== 1) throw new StoreError('store.conflict', '核查结果已因他人的更正而变化，请重试。')
  await tx.delete(reportFiles).where(eq(reportFiles.revisionId, revisionId))
  await tx.insert(reportFiles).values({ revisionId, format: 'json', ...file, createdAt: new Date() })
  await showOnDossier(tx, revisionId, summary)
}

/** Facts keep their ids and order, so that only the corrected one changes. */
async function replaceFact(tx: Database, revisionId: Id, key: string, report: Report): Promise<void> {
  const fact = report.facts.find(({ id }) => id === key)
  if (fact === undefined) throw new StoreError('store.not-found', noRevision)
  await tx
    .update(facts)
    .set({ year: fact.year, body: fact })
    .where(and(eq(facts.revisionId, revisionId), eq(facts.key, indexable(key))))
}
