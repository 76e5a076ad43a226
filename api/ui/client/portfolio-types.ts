import type { Severity, ToldVerdict } from './review-types.ts'
import type { Dossier } from './types.ts'

type Answered = {
  readonly total: number
  readonly confirmed: number
  readonly dismissed: number
  readonly needsExplanation: number
  readonly open: number
  readonly adoption: number | null
}
export type PortfolioRow = {
  readonly organisationId: string
  readonly organisation: string
  readonly dossierId: string
  readonly stage: NonNullable<Dossier['stage']>
  readonly errors: number
  readonly warnings: number
  readonly verdicts: readonly { readonly subject: string; readonly verdict: ToldVerdict }[]
}
/** Each park at its last review, and what was found there by rule and cause. */
export type Portfolio = {
  readonly rows: readonly PortfolioRow[]
  readonly byRule: readonly (Answered & { readonly rule: string; readonly severity: Severity })[]
  readonly byCause: readonly (Answered & { readonly cause: string | null })[]
  readonly all: Answered
}
