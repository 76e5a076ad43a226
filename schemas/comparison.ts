import { z } from 'zod'
import { Role, Stage } from './dossier.ts'
import { Kind } from './fact.ts'
import { RuleId, Severity } from './finding.ts'

/** A reviewer's answer to a finding. */
export const Answer = z.object({ verdict: z.enum(['confirmed', 'dismissed', 'needs_explanation']), comment: z.string() })
export type Answer = z.infer<typeof Answer>

/** A finding as one of the two reports tells it. */
export const ToldFinding = z.object({
  id: z.string(),
  rule: RuleId,
  severity: Severity,
  subject: z.string().nullable(),
  year: z.number().int().nullable(),
  message: z.string(),
})
export type ToldFinding = z.infer<typeof ToldFinding>

/**
 * resolved: the same check was asked again and passed · open: told again · new: not told before ·
 * unverified: no longer told, but what it was about is no longer there to be checked
 */
export const FindingStatus = z.enum(['open', 'new', 'unverified', 'resolved'])
export type FindingStatus = z.infer<typeof FindingStatus>

/** One finding followed from one submission to the next. */
export const FollowedFinding = z.object({
  status: FindingStatus,
  old: ToldFinding.nullable(),
  new: ToldFinding.nullable(),
  /** An open one whose printed values are no longer the same. */
  valuesChanged: z.boolean(),
  /** The answer to the old finding; `again` where it should be given anew because the values behind it changed, or what is told now is another matter in its place. */
  answer: Answer.extend({ again: z.boolean() }).nullable(),
})
export type FollowedFinding = z.infer<typeof FollowedFinding>

/** A value that one document now prints otherwise, or (`to` null) no longer. */
export const ChangedValue = z.object({
  document: z.object({ file: z.string(), role: Role, year: z.number().int().nullable() }),
  subject: z.string(),
  name: z.string(),
  year: z.number().int().nullable(),
  kind: Kind,
  from: z.string(),
  to: z.string().nullable(),
  /** unasked: no finding spoke of it · follows: computed from a value that one spoke of · asked: a finding spoke of it */
  because: z.enum(['unasked', 'follows', 'asked']),
  facts: z.object({ old: z.string(), new: z.string().nullable() }),
})
export type ChangedValue = z.infer<typeof ChangedValue>

export const ChangedDocument = z.object({
  change: z.enum(['added', 'removed', 'replaced']),
  file: z.string(),
  role: Role,
  year: z.number().int().nullable(),
})
export type ChangedDocument = z.infer<typeof ChangedDocument>

/** What became of one submission's findings in the next (整改对照). */
export const Comparison = z.object({
  schemaVersion: z.literal(1),
  dossier: z.object({ park: z.string().nullable(), stage: Stage }),
  findings: z.array(FollowedFinding),
  values: z.array(ChangedValue),
  documents: z.array(ChangedDocument),
  summary: z.object({
    resolved: z.number().int(),
    open: z.number().int(),
    new: z.number().int(),
    unverified: z.number().int(),
    unasked: z.number().int(),
  }),
})
export type Comparison = z.infer<typeof Comparison>
