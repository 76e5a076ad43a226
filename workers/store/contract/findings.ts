import type { Correction } from '../../../schemas/correction.ts'
import type { Fact } from '../../../schemas/fact.ts'
import type { Cause, Check, Severity } from '../../../schemas/finding.ts'
import type { Assessment, Report } from '../../../schemas/report.ts'
import type {
  Disposition,
  DispositionVerdict,
  Id,
  ReportFormat,
  ReviewSummary,
  Scope,
  Sha256,
  StoredCorrection,
  StoredFinding,
  StoredReport,
} from '../entities.ts'
import type { Page, PageRequest } from './pages.ts'

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
