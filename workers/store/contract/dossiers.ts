import type { Manifest, Role, Stage } from '../../../schemas/dossier.ts'
import type { Reading } from '../../../schemas/reading.ts'
import type { Dossier, Id, Progress, Revision, RevisionStatus, Scope, Sha256, StoredDocument } from '../entities.ts'
import type { Page, PageRequest } from './pages.ts'

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
