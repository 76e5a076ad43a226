import { date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { users } from './accounts.ts'
import { key, moment } from './columns.ts'
import { revisions } from './dossiers.ts'
import { findings } from './reviews.ts'

const byUser = (name: string) => uuid(name).references(() => users.id, { onDelete: 'set null' })

/** A revision that was sent back to its park. `resubmittedAs` is the revision that the park handed in on it. */
export const rectifications = pgTable(
  'rectifications',
  {
    id: key(),
    revisionId: uuid('revision_id')
      .notNull()
      .unique()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    dossierId: uuid('dossier_id').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    note: text('note').notNull(),
    sentBy: byUser('sent_by'),
    sentAt: moment('sent_at').notNull(),
    resubmittedAs: uuid('resubmitted_as').references(() => revisions.id, { onDelete: 'set null' }),
  },
  (table) => [index('rectifications_by_dossier').on(table.dossierId)],
)

/** A finding that the park must mend or explain, with its answer where there is one. */
export const rectificationItems = pgTable(
  'rectification_items',
  {
    rectificationId: uuid('rectification_id')
      .notNull()
      .references(() => rectifications.id, { onDelete: 'cascade' }),
    findingId: uuid('finding_id')
      .notNull()
      .references(() => findings.id, { onDelete: 'cascade' }),
    ordinal: integer('ordinal').notNull(),
    answer: text('answer'),
    version: integer('version').notNull(),
    answeredBy: byUser('answered_by'),
    answeredAt: moment('answered_at'),
  },
  (table) => [
    primaryKey({ columns: [table.rectificationId, table.findingId] }),
    index('rectification_items_by_finding').on(table.findingId),
  ],
)
