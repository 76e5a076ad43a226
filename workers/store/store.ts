import type { Readable } from 'node:stream'
import type { Pool } from 'pg'
import type { Correction } from '../../schemas/correction.ts'
import type { Manifest, Role, Stage } from '../../schemas/dossier.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { Cause, Check, Severity } from '../../schemas/finding.ts'
import type { Reading } from '../../schemas/reading.ts'
import type { Assessment, Report } from '../../schemas/report.ts'
import type { ApiTokens, Organisations, Sessions, Users } from './account-repositories.ts'
import type {
  Disposition,
  DispositionVerdict,
  Dossier,
  Id,
  Progress,
  ReportFormat,
  ReviewSummary,
  Revision,
  RevisionStatus,
  Scope,
  Sha256,
  StoredCorrection,
  StoredDocument,
  StoredFinding,
  StoredReport,
  Upload,
} from './entities.ts'
import type { Page, PageRequest } from './page-types.ts'
import type { RecognisedPages } from './recognised-pages.ts'
import type { AuditLog, IdempotencyKeys, Presences, Webhooks } from './record-repositories.ts'
import type { Portfolios, Rectifications } from './review-repositories.ts'

export type * from './account-repositories.ts'
export type * from './page-types.ts'
export type * from './recognised-pages.ts'
export type * from './record-repositories.ts'
export type * from './review-repositories.ts'

export type DossierFilter = {
  readonly scope: Scope
  readonly organisationId?: Id | undefined
  readonly status?: RevisionStatus | undefined
  readonly stage?: Stage | undefined
  readonly region?: string | undefined
  /** Part of the title. */
  readonly search?: string | undefined
  /** True: only with errors; false: only without. */
  readonly hasErrors?: boolean | undefined
  readonly createdFrom?: Date | undefined
  readonly createdBefore?: Date | undefined
  readonly turn?: Turn | undefined
  /** newest first (usual), or what is due first, then what has no due date. */
  readonly sort?: 'newest' | 'due' | undefined
}
/** Whose turn it is: the park's (a draft, or sent back), the machine's (under review), the reviewer's (reviewed). */
export type Turn = 'park' | 'machine' | 'reviewer'

export type Dossiers = {
  /** Creates the dossier with its revision 1 as a draft. */
  create(dossier: {
    organisationId: Id
    title: string
    manifest?: Manifest | null
    createdBy?: Id | null
  }): Promise<{ dossier: Dossier; revision: Revision }>
  find(id: Id, scope: Scope): Promise<Dossier | undefined>
  list(filter: DossierFilter, page?: PageRequest): Promise<Page<Dossier>>
  count(filter: DossierFilter): Promise<number>
  rename(id: Id, title: string): Promise<Dossier>
  /** With all its revisions, documents, readings, facts, findings and dispositions. Bytes that nobody else holds go with the next sweep. */
  delete(id: Id): Promise<boolean>
}

export type Revisions = {
  /**
   * The next revision as a draft, with the same documents (not yet read) where `copyDocuments` is given.
   * Throws store.conflict while the newest one is not finished.
   */
  create(
    dossierId: Id,
    options?: { manifest?: Manifest | null | undefined; createdBy?: Id | null; copyDocuments?: boolean },
  ): Promise<Revision>
  find(id: Id): Promise<Revision | undefined>
  read(id: Id): Promise<Revision>
  list(dossierId: Id): Promise<Revision[]>
  /** Throws store.not-draft where it is submitted. */
  setManifest(id: Id, manifest: Manifest | null): Promise<Revision>
  /**
   * Moves the status from one of `from` to `to`; false where it is in none of them (another was first).
   * draft → queued also settles the documents' positions by file name, as the command line orders a folder; see `submit`.
   */
  move(id: Id, from: readonly RevisionStatus[], to: RevisionStatus, problem?: string | null): Promise<boolean>
  /** draft (or failed, cancelled: then once more) → queued. Throws store.not-draft otherwise, store.conflict where it has no documents. */
  submit(id: Id): Promise<Revision>
  progress(id: Id): Promise<Progress>
  /** Revisions that wait or are under review, oldest first: what a starting queue looks through for lost jobs. */
  unfinished(): Promise<Revision[]>
}

export type Documents = {
  /**
   * Adds a file to a draft. The same name with the same bytes changes nothing (`same`); with other bytes it takes the place of the
   * former (`replaced`). Throws store.not-draft after submission. The blob must have been put before.
   */
  add(document: {
    revisionId: Id
    fileName: string
    sha256: Sha256
    size: number
    mediaType?: string | null
    roleOverride?: Role | null
    yearOverride?: number | null
  }): Promise<{ outcome: 'added' | 'same' | 'replaced'; document: StoredDocument }>
  find(id: Id): Promise<StoredDocument | undefined>
  read(id: Id): Promise<StoredDocument>
  /** In the order of their positions. */
  list(revisionId: Id): Promise<StoredDocument[]>
  /** What an organisation's dossiers hold together; the same bytes in several revisions count once. */
  usage(organisationId: Id): Promise<{ files: number; bytes: number }>
  /** In a draft only. */
  override(id: Id, override: { role: Role | null; year: number | null }): Promise<StoredDocument>
  remove(id: Id): Promise<boolean>
  /** uploaded or reading (a job that comes again after its worker died) → reading; false where it has been read already. */
  startReading(id: Id): Promise<boolean>
  /**
   * Keeps what was read, exactly as given (key order, odd characters), in the place of its recognised pages. Saving twice leaves one reading; the first one stays.
   * False where one was there already or the document is gone.
   */
  saveReading(id: Id, reading: Reading): Promise<boolean>
  findReading(id: Id): Promise<Reading | undefined>
  /** All readings of a revision by position; undefined in the place of documents not yet read. */
  readings(revisionId: Id): Promise<{ document: StoredDocument; reading: Reading | undefined }[]>
}

export type FactFilter = {
  readonly revisionId: Id
  readonly subject?: string | undefined
  readonly year?: number | null | undefined
  readonly kind?: Fact['kind'] | undefined
  /** The document's id in the report (d1). */
  readonly document?: string | undefined
}
export type Facts = {
  /** In report order. */
  list(filter: FactFilter, page?: PageRequest): Promise<Page<Fact>>
  /** By their ids in the report (f1, f9), in that order; those that are not there are left out. */
  findAll(revisionId: Id, ids: readonly string[]): Promise<Fact[]>
}

export type FindingFilter = {
  readonly scope: Scope
  readonly revisionId?: Id | undefined
  readonly dossierId?: Id | undefined
  readonly severity?: Severity | undefined
  readonly rule?: string | undefined
  readonly subject?: string | undefined
  readonly cause?: Cause | undefined
  /** `open`: not yet answered. */
  readonly disposition?: DispositionVerdict | 'open' | undefined
}
export type Findings = {
  /** Of one revision: in report order. Otherwise: of the newest reviews first. */
  list(filter: FindingFilter, page?: PageRequest): Promise<Page<StoredFinding>>
  find(id: Id, scope: Scope): Promise<StoredFinding | undefined>
  /**
   * Answers a finding, or takes the answer back (verdict null). `version` is the one the reviewer saw, 0 for none; another version there
   * throws store.conflict and changes nothing.
   */
  dispose(
    id: Id,
    disposition: { verdict: DispositionVerdict | null; comment: string; version: number; decidedBy: Id | null },
  ): Promise<{ disposition: Disposition | null; version: number }>
  /** Answers findings of a revision, named as its report does (x1), as they were answered in an earlier one. Leaves those that have an answer. */
  carryAnswers(
    revisionId: Id,
    answers: readonly (Pick<Disposition, 'verdict' | 'comment' | 'decidedBy' | 'decidedAt'> & { finding: string; from: Id })[],
  ): Promise<number>
}

export type Corrections = {
  /** All that were ever made, also those taken back. */
  list(revisionId: Id): Promise<StoredCorrection[]>
  /** The version of the revision's review: it counts up with every correction. undefined where there is no review. */
  reviewVersion(revisionId: Id): Promise<number | undefined>
  /**
   * Keeps a correction (null: takes it back) and what the checks make of it, in one transaction: the corrected fact, findings, checks,
   * assessment, summary, and `file` as the only report. A finding that was there before keeps its id and disposition; one that is no longer
   * found is hidden with its disposition, and is itself again should it return. `seen` is the review's version that `report` was made on,
   * `correction.version` the correction's that the reviewer saw: where either is another, store.conflict, and nothing changes.
   */
  apply(
    revisionId: Id,
    change: {
      seen: number
      report: Report
      file: { sha256: Sha256; size: number }
      correction: { fact: string; correction: Correction | null; comment: string; version: number; decidedBy: Id | null }
    },
  ): Promise<StoredCorrection>
  /** Notes that a revision's report was made with these corrections of an earlier one. */
  carry(revisionId: Id, corrections: readonly Omit<StoredCorrection, 'version'>[]): Promise<void>
}

export type Reports = {
  /**
   * Keeps a review's outcome in one transaction (report files, facts, findings, checks, assessment) and makes the revision `reviewed`.
   * Saving twice leaves one set: 'saved' the first time, 'already' after; 'refused' where the revision was cancelled or deleted.
   * The files' bytes must have been put before; `json` must be among them.
   */
  save(
    revisionId: Id,
    report: Report,
    files: readonly { format: ReportFormat; sha256: Sha256; size: number }[],
  ): Promise<'saved' | 'already' | 'refused'>
  /** Adds or replaces one format, made later. */
  addFile(revisionId: Id, file: { format: ReportFormat; sha256: Sha256; size: number }): Promise<void>
  find(revisionId: Id, format: ReportFormat): Promise<StoredReport | undefined>
  list(revisionId: Id): Promise<StoredReport[]>
  summary(revisionId: Id): Promise<ReviewSummary | undefined>
  checks(revisionId: Id, filter?: { outcome?: Check['outcome'] | undefined; rule?: string | undefined }): Promise<Check[]>
  assessment(revisionId: Id): Promise<Assessment[]>
}

/** Files that come in pieces, so that a broken connection costs the last piece only. Works over several API machines. */
export type Uploads = {
  create(upload: { revisionId: Id; fileName: string; size: number; sha256?: Sha256 | null; createdBy?: Id | null }): Promise<Upload>
  find(id: Id): Promise<Upload | undefined>
  list(revisionId: Id): Promise<Upload[]>
  /**
   * Keeps the piece that begins at `offset`. What arrived before the connection broke is kept too: ask `find` for `received`.
   * Throws store.wrong-offset where the piece does not follow, store.too-large where it goes beyond the size.
   */
  append(id: Id, offset: number, bytes: Readable): Promise<Upload>
  /**
   * Joins the pieces to one blob and adds the document. Throws store.conflict where bytes are missing or the sha256 is another, and
   * what `accept` throws of the whole: then the revision stays as it was.
   */
  finish(id: Id, accept?: (whole: Blob) => Promise<void>): Promise<{ outcome: 'added' | 'same' | 'replaced'; document: StoredDocument }>
  delete(id: Id): Promise<boolean>
}

export type Blob = { readonly sha256: Sha256; readonly size: number }

/** Bytes by their SHA-256, on disk or in an S3-compatible store. What is read is what was stored, or StoreError store.blob-damaged. */
export type Blobs = {
  /**
   * Keeps bytes; hashed while they are written, safe on disk (or in S3) when this returns. Nothing is left behind when it throws:
   * store.too-large beyond `maxBytes` (told while streaming), store.disk-full, or the source's own error.
   */
  put(
    bytes: Readable | AsyncIterable<Uint8Array> | Uint8Array,
    options?: { maxBytes?: number | undefined; signal?: AbortSignal | undefined },
  ): Promise<Blob>
  has(sha256: Sha256): Promise<boolean>
  /** The checked bytes in memory. */
  read(sha256: Sha256): Promise<Buffer>
  /** Streams the bytes, checking while they flow: the stream ends with the error where they are damaged, before its last piece. */
  stream(sha256: Sha256): Promise<Readable>
  /** Runs `work` with the path of a checked local file (not to be written to), which may be gone when `work` ends. */
  withFile<T>(sha256: Sha256, work: (path: string) => Promise<T>): Promise<T>
}

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
