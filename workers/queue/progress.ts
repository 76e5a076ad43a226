import { z } from 'zod'

/** How far the review of one revision is: what a waiting reader is shown. Counted from what is stored, so no message can be missed. */
export const ReviewProgress = z.object({
  revision: z.string(),
  /** queued → reading → checking → reviewed | failed | cancelled */
  stage: z.enum(['queued', 'reading', 'checking', 'reviewed', 'failed', 'cancelled']),
  documents: z.object({ done: z.number().int(), of: z.number().int(), failed: z.number().int() }),
  pages: z.number().int(),
  /** Why it failed, in Chinese; null otherwise. */
  message: z.string().nullable(),
})
export type ReviewProgress = z.infer<typeof ReviewProgress>

const ends: ReadonlySet<ReviewProgress['stage']> = new Set(['reviewed', 'failed', 'cancelled'])

/** Whether nothing more will happen in this run. */
export const isOver = ({ stage }: ReviewProgress): boolean => ends.has(stage)
