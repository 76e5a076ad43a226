import type { JobsOptions } from 'bullmq'
import { z } from 'zod'

/** Ids come from the store; neither a path nor a number, and without the ":" that separates names inside the queue. */
const Id = z.string().regex(/^[\w-]{1,64}$/)

/** Read one document, or some pages of it, for one run of a review. A job carries ids only: what it works on lies in the store. */
export const DocumentJob = z.object({
  revision: Id,
  run: z.number().int().positive(),
  document: Id,
  /** The first and last page to read, from 1; the whole document where it is missing. */
  pages: z.tuple([z.number().int().positive(), z.number().int().positive()]).optional(),
})
export type DocumentJob = z.infer<typeof DocumentJob>

/** Review the dossier, once each of its documents has been read. */
export const DossierJob = z.object({ revision: Id, run: z.number().int().positive() })
export type DossierJob = z.infer<typeof DossierJob>

/** What came of a job; for the dashboard only. */
export type JobOutcome = 'done' | 'not-wanted'

export const queueNames = { document: 'document', dossier: 'dossier' } as const
export type QueueName = keyof typeof queueNames

/** The same work has the same id: asked for twice, it is in the queue once. The run is part of it, or a second run would do nothing. */
export const dossierJobId = ({ revision, run }: DossierJob): string => `${revision}-r${run}`
export const documentJobId = ({ revision, run, document, pages }: DocumentJob): string =>
  [`${revision}-r${run}-${document}`, ...(pages === undefined ? [] : [`p${pages[0]}-${pages[1]}`])].join('-')

/** What fails is tried again for some minutes: a database that restarts must not cost a review. After that the recovery begins anew. */
const attempts = 8
const day = 24 * 60 * 60

export const jobOptions = {
  attempts,
  backoff: { type: 'custom' },
  removeOnComplete: { age: day, count: 10_000 },
  removeOnFail: { age: 7 * day, count: 10_000 },
} satisfies JobsOptions

/** Half a second, doubling up to twenty; spread, so that jobs that failed together do not come back together. */
export const backoffMs = (attemptsMade: number): number => Math.round(Math.min(20_000, 500 * 2 ** (attemptsMade - 1)) * (0.75 + Math.random() / 2))

/** Whether a failure now would be the last. */
export const isLastAttempt = ({ attemptsMade }: { attemptsMade: number }): boolean => attemptsMade + 1 >= attempts
