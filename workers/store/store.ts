import type { Pool } from 'pg'
import type { ApiTokens, Organisations, Sessions, Users } from './contract/accounts.ts'
import type { Blobs, Uploads } from './contract/blobs.ts'
import type { Documents, Dossiers, Revisions } from './contract/dossiers.ts'
import type { Corrections, Facts, Findings, Reports } from './contract/findings.ts'
import type { RecognisedPages } from './contract/recognised-pages.ts'
import type { AuditLog, IdempotencyKeys, Presences, Webhooks } from './contract/records.ts'
import type { Portfolios, Rectifications } from './contract/reviews.ts'

export type * from './contract/accounts.ts'
export type * from './contract/blobs.ts'
export type * from './contract/dossiers.ts'
export type * from './contract/findings.ts'
export type * from './contract/pages.ts'
export type * from './contract/recognised-pages.ts'
export type * from './contract/records.ts'
export type * from './contract/reviews.ts'

/** The tables, each behind its own words. */
export type Repositories = {
  readonly organisations: Organisations
  readonly users: Users
  readonly sessions: Sessions
  readonly apiTokens: ApiTokens
  readonly dossiers: Dossiers
  readonly revisions: Revisions
  readonly documents: Documents
  readonly recognisedPages: RecognisedPages
  readonly facts: Facts
  readonly findings: Findings
  readonly corrections: Corrections
  readonly reports: Reports
  readonly rectifications: Rectifications
  readonly portfolio: Portfolios
  readonly presence: Presences
  readonly audit: AuditLog
  readonly webhooks: Webhooks
  readonly idempotency: IdempotencyKeys
}

/** Everything that is kept: the database's tables and the bytes. */
export type Store = Repositories & {
  readonly blobs: Blobs
  readonly uploads: Uploads
  /** The database itself: for the queue's Postgres backend (`new pg.Pool({ connectionString, options: '-c search_path=bullmq' })`). */
  readonly databaseUrl: string
  /** The store's own connections; end them through `close` only. */
  readonly pool: Pool
  /** Several changes as one: all of them or none. Say, a disposition and its entry in the audit log. */
  transaction<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>
  /** Resolves where the database answers and the blobs can be reached; throws StoreError store.unavailable. */
  ping(): Promise<void>
  /** Deletes bytes, uploads and keys that nobody refers to any more and that are older than `graceSeconds` (3600). Gives the number of blobs. */
  sweep(graceSeconds?: number): Promise<number>
  /** Ends the connections; an embedded database stops with its last user. */
  close(): Promise<void>
}
