import type { Correction } from '../../schemas/correction.ts'
import type { Manifest, Role, Stage } from '../../schemas/dossier.ts'
import type { Finding, Severity } from '../../schemas/finding.ts'
import type { ReportDocument } from '../../schemas/report.ts'

/** Every id is a time-ordered uuid (version 7): no colon, not guessable, newest last. */
export type Id = string
/** A SHA-256 in lower-case hexadecimal: the name of bytes. */
export type Sha256 = string

export type OrganisationKind = 'office' | 'province' | 'park'
/** office 国家三部委领导小组办公室 · province 省级主管部门 · park 园区管理机构. Only an office has no parent. */
export type Organisation = { id: Id; kind: OrganisationKind; name: string; parentId: Id | null; createdAt: Date }

/** What a viewer may see: everything, or what belongs to these organisations. */
export type Scope = 'all' | readonly Id[]

export type UserRole = 'admin' | 'reviewer' | 'submitter'
export type User = {
  id: Id
  organisationId: Id
  /** The name to log in with, unique without regard to case. */
  login: string
  displayName: string
  role: UserRole
  /** As the hashing library printed it; null for one who only comes through single sign-on. */
  passwordHash: string | null
  mustChangePassword: boolean
  /** `issuer|subject` of single sign-on, or null. */
  oidcSubject: string | null
  disabledAt: Date | null
  createdAt: Date
}
/** Who is asking, with everything that permissions need. */
export type Viewer = { user: User; organisation: Organisation; scope: Scope }

export type Session = {
  id: Id
  userId: Id
  createdAt: Date
  expiresAt: Date
  lastSeenAt: Date
  address: string | null
  agent: string | null
}
export type ApiToken = {
  id: Id
  userId: Id
  name: string
  scopes: string[]
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
  revokedAt: Date | null
}

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

/** One finding of a saved report, with the reviewer's answer where there is one. */
export type StoredFinding = {
  id: Id
  revisionId: Id
  dossierId: Id
  organisationId: Id
  severity: Severity
  finding: Finding
  /** null: open, or taken back. */
  disposition: Disposition | null
  /** Of the disposition, counted on when it is taken back; 0 where nobody has answered yet. */
  version: number
}

export type DispositionVerdict = 'confirmed' | 'dismissed' | 'needs_explanation'
/** `version` counts from 1 with every change; a change must name the version it saw (0 for none yet). */
export type Disposition = {
  findingId: Id
  verdict: DispositionVerdict
  comment: string
  version: number
  decidedBy: Id | null
  decidedAt: Date
  /** The finding of an earlier revision whose answer was carried over; null where it was answered here. */
  carriedFrom: Id | null
}

/** What a reviewer has put right in one fact of a revision; `correction` null: taken back. Versions count as those of dispositions. */
export type StoredCorrection = {
  fact: string
  correction: Correction | null
  comment: string
  version: number
  decidedBy: Id | null
  decidedAt: Date
}

/** What was sent back to a park: the findings that it must mend or explain, until when, and its answers. */
export type Rectification = {
  id: Id
  revisionId: Id
  dossierId: Id
  dueOn: string
  note: string
  sentBy: Id | null
  sentAt: Date
  /** The revision that the park handed in on it; null until then. */
  resubmittedAs: Id | null
}
/** `stands` is false where a later correction made the finding go. Versions count as those of dispositions. */
export type RectificationItem = {
  finding: StoredFinding
  stands: boolean
  answer: string | null
  version: number
  answeredBy: Id | null
  answeredAt: Date | null
}

/** `form`: the draft of the form that the regulation has filled at the dossier's stage, as a Word document. */
export type ReportFormat = 'json' | 'html' | 'docx' | 'xlsx' | 'pdf' | 'form'
export type StoredReport = { revisionId: Id; format: ReportFormat; sha256: Sha256; size: number; createdAt: Date }

/** What is said of a whole review without its facts: counts and the documents as read. */
export type ReviewSummary = {
  park: string | null
  stage: Stage
  region: string | null
  errors: number
  warnings: number
  infos: number
  checksPassed: number
  checksFailed: number
  checksSkipped: number
  documents: ReportDocument[]
}

/** An entry of the audit log. `action` is dotted: "dossier.create", "disposition.change", "session.fail". */
export type AuditEntry = {
  id: Id
  at: Date
  actorId: Id | null
  /** The actor's name at that time: it stays readable when the account is gone. */
  actorName: string
  organisationId: Id | null
  action: string
  objectType: string
  objectId: string | null
  dossierId: Id | null
  details: Record<string, unknown>
  address: string | null
}

export type Webhook = {
  id: Id
  organisationId: Id
  url: string
  /** The key of the HMAC signature; never shown again after creation. */
  secret: string
  events: string[]
  active: boolean
  createdBy: Id | null
  createdAt: Date
}
export type Delivery = {
  id: Id
  webhookId: Id
  event: string
  /** The body, byte for byte as it is signed and sent. */
  payload: string
  status: 'pending' | 'delivered' | 'failed'
  attempts: number
  nextAttemptAt: Date
  responseStatus: number | null
  error: string | null
  createdAt: Date
  finishedAt: Date | null
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
