import { z } from 'zod'

/** What a value really prints, where it was misread: told by a reviewer, who has the page before their eyes. */
export const Correction = z.object({
  /** The fact's id in the report. */
  fact: z.string().regex(/^f\d{1,7}$/),
  /** As printed, with its unit where that stands beside the number: "356.42亿元", "≥30", "达标". */
  raw: z.string().trim().min(1).max(200),
  /** The unit where it stands elsewhere (a heading, a caption); not given: the one that was read. */
  unit: z.string().trim().min(1).max(50).optional(),
  /** The year that the value is of; not given: the one that was read. */
  year: z.number().int().min(1990).max(2100).nullable().optional(),
})
export type Correction = z.infer<typeof Correction>
