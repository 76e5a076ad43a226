import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { type Database, hasId, only, refusing, storable, transact } from '../database.ts'
import type { Id, RectificationItem } from '../entities.ts'
import { newId } from '../new-id.ts'
import { dispositions, dossiers, findings, rectificationItems, rectifications } from '../schema/index.ts'
import type { Rectifications } from '../store.ts'
import { StoreError } from '../store-error.ts'
import { storedOf } from './findings.ts'
import { lockRevision } from './lock-dossier.ts'

const none = '没有这次退回。'
const handedIn = () => new StoreError('store.conflict', '园区已重新提交，不能再改动这次退回。')
const sentAlready = '这次提交已经退回。'

/** Takes the dossier of a rectification for this transaction; throws where the park has handed in a revision since. */
async function lockOpen(tx: Database, id: Id) {
  const found = only(await tx.select().from(rectifications).where(hasId(rectifications.id, id)), none)
  await lockRevision(tx, found.revisionId)
  const [open] = await tx
    .select()
    .from(rectifications)
    .where(and(eq(rectifications.id, id), isNull(rectifications.resubmittedAs)))
  if (open === undefined) throw handedIn()
  return open
}

async function demandFindings(tx: Database, revisionId: Id, ids: readonly Id[]): Promise<void> {
  const found = await tx
    .select({ id: findings.id })
    .from(findings)
    .where(and(eq(findings.revisionId, revisionId), eq(findings.gone, false), inArray(findings.id, [...ids])))
  if (found.length !== new Set(ids).size) throw new StoreError('store.not-found', '有的发现不属于这次提交。')
}

export const createRectifications = (database: Database): Rectifications => ({
  send: ({ revisionId, dueOn, note, findings: ids, sentBy }) =>
    transact(database, async (tx) => {
      const revision = await lockRevision(tx, revisionId)
      const [dossier] = await tx.select().from(dossiers).where(eq(dossiers.id, revision.dossierId))
      if (revision.status !== 'reviewed' || dossier?.revisionId !== revision.id)
        throw new StoreError('store.conflict', '只有核查完毕的最新一次提交可以退回。')
      await demandFindings(tx, revisionId, ids)
      const row = { id: newId(), revisionId, dossierId: revision.dossierId, dueOn, note: storable(note), sentBy, sentAt: new Date() }
      const sent = only(await refusing(tx.insert(rectifications).values(row).returning(), { taken: sentAlready }), none)
      await tx
        .insert(rectificationItems)
        .values([...new Set(ids)].map((findingId, i) => ({ rectificationId: sent.id, findingId, ordinal: i + 1, version: 0 })))
      await tx.update(dossiers).set({ dueOn }).where(eq(dossiers.id, revision.dossierId))
      return sent
    }),
  async find(revisionId) {
    const [row] = await database.select().from(rectifications).where(hasId(rectifications.revisionId, revisionId))
    return row
  },
  async items(rectificationId) {
    const rows = await database
      .select({ item: rectificationItems, finding: findings, disposition: dispositions })
      .from(rectificationItems)
      .innerJoin(findings, eq(findings.id, rectificationItems.findingId))
      .leftJoin(dispositions, eq(dispositions.findingId, findings.id))
      .where(hasId(rectificationItems.rectificationId, rectificationId))
      .orderBy(asc(rectificationItems.ordinal))
    return rows.map(({ item: { answer, version, answeredBy, answeredAt }, ...row }): RectificationItem => {
      return { finding: storedOf(row), stands: !row.finding.gone, answer, version, answeredBy, answeredAt }
    })
  },
  answer: (rectificationId, { findingId, answer, version, answeredBy }) =>
    transact(database, async (tx) => {
      await lockOpen(tx, rectificationId)
      const at = and(eq(rectificationItems.rectificationId, rectificationId), hasId(rectificationItems.findingId, findingId))
      only(await tx.select({ id: rectificationItems.findingId }).from(rectificationItems).where(at), '这条发现不在退回的清单中。')
      const answeredAt = new Date()
      const { rowCount } = await tx
        .update(rectificationItems)
        .set({ answer: storable(answer), version: version + 1, answeredBy, answeredAt })
        .where(and(at, eq(rectificationItems.version, version)))
      if (rowCount !== 1) throw new StoreError('store.conflict', '他人已先答复了这条发现，请刷新后再改。')
      return { version: version + 1, answeredAt }
    }),
  withdraw: (rectificationId) =>
    transact(database, async (tx) => {
      const { id, dossierId } = await lockOpen(tx, rectificationId)
      await tx.delete(rectifications).where(eq(rectifications.id, id))
      await tx.update(dossiers).set({ dueOn: null }).where(eq(dossiers.id, dossierId))
    }),
})

/** A park that hands in a revision answers with it what was sent back before. */
export async function closeRectification(tx: Database, dossierId: Id, revisionId: Id): Promise<void> {
  await tx
    .update(rectifications)
    .set({ resubmittedAs: revisionId })
    .where(and(eq(rectifications.dossierId, dossierId), isNull(rectifications.resubmittedAs)))
  await tx.update(dossiers).set({ dueOn: null }).where(eq(dossiers.id, dossierId))
}
