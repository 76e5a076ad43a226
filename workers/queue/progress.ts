import { z } from 'zod'
import type { Store } from '../store/store.ts'

/** How far the review of one revision is: what a waiting reader is shown. Counted from what is stored, so it is right after any crash. */
export const ReviewProgress = z.object({
  revision: z.string(),
  /** draft → queued → reading → checking → reviewed | failed | cancelled */
  stage: z.enum(['draft', 'queued', 'reading', 'checking', 'reviewed', 'failed', 'cancelled']),
  /** `done` of them are read, well or not; of `failed` ones nothing could be read. */
  documents: z.object({ done: z.number().int(), of: z.number().int(), failed: z.number().int() }),
  /** Pages read so far, scanned ones as they are recognised. */
  pages: z.number().int(),
  /** For `failed`: why, in one Chinese sentence. */
  problem: z.string().nullable(),
})
export type ReviewProgress = z.infer<typeof ReviewProgress>

const ends: ReadonlySet<ReviewProgress['stage']> = new Set(['reviewed', 'failed', 'cancelled'])

/** Whether nothing more will happen until it is submitted again. */
export const isOver = ({ stage }: ReviewProgress): boolean => ends.has(stage)

/** How far a review is by now; undefined where there is no such revision. */
export async function findProgress(store: Store, revisionId: string): Promise<ReviewProgress | undefined> {
  const revision = await store.revisions.find(revisionId)
  if (revision === undefined) return undefined
  const { documents, read, failed, pages } = await store.revisions.progress(revisionId)
  const stage = revision.status === 'reviewing' ? (read < documents ? 'reading' : 'checking') : revision.status
  return { revision: revisionId, stage, documents: { done: read, of: documents, failed }, pages, problem: revision.problem }
}
