import type { Job, Queue } from 'bullmq'
import type { Revision } from '../store/entities.ts'
import type { Store } from '../store/store.ts'
import type { QueueBackend, Warn } from './backend.ts'
import { failReview } from './end-review.ts'
import { enqueueReview } from './enqueue.ts'
import { isRead } from './is-read.ts'
import { DossierJob, documentJobId, dossierJobId, queueNames, type Run, runOf } from './jobs.ts'
import { tellFaults } from './throttle-warnings.ts'

/** A younger submission is about to be put into the queue by who made it. */
const settledMs = 3_000
const everyMs = 4_000
/** Reviews looked after at one go; with more than that open, they take turns. */
const atOnce = 50
/** A review that got lost so many times has something that breaks the workers themselves. */
const mostRestarts = 5

const givenUp = '核查多次中断，未能完成。请重新提交；仍不成功时请联系系统管理员，并说明是哪些材料。'

type Keeper = {
  readonly store: Store
  readonly backend: QueueBackend
  readonly dossiers: Queue
  readonly documents: Queue
  /** Runs that seemed stuck at the last look: only what seems so twice is. */
  readonly suspects: Set<string>
}

/** Whether something is still to come of a job in this state. */
const isLive = (state: string): boolean => state !== 'unknown' && state !== 'failed' && state !== 'completed'

/** Whether a scan's job waits for ranges of its pages that are still to come. */
async function hasLiveRange(documents: Queue, id: string): Promise<boolean> {
  const { unprocessed = [] } = (await (await documents.getJob(id))?.getDependencies({ unprocessed: { count: 1_000 } })) ?? {}
  for (const key of unprocessed) if (isLive(await documents.getJobState(key.split(':').at(-1) ?? ''))) return true
  return false
}

/** Whether a run waits for documents whose jobs are gone or over: what is left when the queue's storage lost a part of itself. */
async function waitsForNothing({ store, documents }: Keeper, run: Run): Promise<boolean> {
  for (const document of await store.documents.list(run.revision)) {
    if (isRead(document)) continue
    const id = documentJobId({ ...run, document: document.id })
    const state = await documents.getJobState(id)
    if (state === 'waiting-children' ? await hasLiveRange(documents, id) : isLive(state)) return false
  }
  return true
}

/** Takes the remains of a run out of the queue and puts it up anew, or gives it up. What was read is kept. */
async function restart({ store, backend, dossiers, documents }: Keeper, run: Run, job: Job): Promise<void> {
  const restarts = (DossierJob.safeParse(job.data).data?.restarts ?? 0) + 1
  if (restarts > mostRestarts) return failReview(store, run.revision, givenUp)
  for (const { id } of await store.documents.list(run.revision))
    await documents.remove(documentJobId({ ...run, document: id }), { removeChildren: false }).catch(() => 0)
  await dossiers.remove(dossierJobId(run), { removeChildren: false })
  await enqueueReview(backend.flow, store, run, restarts)
}

async function lookAfter(keeper: Keeper, revision: Revision): Promise<void> {
  const run = runOf(revision)
  const id = dossierJobId(run)
  const job: Job | undefined = await keeper.dossiers.getJob(id)
  if (job === undefined) return enqueueReview(keeper.backend.flow, keeper.store, run)
  const state = await job.getState()
  const stuck = state === 'failed' || state === 'completed' || (state === 'waiting-children' && (await waitsForNothing(keeper, run)))
  if (!stuck) return void keeper.suspects.delete(id)
  if (!keeper.suspects.delete(id)) return void keeper.suspects.add(id)
  const now = await keeper.store.revisions.find(revision.id)
  if (now !== undefined && (now.status === 'queued' || now.status === 'reviewing')) await restart(keeper, run, job)
}

const isSettled = ({ submittedAt }: Revision): boolean => Date.now() - (submittedAt?.getTime() ?? 0) > settledMs

/**
 * Holds the queue against the store, which is the truth: an open review that the queue does not know is put there, one whose
 * job ended without a report begins anew, and after several such losses it fails with a sentence instead of pending for ever.
 * Any number of processes may do this at once.
 */
export function startRecovery(store: Store, backend: QueueBackend, warn: Warn): { close: () => Promise<void> } {
  const dossiers = backend.queue(queueNames.dossier)
  const documents = backend.queue(queueNames.document)
  const keeper: Keeper = { store, backend, dossiers, documents, suspects: new Set() }
  const tell = tellFaults(warn, '检查未完成的核查时出错，稍后重试')
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let from = 0
  const look = async () => {
    const open = (await store.revisions.unfinished()).filter(isSettled)
    if (from >= open.length) from = 0
    const turn = open.slice(from, from + atOnce)
    from += atOnce
    for (const revision of turn) if (!closed) await lookAfter(keeper, revision).catch(tell)
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
