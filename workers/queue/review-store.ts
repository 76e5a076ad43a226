import type { Manifest } from '../../schemas/dossier.ts'
import type { Reading } from '../../schemas/reading.ts'
import type { Report } from '../../schemas/report.ts'
import type { ReviewProgress } from './progress.ts'

/** One document of a revision as the workers need it. `position` from 1 names it in the report: d1 … dn. */
export type QueuedDocument = {
  readonly id: string
  readonly position: number
  readonly name: string
  readonly sha256: string
  readonly read: boolean
}

/**
 * One revision under review. `run` grows by one with each time it is put in the queue: what a job of an earlier run brings
 * is not wanted any more.
 */
export type QueuedReview = {
  readonly revision: string
  readonly run: number
  readonly open: boolean
  readonly manifest: Manifest | null
  readonly documents: readonly QueuedDocument[]
}

/**
 * What the queue and the workers ask of the store. Each call is one transaction, may be made twice, and does nothing (false)
 * for a run that is no longer the revision's own or is over: two workers on one job, or a cancelled one, change nothing.
 */
export type ReviewStore = {
  /** Puts the revision into the state queued with a new run. Undefined where a run is under way already, or there is no such revision. */
  readonly beginReview: (revision: string) => Promise<QueuedReview | undefined>
  readonly findReview: (revision: string) => Promise<QueuedReview | undefined>
  /** Saves what one document says, and counts it into the progress. */
  readonly saveReading: (revision: string, run: number, document: string, reading: Reading) => Promise<boolean>
  /** The stored readings in the order of the documents. */
  readonly readings: (revision: string) => Promise<readonly Reading[]>
  readonly setStage: (revision: string, run: number, stage: 'reading' | 'checking') => Promise<boolean>
  /** Report, facts, findings and checks at once, in place of those of any earlier run. */
  /** Puts a run that got lost in the queue up again, keeping what was read: its run grows by one. Undefined where it moved on by itself. */
  readonly restartReview: (revision: string, run: number) => Promise<QueuedReview | undefined>
  readonly saveReview: (revision: string, run: number, report: Report) => Promise<boolean>
  readonly failReview: (revision: string, run: number, message: string) => Promise<boolean>
  readonly cancelReview: (revision: string) => Promise<boolean>
  /** The revisions that are queued or under review and have not moved for so long. */
  readonly openReviews: (idleMs: number) => Promise<readonly { revision: string; run: number }[]>
  readonly findProgress: (revision: string) => Promise<ReviewProgress | undefined>
  /** Calls back after every change of a revision, from any process, and once after a lost connection is back. */
  readonly watch: (revision: string, changed: () => void) => Promise<() => void>
}
