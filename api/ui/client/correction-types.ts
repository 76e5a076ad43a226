import type { z } from 'zod'
import type { ConsequencesShape, CorrectionShape } from '../../show/review.ts'

/** What a corrected reading changes, or would change. */
export type Consequences = z.infer<typeof ConsequencesShape>
export type StoredCorrection = z.infer<typeof CorrectionShape>
