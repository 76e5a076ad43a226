import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { Manifest, Role, Stage } from '../../../schemas/dossier.ts'
import type { Reading } from '../../../schemas/reading.ts'
import type { DocumentStatus, RevisionStatus } from '../entities.ts'
import { organisations, users } from './accounts.ts'
import { bytes, clonedValue, digest, exactJson, key, moment } from './columns.ts'

const createdBy = () => uuid('created_by').references(() => users.id, { onDelete: 'set null' })
const statuses = sql.raw(`('draft', 'queued', 'reviewing', 'reviewed', 'failed', 'cancelled')`)

/** The state of the newest revision stands here again, so that the list needs no join. */
export const dossiers = pgTable(
  'dossiers',
  {
    id: key(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    title: text('title').notNull(),
    stage: text('stage').$type<Stage>(),
    region: text('region'),
    createdBy: createdBy(),
    createdAt: moment('created_at').notNull(),
    revisionId: uuid('revision_id').notNull(),
    revisionNumber: integer('revision_number').notNull(),
    status: text('status').$type<RevisionStatus>().notNull(),
    errors: integer('errors'),
    warnings: integer('warnings'),
    infos: integer('infos'),
    dueOn: date('due_on', { mode: 'string' }),
  },
  (table) => [
    check('dossiers_status', sql`${table.status} in ${statuses}`),
    index('dossiers_by_organisation').on(table.organisationId, table.id),
    index('dossiers_by_status').on(table.status, table.id),
    index('dossiers_by_due').on(sql`coalesce(${table.dueOn}, 'infinity'::date)`, table.id),
  ],
)

const dossierId = () =>
  uuid('dossier_id')
    .notNull()
    .references(() => dossiers.id, { onDelete: 'cascade' })

export const revisions = pgTable(
  'revisions',
  {
    id: key(),
    dossierId: dossierId(),
    organisationId: uuid('organisation_id').notNull(),
    number: integer('number').notNull(),
    status: text('status').$type<RevisionStatus>().notNull(),
    manifest: exactJson<Manifest>('manifest'),
    problem: text('problem'),
    createdBy: createdBy(),
    createdAt: moment('created_at').notNull(),
    submittedAt: moment('submitted_at'),
    finishedAt: moment('finished_at'),
  },
  (table) => [
    check('revisions_status', sql`${table.status} in ${statuses}`),
    unique('revisions_by_number').on(table.dossierId, table.number),
    index('revisions_unfinished').on(table.id).where(sql`${table.status} in ('queued', 'reviewing')`),
  ],
)

const revisionId = () =>
  uuid('revision_id')
    .notNull()
    .references(() => revisions.id, { onDelete: 'cascade' })

export const documents = pgTable(
  'documents',
  {
    id: key(),
    revisionId: revisionId(),
    dossierId: uuid('dossier_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    position: integer('position').notNull(),
    fileName: text('file_name').notNull(),
    sha256: digest('sha256').notNull(),
    size: bytes('size').notNull(),
    mediaType: text('media_type'),
    status: text('status').$type<DocumentStatus>().notNull(),
    roleOverride: text('role_override').$type<Role>(),
    yearOverride: integer('year_override'),
    role: text('role').$type<Role>(),
    year: integer('year'),
    pages: integer('pages'),
    ocrPages: integer('ocr_pages'),
    problem: text('problem'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    check('documents_status', sql`${table.status} in ('uploaded', 'reading', 'parsed', 'partial', 'failed')`),
    unique('documents_by_name').on(table.revisionId, table.fileName),
    index('documents_by_bytes').on(table.sha256),
    index('documents_by_organisation').on(table.organisationId, table.sha256, table.size),
  ],
)

export const readings = pgTable('readings', {
  documentId: uuid('document_id')
    .primaryKey()
    .references(() => documents.id, { onDelete: 'cascade' }),
  body: exactJson<Reading>('body').notNull(),
  createdAt: moment('created_at').notNull(),
})

/** Pages of a scan as they were recognised, until the document's reading is kept: `body` a page's content, or `problem` why it has none. */
export const recognisedPages = pgTable(
  'recognised_pages',
  {
    documentId: uuid('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    page: integer('page').notNull(),
    body: clonedValue('body'),
    problem: text('problem'),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.page] })],
)

export const uploads = pgTable(
  'uploads',
  {
    id: key(),
    revisionId: revisionId(),
    fileName: text('file_name').notNull(),
    size: bytes('size').notNull(),
    sha256: digest('sha256'),
    received: bytes('received').notNull(),
    createdBy: createdBy(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [index('uploads_by_revision').on(table.revisionId)],
)

export const uploadParts = pgTable(
  'upload_parts',
  {
    uploadId: uuid('upload_id')
      .notNull()
      .references(() => uploads.id, { onDelete: 'cascade' }),
    offset: bytes('offset').notNull(),
    size: bytes('size').notNull(),
    sha256: digest('sha256').notNull(),
  },
  (table) => [primaryKey({ columns: [table.uploadId, table.offset] }), index('upload_parts_by_bytes').on(table.sha256)],
)

/** Every blob that may be there. A row is touched before its bytes are written, so that a sweep never takes them from under a writer. */
export const blobs = pgTable(
  'blobs',
  { sha256: digest('sha256').primaryKey(), size: bytes('size').notNull(), touchedAt: moment('touched_at').notNull() },
  (table) => [index('blobs_by_touch').on(table.touchedAt)],
)
