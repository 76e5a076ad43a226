import type { Queue } from 'bullmq'
import type { Store } from '../store/store.ts'
import { announceChange, listenForChanges } from './announce.ts'
import { openBackend, type QueueConfig, type Warn } from './backend.ts'
import { enqueueReview } from './enqueue.ts'
import { documentJobId, dossierJobId, type QueueName, queueNames, type Run, runOf } from './jobs.ts'
import { findProgress, type ReviewProgress } from './progress.ts'
import { warnOnStderr } from './warn-on-stderr.ts'
import { watchProgress } from './watch-progress.ts'

export type QueueCounts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** The API's side of the queue: it asks for reviews and watches them, and does none of the work. */
export type ReviewQueue = {
  /**
   * Submits a revision (the store's `submit`, with its errors) and puts it into the queue. It is safe once this returns, even where
   * the queue cannot be reached: the workers find it in the store within seconds.
   */
  readonly submit: (revisionId: string) => Promise<void>
  /** Ends a review that is queued or running; its jobs change nothing any more. False where there is none to end. */
  readonly cancel: (revisionId: string) => Promise<boolean>
  /** Undefined where there is no such revision. */
  readonly progress: (revisionId: string) => Promise<ReviewProgress | undefined>
  /** Tells the present progress, then each change, whichever process makes it, until the function returned is called. */
  readonly watch: (revisionId: string, listener: (progress: ReviewProgress) => void) => () => void
  /** For metrics: jobs by queue and state. */
  readonly counts: () => Promise<QueueCounts>
  /** For the dashboard. */
  readonly queues: readonly Queue[]
  /** Rejects where the queue cannot be reached. */
  readonly ping: () => Promise<void>
  readonly close: () => Promise<void>
}

const states = ['waiting', 'active', 'delayed', 'failed', 'completed', 'waiting-children'] as const

/** Takes the waiting jobs of a run out of the queue. Those at work notice by themselves, so that a failure here does no harm. */
async function dropJobs(queues: Readonly<Record<QueueName, Queue>>, run: Run, documents: readonly { id: string }[]): Promise<void> {
  const drop = async (queue: Queue, id: string) => void (await queue.remove(id, { removeChildren: false }).catch(() => 0))
  await drop(queues.dossier, dossierJobId(run))
  await Promise.all(documents.map(({ id }) => drop(queues.document, documentJobId({ ...run, document: id }))))
}

/** Opens the queue over the store, which keeps what is asked for and how far it is; the queue only says who works on it. */
export async function createReviewQueue(config: QueueConfig, store: Store, warn: Warn = warnOnStderr): Promise<ReviewQueue> {
  const backend = await openBackend(config, store.databaseUrl, warn)
  const queues = { document: backend.queue(queueNames.document), dossier: backend.queue(queueNames.dossier) }
  const all = Object.values(queues)
  const changes = listenForChanges(store.databaseUrl)
  const later = () => warn('任务队列暂时不可用，已登记的核查将在其恢复后自动开始。')
  return {
    submit: async (revisionId) => {
      const revision = await store.revisions.submit(revisionId)
      await enqueueReview(backend.flow, store, runOf(revision)).catch(later)
      await announceChange(store, revisionId)
    },
    cancel: async (revisionId) => {
      const revision = await store.revisions.find(revisionId)
      const cancelled = await store.revisions.move(revisionId, ['queued', 'reviewing'], 'cancelled')
      if (!cancelled || revision === undefined) return cancelled
      await announceChange(store, revisionId)
      await dropJobs(queues, runOf(revision), await store.documents.list(revisionId)).catch(() => undefined)
      return true
    },
    progress: (revisionId) => findProgress(store, revisionId),
    watch: (revisionId, listener) => watchProgress(revisionId, () => findProgress(store, revisionId), changes, listener),
    counts: async () =>
      Object.fromEntries(await Promise.all(all.map(async (queue) => [queue.name, await queue.getJobCounts(...states)] as const))),
    queues: all,
    ping: backend.ping,
    close: async () => {
      await changes.close()
      await Promise.all(all.map((queue) => queue.close()))
      await backend.close()
    },
  }
}
