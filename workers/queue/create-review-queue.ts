import type { Queue } from 'bullmq'
import { openBackend, type QueueBackend, type QueueConfig, type Warn } from './backend.ts'
import { enqueueReview } from './enqueue.ts'
import { documentJobId, dossierJobId, type QueueName, queueNames } from './jobs.ts'
import type { ReviewProgress } from './progress.ts'
import type { QueuedReview, ReviewStore } from './review-store.ts'

export type QueueCounts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** The API's side of the queue: it asks for reviews and watches them, and does none of the work. */
export type ReviewQueue = {
  /** Puts a revision up for review. Asked twice, it is reviewed once; false where its review is under way already. */
  readonly submit: (revision: string) => Promise<boolean>
  /** Ends a review that is queued or running; its jobs change nothing any more. False where there is none to end. */
  readonly cancel: (revision: string) => Promise<boolean>
  readonly progress: (revision: string) => Promise<ReviewProgress | undefined>
  /** Tells the present progress at once, then each change, whichever process makes it, until the function returned is called. */
  readonly watch: (revision: string, listener: (progress: ReviewProgress) => void) => Promise<() => void>
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
async function dropJobs(queues: Readonly<Record<QueueName, Queue>>, { revision, run, documents }: QueuedReview): Promise<void> {
  const drop = async (queue: Queue, id: string) => void (await queue.remove(id, { removeChildren: false }).catch(() => 0))
  await Promise.all(documents.map(({ id }) => drop(queues.document, documentJobId({ revision, run, document: id }))))
  await drop(queues.dossier, dossierJobId({ revision, run }))
}

/** Tells each change once, in order: a change that comes while one is being told is told after it. */
function follow(find: () => Promise<ReviewProgress | undefined>, listener: (progress: ReviewProgress) => void) {
  let last = ''
  let again = false
  let busy = false
  let ended = false
  const look = async () => {
    again = true
    if (busy) return
    busy = true
    while (again && !ended) {
      again = false
      const progress = await find().catch(() => undefined)
      const said = JSON.stringify(progress)
      if (progress === undefined || said === last || ended) continue
      last = said
      listener(progress)
    }
    busy = false
  }
  return {
    look,
    end: () => {
      ended = true
    },
  }
}

/**
 * Opens the queue. The store keeps what is asked for and how far it is; the queue only says who works on it. A revision
 * that is in the store as queued but not in the queue (it could not be reached) is put there by the workers within seconds.
 */
export async function createReviewQueue(config: QueueConfig, store: ReviewStore, warn: Warn = console.warn): Promise<ReviewQueue> {
  const backend: QueueBackend = await openBackend(config, warn)
  const queues = { document: backend.queue(queueNames.document), dossier: backend.queue(queueNames.dossier) }
  const all = Object.values(queues)
  return {
    submit: async (revision) => {
      const review = await store.beginReview(revision)
      if (review === undefined) return false
      await enqueueReview(backend.flow, review).catch(() => warn('任务队列暂时不可用，已登记的核查将在其恢复后自动开始。'))
      return true
    },
    cancel: async (revision) => {
      const review = await store.findReview(revision)
      const cancelled = await store.cancelReview(revision)
      if (cancelled && review !== undefined) await dropJobs(queues, review)
      return cancelled
    },
    progress: store.findProgress,
    watch: async (revision, listener) => {
      const { look, end } = follow(() => store.findProgress(revision), listener)
      const stop = await store.watch(revision, () => void look())
      await look()
      return () => {
        end()
        stop()
      }
    },
    counts: async () =>
      Object.fromEntries(await Promise.all(all.map(async (queue) => [queue.name, await queue.getJobCounts(...states)] as const))),
    queues: all,
    ping: backend.ping,
    close: async () => {
      await Promise.all(all.map((queue) => queue.close()))
      await backend.close()
    },
  }
}
