import { z } from 'zod'
import { standardFor } from '../../rules/standards/index.ts'
import { Correction } from '../../schemas/correction.ts'
import { Manifest } from '../../schemas/dossier.ts'
import type { Reading } from '../../schemas/reading.ts'
import { Report } from '../../schemas/report.ts'
import { endWithParent } from '../queue/end-with-parent.ts'
import { reviewDossier } from '../review.ts'
import { CorrectionError, correct } from '../stages/correct/index.ts'

endWithParent()

/** `readings` null: those that were sent with this revision before. They come from the store, where they were checked when they were kept. */
export const RecheckJob = z.object({
  revision: z.string(),
  readings: z.custom<readonly Reading[]>(Array.isArray).nullable(),
  manifest: Manifest.nullable(),
  corrections: z.array(Correction),
})
export type RecheckJob = z.infer<typeof RecheckJob>
/** The report; or why a correction cannot be made; or that the readings must be sent along. */
export type Rechecked = { readonly report: Report } | { readonly refused: string } | { readonly wants: 'readings' }

/** A reviewer corrects several values of one dossier: its readings stay here meanwhile. A revision's readings never change. */
const mostKept = 3
const kept = new Map<string, readonly Reading[]>()

function readingsOf({ revision, readings }: RecheckJob): readonly Reading[] | undefined {
  const found = readings ?? kept.get(revision)
  if (found === undefined) return undefined
  kept.delete(revision)
  kept.set(revision, found)
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
  return found
}

/** Reviews stored readings again with some of their facts corrected, in a process of its own. */
export async function run(data: unknown): Promise<Rechecked> {
  const job = RecheckJob.parse(data)
  const readings = readingsOf(job)
  if (readings === undefined) return { wants: 'readings' }
  const standard = standardFor(job.manifest?.approvedOn ?? null)
  try {
    return { report: Report.parse(reviewDossier(correct(readings, job.corrections, standard), job.manifest).report) }
  } catch (error) {
    if (error instanceof CorrectionError) return { refused: error.message }
    throw error
  }
}
