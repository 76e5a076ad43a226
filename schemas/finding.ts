import { z } from 'zod'
import { Evidence } from './place.ts'

export const Severity = z.enum(['error', 'warning', 'info'])
export type Severity = z.infer<typeof Severity>

/** The likely cause of a wrong number, tested against the printed digits; `unknown` where none explains it alone. */
export const Cause = z.enum([
  'unit_slip',
  'digit_transposition',
  'digit_typo',
  'decimal_shift',
  'wrong_year',
  'swapped_rows',
  'rounding',
  'price_basis',
  'arithmetic_mean_growth',
  'percent_fraction',
  'inverted_ratio',
  'wrong_input',
  'ocr_suspect',
  'unknown',
])
export type Cause = z.infer<typeof Cause>

export const Diagnosis = z.object({ cause: Cause, explanation: z.string(), suggestion: z.string() })
export type Diagnosis = z.infer<typeof Diagnosis>

export const RuleId = z.string().regex(/^[a-z]+\/[a-z-]+$/)

const Standing = z.enum(['pass', 'fail', 'undetermined', 'not_reported', 'not_applicable'])

/** What the correction of a finding's wrong value would change: the verdicts that turn, and whether the park meets the Standard before and after. */
export const IfCorrected = z.object({
  verdicts: z.array(z.object({ subject: z.string(), from: Standing, to: Standing })),
  before: z.enum(['pass', 'fail', 'undetermined']),
  park: z.enum(['pass', 'fail', 'undetermined']),
})
export type IfCorrected = z.infer<typeof IfCorrected>

/** The value held to be wrong. `sure` is false where nothing in the dossier tells which of the values is; `shouldBe` what the rest makes of it. */
export const Culprit = z.object({
  fact: z.string(),
  sure: z.boolean(),
  shouldBe: z.object({ low: z.string(), high: z.string() }).nullable(),
})
export type Culprit = z.infer<typeof Culprit>

/** One rule asked of one target. No finding never means not looked at: every target leaves a check. */
export const Check = z.object({
  rule: RuleId,
  subject: z.string().nullable(),
  year: z.number().int().nullable(),
  outcome: z.enum(['passed', 'failed', 'skipped']),
  why: z.string().nullable(),
})
export type Check = z.infer<typeof Check>

/** A failed check, diagnosed; other rules that the same wrong number fails are folded in as `alsoFails`. */
export const Finding = z.object({
  id: z.string(),
  rule: RuleId,
  severity: Severity,
  subject: z.string().nullable(),
  year: z.number().int().nullable(),
  article: z.string(),
  message: z.string(),
  /** The facts at odds, the first being the one that the rule holds to be wrong where it can tell. */
  facts: z.array(z.string()),
  expected: z.string().nullable(),
  actual: z.string().nullable(),
  tolerance: z.string().nullable(),
  diagnosis: Diagnosis.nullable(),
  alsoFails: z.array(z.object({ rule: RuleId, subject: z.string().nullable(), year: z.number().int().nullable(), message: z.string() })),
  /** null where no single value is to blame. */
  culprit: Culprit.nullable().optional(),
  /** null where the correction is not known, or nothing is judged at this stage. */
  ifCorrected: IfCorrected.nullable().optional(),
  /** Places that are not facts: a project's row, a subtotal's parts, a heading. */
  places: z.array(z.object({ document: z.string(), evidence: Evidence })),
})
export type Finding = z.infer<typeof Finding>
