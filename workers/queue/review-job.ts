import { z } from 'zod'
import { Manifest } from '../../schemas/dossier.ts'
import { Reading } from '../../schemas/reading.ts'
import { Report } from '../../schemas/report.ts'
import { reviewDossier } from '../review.ts'
import { endWithParent } from './end-with-parent.ts'

endWithParent()

export const ReviewJob = z.object({ readings: z.array(Reading), manifest: Manifest.nullable() })
export type ReviewJob = z.infer<typeof ReviewJob>

/** Reviews a dossier in a process of its own: rules over thousands of facts would keep a worker from renewing its locks. */
export const run = async (data: unknown): Promise<Report> => {
  const { readings, manifest } = ReviewJob.parse(data)
  return Report.parse(reviewDossier(readings, manifest).report)
}
