import { z } from 'zod'
import { standardFor } from '../../rules/standards/index.ts'
import { Correction } from '../../schemas/correction.ts'
import { Manifest } from '../../schemas/dossier.ts'
import { Reading } from '../../schemas/reading.ts'
import { Report } from '../../schemas/report.ts'
import { reviewDossier } from '../review.ts'
import { CorrectionError, correct } from '../stages/correct/index.ts'
import { endWithParent } from './end-with-parent.ts'

endWithParent()

/** `corrections` are those that reviewers made of the same documents in an earlier revision. */
export const ReviewJob = z.object({ readings: z.array(Reading), manifest: Manifest.nullable(), corrections: z.array(Correction) })
export type ReviewJob = z.infer<typeof ReviewJob>

/** Under another edition of the Standard an old correction may no longer make sense: then the reviewer is asked again. */
function withCorrections(readings: Reading[], corrections: readonly Correction[], manifest: Manifest | null): Reading[] {
  if (corrections.length === 0) return readings
  try {
    return correct(readings, corrections, standardFor(manifest?.approvedOn ?? null))
  } catch (error) {
    if (error instanceof CorrectionError) return readings
    throw error
  }
}

/** Reviews a dossier in a process of its own: rules over thousands of facts would keep a worker from renewing its locks. */
export const run = async (data: unknown): Promise<Report> => {
  const { readings, manifest, corrections } = ReviewJob.parse(data)
  return Report.parse(reviewDossier(withCorrections(readings, corrections, manifest), manifest).report)
}
