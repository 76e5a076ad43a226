import { and, asc, eq } from 'drizzle-orm'
import { type Database, hasId, storable, transact } from '../database.ts'
import { documents, recognisedPages } from '../schema/index.ts'
import type { RecognisedPages } from '../store.ts'

export const createRecognisedPages = (database: Database): RecognisedPages => ({
  save: (documentId, page, recognised) =>
    transact(database, async (tx) => {
      // The document's row is held, so that its reading is not saved, and its pages dropped, just before this one comes.
      const [document] = await tx.select({ status: documents.status }).from(documents).where(hasId(documents.id, documentId)).for('share')
      if (document?.status !== 'reading') return
      const told = 'problem' in recognised ? { problem: storable(recognised.problem) } : { body: recognised.content }
      await tx
        .insert(recognisedPages)
        .values({ documentId, page, ...told })
        .onConflictDoNothing()
    }),
  async find(documentId, page) {
    const [row] = await database
      .select({ body: recognisedPages.body, problem: recognisedPages.problem })
      .from(recognisedPages)
      .where(and(hasId(recognisedPages.documentId, documentId), eq(recognisedPages.page, page)))
    if (row === undefined) return undefined
    return row.problem === null ? { content: row.body } : { problem: row.problem }
  },
  async list(documentId) {
    const rows = await database
      .select({ page: recognisedPages.page })
      .from(recognisedPages)
      .where(hasId(recognisedPages.documentId, documentId))
      .orderBy(asc(recognisedPages.page))
    return rows.map(({ page }) => page)
  },
})
