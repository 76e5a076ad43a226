import type { Correction } from '../../../schemas/correction.ts'
import type { Stage } from '../../../schemas/dossier.ts'
import type { Finding, Severity } from '../../../schemas/finding.ts'
import type { ReportDocument } from '../../../schemas/report.ts'
import type { Id, Sha256 } from './ids.ts'

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
