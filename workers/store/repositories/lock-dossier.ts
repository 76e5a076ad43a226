import { eq } from 'drizzle-orm'
import { type Database, hasId, only } from '../database.ts'
import type { Id, Revision } from '../entities.ts'
import { dossiers, revisions } from '../schema/index.ts'

export const noRevision = '没有这次提交。'
export const noDossier = '没有这份材料。'

/**
 * Takes the dossier of a revision for this transaction and gives the revision as it then is. Whatever changes a dossier's parts begins
 * with it, so that no two wait for each other. Throws store.not-found.
 */
export async function lockRevision(tx: Database, revisionId: Id): Promise<Revision> {
  const found = await tx.select({ dossierId: revisions.dossierId }).from(revisions).where(hasId(revisions.id, revisionId))
  const { dossierId } = only(found, noRevision)
  await tx.select({ id: dossiers.id }).from(dossiers).where(eq(dossiers.id, dossierId)).for('update')
  return only(await tx.select().from(revisions).where(eq(revisions.id, revisionId)), noRevision)
}
