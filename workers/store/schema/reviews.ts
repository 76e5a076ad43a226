import { sql } from 'drizzle-orm'
import { type AnyPgColumn, boolean, check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { Correction } from '../../../schemas/correction.ts'
import type { Fact } from '../../../schemas/fact.ts'
import type { Cause, Check, Finding, Severity } from '../../../schemas/finding.ts'
import type { Assessment } from '../../../schemas/report.ts'
import type { DispositionVerdict, ReportFormat, ReviewSummary } from '../entities.ts'
import { users } from './accounts.ts'
import { bytes, digest, exactJson, key, moment } from './columns.ts'
import { revisions } from './dossiers.ts'

const revisionId = () =>
  uuid('revision_id')
    .notNull()
    .references(() => revisions.id, { onDelete: 'cascade' })

/** What is said of a whole review; its row is what makes a saved report the only one. */
export const reviews = pgTable('reviews', {
  revisionId: revisionId().primaryKey(),
  /** Counts up with every correction of a fact, as each makes the checks run again. */
  version: integer('version').notNull().default(1),
  summary: exactJson<ReviewSummary>('summary').notNull(),
  checks: exactJson<Check[]>('checks').notNull(),
  assessment: exactJson<Assessment[]>('assessment').notNull(),
  createdAt: moment('created_at').notNull(),
})

export const reportFiles = pgTable(
  'report_files',
  {
    revisionId: revisionId(),
    format: text('format').$type<ReportFormat>().notNull(),
    sha256: digest('sha256').notNull(),
    size: bytes('size').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.revisionId, table.format] }), index('report_files_by_bytes').on(table.sha256)],
)

/** Columns to filter by; the fact itself is the body. */
export const facts = pgTable(
  'facts',
  {
    revisionId: revisionId(),
    ordinal: integer('ordinal').notNull(),
    key: text('key').notNull(),
    document: text('document').notNull(),
    subject: text('subject').notNull(),
    year: integer('year'),
    kind: text('kind').$type<Fact['kind']>().notNull(),
    body: exactJson<Fact>('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.revisionId, table.ordinal] }), unique('facts_by_key').on(table.revisionId, table.key)],
)

/** What reviewers have put right. A correction that was taken back stays, with its version and no value. */
export const corrections = pgTable(
  'corrections',
  {
    revisionId: revisionId(),
    fact: text('fact').notNull(),
    correction: exactJson<Correction>('correction'),
    comment: text('comment').notNull(),
    version: integer('version').notNull(),
    decidedBy: uuid('decided_by').references(() => users.id, { onDelete: 'set null' }),
    decidedAt: moment('decided_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.revisionId, table.fact] })],
)

/** A finding that a correction made go is kept, `gone`, with its disposition: it may come back when the correction is taken back. */
export const findings = pgTable(
  'findings',
  {
    id: key(),
    revisionId: revisionId(),
    dossierId: uuid('dossier_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    severity: text('severity').$type<Severity>().notNull(),
    rule: text('rule').notNull(),
    subject: text('subject'),
    cause: text('cause').$type<Cause>(),
    gone: boolean('gone').notNull().default(false),
    body: exactJson<Finding>('body').notNull(),
  },
  (table) => [
    index('findings_by_revision').on(table.revisionId, table.ordinal),
    index('findings_by_dossier').on(table.dossierId, table.id),
    index('findings_by_organisation').on(table.organisationId, table.id),
    index('findings_by_rule').on(table.rule, table.id),
    index('findings_by_subject').on(table.subject, table.id),
    index('findings_by_severity').on(table.severity, table.id),
  ],
)

export const dispositions = pgTable(
  'dispositions',
  {
    findingId: uuid('finding_id')
      .primaryKey()
      .references(() => findings.id, { onDelete: 'cascade' }),
    /** null: taken back. The row stays, so that its version goes on counting. */
    verdict: text('verdict').$type<DispositionVerdict>(),
    comment: text('comment').notNull(),
    version: integer('version').notNull(),
    decidedBy: uuid('decided_by').references(() => users.id, { onDelete: 'set null' }),
    decidedAt: moment('decided_at').notNull(),
    /** The finding of an earlier revision whose answer this is; null once somebody has answered anew. */
    carriedFrom: uuid('carried_from').references((): AnyPgColumn => findings.id, { onDelete: 'set null' }),
  },
  (table) => [
    check('dispositions_verdict', sql`${table.verdict} in ('confirmed', 'dismissed', 'needs_explanation')`),
    index('dispositions_by_verdict').on(table.verdict, table.findingId),
    index('dispositions_by_origin').on(table.carriedFrom),
  ],
)
