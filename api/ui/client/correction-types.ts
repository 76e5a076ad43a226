import type { Fact, Finding, Verdict } from './review-types.ts'
import type { StoredFinding } from './types.ts'

type Counts = { readonly errors: number; readonly warnings: number; readonly infos: number }
/** What a corrected reading changes, or would change. */
export type Consequences = {
  readonly fact: Fact
  readonly findings: {
    readonly appeared: readonly Finding[]
    readonly changed: readonly StoredFinding[]
    readonly gone: readonly StoredFinding[]
  }
  readonly verdicts: readonly { readonly subject: string; readonly from: Verdict; readonly to: Verdict }[]
  readonly before: Counts
  readonly after: Counts
}
export type StoredCorrection = {
  readonly fact: string
  readonly correction: { readonly raw: string; readonly unit?: string; readonly year?: number | null } | null
  readonly comment: string
  readonly version: number
  readonly decidedBy: string | null
  readonly decidedAt: string
}
