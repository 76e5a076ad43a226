import { z } from 'zod'
import { standardFor } from '../../rules/standards/index.ts'
import { Correction } from '../../schemas/correction.ts'
import { Manifest } from '../../schemas/dossier.ts'
import { Reading } from '../../schemas/reading.ts'
import { Report } from '../../schemas/report.ts'
import { endWithParent } from '../queue/end-with-parent.ts'
import { reviewDossier } from '../review.ts'
import { CorrectionError, correct } from '../stages/correct/index.ts'

endWithParent()

/** `readings` null: those that were sent with this revision before. They come from the store, where another version of this program may have kept them. */
export const RecheckJob = z.object({
  revision: z.string(),
  readings: z.array(z.unknown()).nullable(),
  manifest: Manifest.nullable(),
  corrections: z.array(Correction),
})
export type RecheckJob = z.infer<typeof RecheckJob>
/** The report; or why a correction cannot be made; that the readings must be sent along; or that they were kept by a version that this one cannot follow. */
export type Rechecked =
  | { readonly report: Report }
  | { readonly refused: string }
  | { readonly wants: 'readings' }
  | { readonly outdated: true }

/** A reviewer corrects several values of one dossier: its readings stay here meanwhile. A revision's readings never change. */
const mostKept = 3
const kept = new Map<string, readonly Reading[]>()

/** What older versions did not read yet is empty; 'outdated' where they read something else in a place of it. */
function readingsOf({ revision, readings }: RecheckJob): readonly Reading[] | 'outdated' | undefined {
  const sent = readings === null ? undefined : z.array(Reading).safeParse(readings)
  if (sent?.success === false) return 'outdated'
  const found = sent?.data ?? kept.get(revision)
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
  if (readings === 'outdated') return { outdated: true }
  const standard = standardFor(job.manifest?.approvedOn ?? null)
  try {
    return { report: Report.parse(reviewDossier(correct(readings, job.corrections, standard), job.manifest).report) }
  } catch (error) {
    if (error instanceof CorrectionError) return { refused: error.message }
    throw error
  }
}
