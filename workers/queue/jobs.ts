import type { JobsOptions } from 'bullmq'
import { z } from 'zod'
import type { Revision } from '../store/entities.ts'

/** Ids come from the store; neither a path nor a number, and without the ":" that separates names inside the queue. */
const Id = z.string().regex(/^[\w-]{1,64}$/)

/** Which submission of which revision. A job carries ids only: what it works on lies in the store. */
const Run = z.object({ revision: Id, submission: Id })
export type Run = z.infer<typeof Run>

/** Read one document; or recognise a range of its scanned pages, for that job to go on with. */
export const DocumentJob = Run.extend({
  document: Id,
  /** The first and last page to recognise, from 1. */
  pages: z.tuple([z.number().int().positive(), z.number().int().positive()]).optional(),
})
export type DocumentJob = z.infer<typeof DocumentJob>

/** Review the dossier, once each of its documents has been read. `restarts`: how often this submission got lost before. */
export const DossierJob = Run.extend({ restarts: z.number().int().nonnegative() })
export type DossierJob = z.infer<typeof DossierJob>

/** What came of a job; for the dashboard only. */
export type JobOutcome = 'done' | 'already-done' | 'not-wanted'

export const queueNames = { document: 'document', dossier: 'dossier' } as const
export type QueueName = keyof typeof queueNames

/** The submission that a revision is in. Each time it is submitted it is another one. */
export const runOf = ({ id, submittedAt }: Revision): Run => ({ revision: id, submission: (submittedAt?.getTime() ?? 0).toString(36) })

/** The same work has the same id: asked for twice, it is in the queue once. A later submission is other work. */
export const dossierJobId = ({ revision, submission }: Run): string => `${revision}-${submission}`
export const documentJobId = ({ pages, document, ...run }: DocumentJob): string =>
  [dossierJobId(run), document, ...(pages === undefined ? [] : [`p${pages[0]}-${pages[1]}`])].join('-')

/** What fails is tried again for about two minutes: a database that restarts must not cost a review. After that recovery takes over. */
const attempts = 10
const day = 24 * 60 * 60

export const jobOptions = {
  attempts,
  backoff: { type: 'custom' },
  removeOnComplete: { age: day, count: 10_000 },
  removeOnFail: { age: 7 * day, count: 10_000 },
} satisfies JobsOptions

/** Half a second, doubling up to twenty; spread, so that jobs that failed together do not come back together. */
export const backoffMs = (attemptsMade: number): number =>
  Math.round(Math.min(20_000, 500 * 2 ** (attemptsMade - 1)) * (0.75 + Math.random() / 2))

/** Whether a failure now would be the last. */
export const isLastAttempt = ({ attemptsMade }: { readonly attemptsMade: number }): boolean => attemptsMade + 1 >= attempts
