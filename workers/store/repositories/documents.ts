import { and, asc, count, eq, inArray, max, sum } from 'drizzle-orm'
import { filesOf } from '../../../schemas/files-of.ts'
import type { Reading } from '../../../schemas/reading.ts'
import { type Database, hasId, only, storable, storableOrNull, transact } from '../database.ts'
import type { Id, StoredDocument } from '../entities.ts'
import { newId } from '../new-id.ts'
import { documents, readings, recognisedPages } from '../schema/index.ts'
import type { Documents } from '../store.ts'
import { StoreError } from '../store-error.ts'
import { lockRevision } from './lock-dossier.ts'

const noDocument = '没有这个文件。'
/** In bytes; an index holds not much more. */
const longestName = 1_024

export const createDocuments = (database: Database): Documents => ({
  add: ({ revisionId, fileName, sha256, size, mediaType = null, roleOverride = null, yearOverride = null }) =>
    transact(database, async (tx) => {
      const revision = await lockRevision(tx, revisionId)
      if (revision.status !== 'draft') throw new StoreError('store.not-draft', '材料已提交，不能再增加或更换文件。')
      const name = storable(fileName)
      if (Buffer.byteLength(name) > longestName) throw new StoreError('store.too-large', '文件名（连同文件夹）过长，请改短后重试。')
      const given = { sha256, size, mediaType: storableOrNull(mediaType), roleOverride, yearOverride }
      const sameName = and(eq(documents.revisionId, revisionId), eq(documents.fileName, name))
      const [former] = await tx.select().from(documents).where(sameName)
      if (former?.sha256 === sha256) return { outcome: 'same' as const, document: former }
      if (former !== undefined) {
        const replaced = await tx.update(documents).set(given).where(eq(documents.id, former.id)).returning()
        return { outcome: 'replaced' as const, document: only(replaced, noDocument) }
      }
      const [last] = await tx
        .select({ position: max(documents.position) })
        .from(documents)
        .where(eq(documents.revisionId, revisionId))
      const { dossierId, organisationId } = revision
      const place = { id: newId(), revisionId, dossierId, organisationId, position: (last?.position ?? 0) + 1 }
      const row = { ...place, ...given, fileName: name, status: 'uploaded' as const, createdAt: new Date() }
      return { outcome: 'added' as const, document: only(await tx.insert(documents).values(row).returning(), noDocument) }
    }),
  async find(id) {
    const [row] = await database.select().from(documents).where(hasId(documents.id, id))
    return row
  },
  async read(id) {
    return only(await database.select().from(documents).where(hasId(documents.id, id)), noDocument)
  },
  list: (revisionId) =>
    database.select().from(documents).where(hasId(documents.revisionId, revisionId)).orderBy(asc(documents.position), asc(documents.id)),
  async usage(organisationId) {
    const distinct = database
      .selectDistinct({ sha256: documents.sha256, size: documents.size })
      .from(documents)
      .where(hasId(documents.organisationId, organisationId))
      .as('held')
    const [row] = await database.select({ files: count(), bytes: sum(distinct.size).mapWith(Number) }).from(distinct)
    return { files: row?.files ?? 0, bytes: row?.bytes ?? 0 }
  },
  override: (id, { role, year }) =>
    transact(database, async (tx) => {
      await lockDraftOf(tx, id)
      const change = { roleOverride: role, yearOverride: year }
      return only(await tx.update(documents).set(change).where(eq(documents.id, id)).returning(), noDocument)
    }),
  remove: (id) =>
    transact(database, async (tx) => {
      const [found] = await tx.select({ id: documents.id }).from(documents).where(hasId(documents.id, id))
      if (found === undefined) return false
      await lockDraftOf(tx, id)
      const { rowCount } = await tx.delete(documents).where(eq(documents.id, id))
      return rowCount === 1
    }),
  async startReading(id) {
    const unread = inArray(documents.status, ['uploaded', 'reading'])
    const { rowCount } = await database
      .update(documents)
      .set({ status: 'reading' })
      .where(and(hasId(documents.id, id), unread))
    return rowCount === 1
  },
  saveReading: (id, reading) => transact(database, (tx) => saveReading(tx, id, reading)),
  async findReading(id) {
    const [row] = await database.select({ body: readings.body }).from(readings).where(hasId(readings.documentId, id))
    return row?.body
  },
  async readings(revisionId) {
    const rows = await database
      .select({ document: documents, reading: readings.body })
      .from(documents)
      .leftJoin(readings, eq(readings.documentId, documents.id))
      .where(hasId(documents.revisionId, revisionId))
      .orderBy(asc(documents.position), asc(documents.id))
    return rows.map(({ document, reading }) => ({ document, reading: reading ?? undefined }))
  },
})

async function lockDraftOf(tx: Database, id: Id): Promise<StoredDocument> {
  const document = only(await tx.select().from(documents).where(hasId(documents.id, id)), noDocument)
  const { status } = await lockRevision(tx, document.revisionId)
  if (status !== 'draft') throw new StoreError('store.not-draft', '材料已提交，不能再增加、更换或删除文件。')
  return document
}

async function saveReading(tx: Database, id: Id, reading: Reading): Promise<boolean> {
  // The document's row is taken first: of two workers with one document the second finds the reading there.
  const [document] = await tx.select({ id: documents.id }).from(documents).where(hasId(documents.id, id)).for('update')
  if (document === undefined) return false
  const kept = await tx.insert(readings).values({ documentId: id, body: reading, createdAt: new Date() }).onConflictDoNothing()
  if (kept.rowCount !== 1) return false
  const { identity } = reading
  // Of a document in several files each row tells its own pages.
  const { status, pages, ocrPages, problems } = filesOf(reading)[0] ?? reading
  const told = problems.map(({ message }) => storable(message))
  const read = { status, pages, ocrPages, role: identity.role, year: identity.year, problem: told.length === 0 ? null : told.join('') }
  await tx.update(documents).set(read).where(eq(documents.id, id))
  await tx.delete(recognisedPages).where(eq(recognisedPages.documentId, id))
  return true
}
