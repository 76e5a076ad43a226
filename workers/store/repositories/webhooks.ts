import { and, asc, desc, eq, inArray, lt, lte, sql } from 'drizzle-orm'
import { changesIn, type Database, hasId, inScope, only, refusing, storable } from '../database.ts'
import type { Delivery } from '../entities.ts'
import { newId } from '../new-id.ts'
import { idAfter, limitOf, pageOf } from '../page.ts'
import { deliveries, organisations, webhooks } from '../schema/index.ts'
import type { Webhooks } from '../store.ts'

const noWebhook = '没有这个回调地址。'

const deliveryOf = ({ key: _, ...delivery }: typeof deliveries.$inferSelect): Delivery => delivery

export const createWebhooks = (database: Database): Webhooks => ({
  async create({ organisationId, url, secret, events, createdBy = null }) {
    const row = { id: newId(), organisationId, url, secret, events: [...events], active: true, createdBy, createdAt: new Date() }
    return only(await refusing(database.insert(webhooks).values(row).returning(), { missing: '没有这个单位。' }), noWebhook)
  },
  async find(id, scope) {
    const [row] = await database
      .select()
      .from(webhooks)
      .where(and(hasId(webhooks.id, id), inScope(webhooks.organisationId, scope)))
    return row
  },
  list: (scope) => database.select().from(webhooks).where(inScope(webhooks.organisationId, scope)).orderBy(asc(webhooks.id)),
  async update(id, change) {
    const rows = database
      .update(webhooks)
      .set({ id: sql`${webhooks.id}`, ...changesIn(change) })
      .where(hasId(webhooks.id, id))
      .returning()
    return only(await rows, noWebhook)
  },
  async delete(id) {
    const { rowCount } = await database.delete(webhooks).where(hasId(webhooks.id, id))
    return rowCount === 1
  },
  async enqueue({ event, organisationId, key, payload }) {
    const owner = await database.select().from(organisations).where(hasId(organisations.id, organisationId))
    const { id, parentId } = only(owner, '没有这个单位。')
    const mayHear = sql`${organisations.kind} = 'office' or ${organisations.id} in (${id}::uuid, ${parentId}::uuid)`
    const listening = await database
      .select({ id: webhooks.id })
      .from(webhooks)
      .innerJoin(organisations, eq(organisations.id, webhooks.organisationId))
      .where(and(webhooks.active, sql`${storable(event)} = any(${webhooks.events})`, sql`(${mayHear})`))
    if (listening.length === 0) return 0
    const now = new Date()
    const rows = listening.map((webhook) => ({
      id: newId(),
      webhookId: webhook.id,
      event,
      key,
      payload: storable(payload),
      status: 'pending' as const,
      attempts: 0,
      nextAttemptAt: now,
      createdAt: now,
    }))
    const { rowCount } = await database.insert(deliveries).values(rows).onConflictDoNothing()
    return rowCount ?? 0
  },
  async claimDue(limit, leaseSeconds) {
    const now = new Date()
    const due = database
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(and(eq(deliveries.status, 'pending'), lte(deliveries.nextAttemptAt, now)))
      .orderBy(asc(deliveries.nextAttemptAt))
      .limit(limit)
      .for('update', { skipLocked: true })
    const claimed = await database
      .update(deliveries)
      .set({ attempts: sql`${deliveries.attempts} + 1`, nextAttemptAt: new Date(now.getTime() + leaseSeconds * 1000) })
      .where(inArray(deliveries.id, due))
      .returning()
    if (claimed.length === 0) return []
    const ids = [...new Set(claimed.map(({ webhookId }) => webhookId))]
    const byId = new Map((await database.select().from(webhooks).where(inArray(webhooks.id, ids))).map((webhook) => [webhook.id, webhook]))
    return claimed.flatMap((row) => {
      const webhook = byId.get(row.webhookId)
      return webhook === undefined ? [] : [{ delivery: deliveryOf(row), webhook }]
    })
  },
  async settle(deliveryId, outcome) {
    const { status, responseStatus } = outcome
    const error = outcome.status === 'delivered' ? null : storable(outcome.error)
    const when = outcome.status === 'pending' ? { nextAttemptAt: outcome.nextAttemptAt } : { finishedAt: new Date() }
    await database
      .update(deliveries)
      .set({ status, responseStatus, error, ...when })
      .where(hasId(deliveries.id, deliveryId))
  },
  async deliveries(webhookId, page = {}) {
    const after = idAfter(page)
    const rows = await database
      .select()
      .from(deliveries)
      .where(and(hasId(deliveries.webhookId, webhookId), after === null ? undefined : lt(deliveries.id, after)))
      .orderBy(desc(deliveries.id))
      .limit(limitOf(page) + 1)
    return pageOf(rows, page, ({ id }) => id, deliveryOf)
  },
})
