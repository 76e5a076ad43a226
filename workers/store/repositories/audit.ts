import { and, desc, eq, gte, lt } from 'drizzle-orm'
import { type Database, hasId, indexable, indexableOrNull, inScope, storable, storableOrNull } from '../database.ts'
import { newId } from '../new-id.ts'
import { idAfter, limitOf, pageOf } from '../page.ts'
import { auditLog } from '../schema/index.ts'
import type { AuditLog } from '../store.ts'

export const createAudit = (database: Database): AuditLog => ({
  async append({ actorName, action, objectType, objectId, details = {}, address, ...ids }) {
    await database.insert(auditLog).values({
      ...ids,
      id: newId(),
      at: new Date(),
      actorName: storable(actorName),
      action: indexable(action),
      objectType: storable(objectType),
      objectId: indexableOrNull(objectId),
      details,
      address: storableOrNull(address),
    })
  },
  async list({ scope, dossierId, actorId, action, objectId, from, before }, page = {}) {
    const after = idAfter(page)
    const rows = await database
      .select()
      .from(auditLog)
      .where(
        and(
          inScope(auditLog.organisationId, scope),
          dossierId === undefined ? undefined : hasId(auditLog.dossierId, dossierId),
          actorId === undefined ? undefined : hasId(auditLog.actorId, actorId),
          action === undefined ? undefined : eq(auditLog.action, indexable(action)),
          objectId === undefined ? undefined : eq(auditLog.objectId, indexable(objectId)),
          from === undefined ? undefined : gte(auditLog.at, from),
          before === undefined ? undefined : lt(auditLog.at, before),
          after === null ? undefined : lt(auditLog.id, after),
        ),
      )
      .orderBy(desc(auditLog.id))
      .limit(limitOf(page) + 1)
    return pageOf(
      rows,
      page,
      ({ id }) => id,
      (entry) => entry,
    )
  },
})
