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
  /** Places that are not facts: a project's row, a subtotal's parts, a heading. */
  places: z.array(z.object({ document: z.string(), evidence: Evidence })),
})
export type Finding = z.infer<typeof Finding>
