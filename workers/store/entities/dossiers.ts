import type { Manifest, Role, Stage } from '../../../schemas/dossier.ts'
import type { Id, Sha256 } from './ids.ts'

export type RevisionStatus = 'draft' | 'queued' | 'reviewing' | 'reviewed' | 'failed' | 'cancelled'

export type Dossier = {
  id: Id
  organisationId: Id
  /** What its submitters call it. */
  title: string
  stage: Stage | null
  region: string | null
  createdBy: Id | null
  createdAt: Date
  /** The newest revision. */
  revisionId: Id
  revisionNumber: number
  status: RevisionStatus
  /** Of the newest reviewed revision; null until there is one. */
  errors: number | null
  warnings: number | null
  infos: number | null
  /** Findings of the newest revision that no reviewer has judged yet; null until it is reviewed. */
  open: number | null
  /** Until when the park must answer what was sent back to it (a day, ISO); null where nothing is. */
  dueOn: string | null
}

/** How far a review is: counted from the documents, so that it is right after any crash. */
export type Progress = { documents: number; read: number; failed: number; pages: number }

export type Revision = {
  id: Id
  dossierId: Id
  organisationId: Id
  /** 1 for the first submission, 2 after the first rectification … */
  number: number
  status: RevisionStatus
  /** What the submitter states of the dossier (as dossier.json does), overriding what is recognised. */
  manifest: Manifest | null
  /** For `failed`: one Chinese sentence. */
  problem: string | null
  createdBy: Id | null
  createdAt: Date
  submittedAt: Date | null
  finishedAt: Date | null
}

export type DocumentStatus = 'uploaded' | 'reading' | 'parsed' | 'partial' | 'failed'
export type StoredDocument = {
  id: Id
  revisionId: Id
  dossierId: Id
  organisationId: Id
  /** Its place in the revision from 1: the report calls it `d${position}`. Settled by the files' order when the revision is submitted. */
  position: number
  /** As it was uploaded, with "/" between folders. Unique in its revision. */
  fileName: string
  sha256: Sha256
  size: number
  mediaType: string | null
  status: DocumentStatus
  /** What the submitter says it is, overriding what is recognised. */
  roleOverride: Role | null
  yearOverride: number | null
  /** As read; null before. */
  role: Role | null
  year: number | null
  pages: number | null
  ocrPages: number | null
  problem: string | null
  createdAt: Date
}

/** A file that arrives in pieces: `received` bytes are safe, so sending goes on from there. */
export type Upload = {
  id: Id
  revisionId: Id
  fileName: string
  size: number
  /** What the sender says the whole is, or null. */
  sha256: Sha256 | null
  received: number
  createdBy: Id | null
  createdAt: Date
}
