import type { Job, Queue } from 'bullmq'
import type { QueueBackend, Warn } from './backend.ts'
import { enqueueReview } from './enqueue.ts'
import { documentJobId, dossierJobId, queueNames } from './jobs.ts'
import type { QueuedReview, ReviewStore } from './review-store.ts'
import { tellFaults } from './throttle-warnings.ts'

/** A review that has not moved for so long is looked after. Most are merely waiting for their turn, or for a long document. */
const idleMs = 8_000
const everyMs = 4_000
/** A review that got lost so many times has something that breaks the workers themselves. */
const mostRuns = 6

const givenUp = '核查多次中断，未能完成。请重新提交；仍不成功时请联系系统管理员，并说明是哪些材料。'

type Keeper = {
  readonly store: ReviewStore
  readonly backend: QueueBackend
  readonly dossiers: Queue
  readonly documents: Queue
  /** Runs that seemed stuck at the last look: only what seems so twice is. */
  readonly suspects: Set<string>
}

/** Whether a run waits for a document whose job is gone or over: what is left when a queue's storage lost a part of itself. */
async function waitsForNothing({ documents }: Keeper, review: QueuedReview): Promise<boolean> {
  const { revision, run } = review
  const unread = review.documents.filter(({ read }) => !read)
  const states = await Promise.all(unread.map(({ id }) => documents.getJobState(documentJobId({ revision, run, document: id }))))
  return !states.some((state) => state !== 'unknown' && state !== 'failed' && state !== 'completed')
}

async function restart({ store, backend }: Keeper, { revision, run }: QueuedReview): Promise<void> {
  if (run >= mostRuns) {
    await store.failReview(revision, run, givenUp)
    return
  }
  const again = await store.restartReview(revision, run)
  if (again !== undefined) await enqueueReview(backend.flow, again)
}

async function lookAfter(keeper: Keeper, revision: string): Promise<void> {
  const review = await keeper.store.findReview(revision)
  if (!review?.open) return
  const id = dossierJobId(review)
  const state: Awaited<ReturnType<Job['getState']>> = await keeper.dossiers.getJobState(id)
  if (state === 'unknown') return enqueueReview(keeper.backend.flow, review)
  const stuck = state === 'failed' || state === 'completed' || (state === 'waiting-children' && (await waitsForNothing(keeper, review)))
  if (!stuck) return void keeper.suspects.delete(id)
  if (!keeper.suspects.delete(id)) return void keeper.suspects.add(id)
  await restart(keeper, review)
}

/**
 * Holds the queue against the store, which is the truth: an open review that the queue does not know is put there, one whose
 * job ended without a report begins anew, and after several such losses it fails with a sentence instead of pending for ever.
 * Any number of processes may do this at once.
 */
export function startRecovery(store: ReviewStore, backend: QueueBackend, warn: Warn): { close: () => Promise<void> } {
  const dossiers = backend.queue(queueNames.dossier)
  const documents = backend.queue(queueNames.document)
  const keeper: Keeper = { store, backend, dossiers, documents, suspects: new Set() }
  const tell = tellFaults(warn, '检查未完成的核查时出错，稍后重试')
  let closed = false
  let timer: NodeJS.Timeout | undefined
  const look = async () => {
    for (const { revision } of await store.openReviews(idleMs)) {
      if (closed) return
      await lookAfter(keeper, revision).catch(tell)
    }
    if (keeper.suspects.size > 10_000) keeper.suspects.clear()
  }
  let looking = Promise.resolve()
  const next = () => {
    looking = look()
      .catch(tell)
      .then(() => {
        if (!closed) timer = setTimeout(next, everyMs)
      })
  }
  next()
  return {
    close: async () => {
      closed = true
      clearTimeout(timer)
      await looking
      await Promise.all([dossiers.close(), documents.close()])
    },
  }
}
