import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { type Database, hasId, only, storableOrNull, transact } from '../database.ts'
import type { Id, Progress, Revision, RevisionStatus } from '../entities.ts'
import { newId } from '../new-id.ts'
import { compareFiles } from '../order-files.ts'
import { documents, dossiers, recognisedPages, revisions } from '../schema/index.ts'
import type { Revisions } from '../store.ts'
import { StoreError } from '../store-error.ts'
import { lockRevision, noDossier, noRevision } from './lock-dossier.ts'
import { closeRectification } from './rectifications.ts'

const finished: readonly RevisionStatus[] = ['reviewed', 'failed', 'cancelled']
const submittable: readonly RevisionStatus[] = ['draft', 'failed', 'cancelled']

export const createRevisions = (database: Database): Revisions => ({
  create: (dossierId, { manifest, createdBy = null, copyDocuments = false } = {}) =>
    transact(database, async (tx) => {
      const locked = await tx.select().from(dossiers).where(hasId(dossiers.id, dossierId)).for('update')
      const dossier = only(locked, noDossier)
      if (!finished.includes(dossier.status)) throw new StoreError('store.conflict', '上一次提交尚未核查完毕，不能再次提交。')
      const former = only(await tx.select().from(revisions).where(eq(revisions.id, dossier.revisionId)), noRevision)
      const { organisationId } = dossier
      const next = {
        id: newId(),
        dossierId: dossier.id,
        organisationId,
        number: dossier.revisionNumber + 1,
        status: 'draft' as const,
        manifest: manifest === undefined ? former.manifest : manifest,
        createdBy,
        createdAt: new Date(),
      }
      const revision = only(await tx.insert(revisions).values(next).returning(), noRevision)
      await tx
        .update(dossiers)
        .set({ revisionId: revision.id, revisionNumber: revision.number, status: 'draft' })
        .where(eq(dossiers.id, dossier.id))
      if (copyDocuments) await copyFiles(tx, former, revision)
      return revision
    }),
  async find(id) {
    const [row] = await database.select().from(revisions).where(hasId(revisions.id, id))
    return row
  },
  async read(id) {
    return only(await database.select().from(revisions).where(hasId(revisions.id, id)), noRevision)
  },
  list: (dossierId) => database.select().from(revisions).where(hasId(revisions.dossierId, dossierId)).orderBy(asc(revisions.number)),
  setManifest: (id, manifest) =>
    transact(database, async (tx) => {
      const revision = await lockRevision(tx, id)
      if (revision.status !== 'draft') throw new StoreError('store.not-draft', '材料已提交，不能再修改基本情况。')
      const known = { stage: manifest?.stage ?? null, region: storableOrNull(manifest?.region) }
      await tx.update(dossiers).set(known).where(eq(dossiers.id, revision.dossierId))
      return only(await tx.update(revisions).set({ manifest }).where(eq(revisions.id, id)).returning(), noRevision)
    }),
  move: (id, from, to, problem = null) =>
    transact(database, async (tx) => {
      const found = await tx.select({ dossierId: revisions.dossierId }).from(revisions).where(hasId(revisions.id, id))
      if (found.length === 0) return false
      await lockRevision(tx, id)
      return moveStatus(tx, id, from, to, problem)
    }),
  submit: (id) =>
    transact(database, async (tx) => {
      const revision = await lockRevision(tx, id)
      if (!submittable.includes(revision.status)) throw new StoreError('store.not-draft', '材料已提交，正在核查或已核查完毕。')
      const files = await tx.select().from(documents).where(eq(documents.revisionId, id))
      if (files.length === 0) throw new StoreError('store.conflict', '还没有上传任何文件，不能提交。')
      await settlePositions(tx, files)
      await tx
        .update(documents)
        .set({ status: 'uploaded' })
        .where(and(eq(documents.revisionId, id), eq(documents.status, 'reading')))
      await moveStatus(tx, id, submittable, 'queued', null)
      await closeRectification(tx, revision.dossierId, id)
      return only(await tx.update(revisions).set({ submittedAt: new Date() }).where(eq(revisions.id, id)).returning(), noRevision)
    }),
  async progress(id) {
    const [row] = await database
      .select({
        documents: sql<number>`count(*)::int`,
        read: sql<number>`count(*) filter (where ${documents.status} in ('parsed', 'partial', 'failed'))::int`,
        failed: sql<number>`count(*) filter (where ${documents.status} = 'failed')::int`,
        pages: sql<number>`coalesce(sum(${documents.pages}), 0)::int + coalesce(sum((select count(*) from ${recognisedPages} where ${recognisedPages.documentId} = ${documents.id})), 0)::int`,
      })
      .from(documents)
      .where(hasId(documents.revisionId, id))
    const none: Progress = { documents: 0, read: 0, failed: 0, pages: 0 }
    return row ?? none
  },
  unfinished: () => database.select().from(revisions).where(sql`${revisions.status} in ('queued', 'reviewing')`).orderBy(asc(revisions.id)),
})

/** Moves a revision of a locked dossier, and the dossier with it where it is the newest. */
export async function moveStatus(
  tx: Database,
  id: Id,
  from: readonly RevisionStatus[],
  to: RevisionStatus,
  problem: string | null,
): Promise<boolean> {
  const finishedAt = finished.includes(to) ? new Date() : null
  const { rowCount } = await tx
    .update(revisions)
    .set({ status: to, problem: storableOrNull(problem), finishedAt })
    .where(and(eq(revisions.id, id), inArray(revisions.status, [...from])))
  if (rowCount !== 1) return false
  await tx.update(dossiers).set({ status: to }).where(eq(dossiers.revisionId, id))
  return true
}

async function settlePositions(tx: Database, files: readonly { id: Id; fileName: string }[]): Promise<void> {
  const ids = [...files].sort((a, b) => compareFiles(a.fileName, b.fileName)).map((file) => file.id)
  await tx.execute(sql`
    update ${documents} set position = settled.position
    from unnest(${sql.param(ids)}::uuid[]) with ordinality as settled (id, position) where ${documents.id} = settled.id`)
}

async function copyFiles(tx: Database, from: Revision, to: Revision): Promise<void> {
  const files = await tx.select().from(documents).where(eq(documents.revisionId, from.id)).orderBy(asc(documents.position))
  if (files.length === 0) return
  const unread = {
    status: 'uploaded' as const,
    role: null,
    year: null,
    pages: null,
    ocrPages: null,
    problem: null,
    createdAt: to.createdAt,
  }
  await tx.insert(documents).values(files.map((file) => ({ ...file, ...unread, id: newId(), revisionId: to.id })))
}
