import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { Delivery } from '../entities.ts'
import { organisations, users } from './accounts.ts'
import { digest, exactJson, key, moment } from './columns.ts'
import { dossiers } from './dossiers.ts'

/** Append-only: a trigger refuses UPDATE, DELETE and TRUNCATE. It refers to nothing, so that what is gone stays told. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: key(),
    at: moment('at').notNull(),
    actorId: uuid('actor_id'),
    actorName: text('actor_name').notNull(),
    organisationId: uuid('organisation_id'),
    action: text('action').notNull(),
    objectType: text('object_type').notNull(),
    objectId: text('object_id'),
    dossierId: uuid('dossier_id'),
    details: exactJson<Record<string, unknown>>('details').notNull(),
    address: text('address'),
  },
  (table) => [
    index('audit_log_by_organisation').on(table.organisationId, table.id),
    index('audit_log_by_dossier').on(table.dossierId, table.id),
    index('audit_log_by_actor').on(table.actorId, table.id),
    index('audit_log_by_action').on(table.action, table.id),
    index('audit_log_by_object').on(table.objectId, table.id),
  ],
)

/** Who has which dossier open: told again every few seconds, and forgotten soon after. */
export const presence = pgTable(
  'presence',
  {
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossiers.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    place: text('place'),
    seenAt: moment('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dossierId, table.userId] }), index('presence_by_moment').on(table.seenAt)],
)

export const webhooks = pgTable(
  'webhooks',
  {
    id: key(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    url: text('url').notNull(),
    secret: text('secret').notNull(),
    events: text('events').array().notNull(),
    active: boolean('active').notNull(),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [index('webhooks_by_organisation').on(table.organisationId)],
)

export const deliveries = pgTable(
  'deliveries',
  {
    id: key(),
    webhookId: uuid('webhook_id')
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    event: text('event').notNull(),
    key: text('key').notNull(),
    payload: text('payload').notNull(),
    status: text('status').$type<Delivery['status']>().notNull(),
    attempts: integer('attempts').notNull(),
    nextAttemptAt: moment('next_attempt_at').notNull(),
    responseStatus: integer('response_status'),
    error: text('error'),
    createdAt: moment('created_at').notNull(),
    finishedAt: moment('finished_at'),
  },
  (table) => [
    check('deliveries_status', sql`${table.status} in ('pending', 'delivered', 'failed')`),
    unique('deliveries_by_key').on(table.webhookId, table.event, table.key),
    index('deliveries_by_webhook').on(table.webhookId, table.id),
    index('deliveries_due').on(table.nextAttemptAt).where(sql`${table.status} = 'pending'`),
  ],
)

export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    request: digest('request').notNull(),
    /** null while the request runs. */
    status: integer('status'),
    body: text('body'),
    leaseUntil: moment('lease_until').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.key] }), index('idempotency_keys_by_age').on(table.createdAt)],
)
