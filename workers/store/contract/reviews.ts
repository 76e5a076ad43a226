import type { Stage } from '../../../schemas/dossier.ts'
import type { Cause, Severity } from '../../../schemas/finding.ts'
import type { ToldVerdict } from '../../../schemas/told-verdict.ts'
import type { Id, Rectification, RectificationItem, Scope } from '../entities.ts'

export type Rectifications = {
  /**
   * Sends the newest, reviewed revision of a dossier back with these of its findings. Throws store.conflict where it is sent back already,
   * is not reviewed or no longer the newest, and store.not-found where a finding is none of it.
   */
  send(rectification: { revisionId: Id; dueOn: string; note: string; findings: readonly Id[]; sentBy: Id | null }): Promise<Rectification>
  find(revisionId: Id): Promise<Rectification | undefined>
  items(rectificationId: Id): Promise<RectificationItem[]>
  /** Answers one finding, on the version that was seen; store.conflict where it is another or the park has handed in a revision since. */
  answer(
    rectificationId: Id,
    answer: { findingId: Id; answer: string; version: number; answeredBy: Id | null },
  ): Promise<{ version: number; answeredAt: Date }>
  /** Takes it back, answers and all; store.conflict where the park has handed in a revision since. */
  withdraw(rectificationId: Id): Promise<void>
}

/** How many findings there are, by what reviewers said of them. */
export type Answered = { total: number; confirmed: number; dismissed: number; needsExplanation: number; open: number }
export type PortfolioRow = {
  organisationId: Id
  organisation: string
  provinceId: Id | null
  dossierId: Id
  title: string
  stage: Stage
  revisionId: Id
  revisionNumber: number
  reviewedAt: Date | null
  errors: number
  warnings: number
  infos: number
  /** In the Standard's order, as a reader must see them. */
  verdicts: { subject: string; verdict: ToldVerdict }[]
}
export type Portfolio = {
  /** Of each park its last reviewed revision, parks by name. */
  rows: PortfolioRow[]
  byRule: (Answered & { rule: string; severity: Severity })[]
  byCause: (Answered & { cause: Cause | null })[]
  all: Answered
}
export type PortfolioFilter = { readonly scope: Scope; readonly organisationId?: Id | undefined; readonly stage?: Stage | undefined }
export type Portfolios = {
  /** What the parks in scope (all of them, those of one province, or one park) look like at their last review. */
  read(filter: PortfolioFilter): Promise<Portfolio>
}
