import { type Job, UnrecoverableError } from 'bullmq'
import { announceChange } from './queue/announce.ts'
import type { Answer } from './queue/child-slots.ts'
import { isRead } from './queue/is-read.ts'
import { DocumentJob, isLastAttempt, type JobOutcome } from './queue/jobs.ts'
import { isWanted } from './queue/while-wanted.ts'
import type { RecognisedPage, Store } from './store/store.ts'
import { isFilesFault } from './unread-problem.ts'

async function recognise(answer: Answer, path: string, page: number, job: Pick<Job, 'attemptsMade'>): Promise<RecognisedPage> {
  try {
    return { content: await answer({ path, page }) }
  } catch (error) {
    if (!isFilesFault(error, job.attemptsMade) && !isLastAttempt(job)) throw error
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

/**
 * Recognises a range of a scan's pages, one after another, and keeps each for the document's own job. A page that hangs or kills its
 * child costs itself only. Asked again, it goes on where it was.
 */
export const recogniseRangeWorker =
  (store: Store, answer: Answer) =>
  async (job: Pick<Job, 'data' | 'attemptsMade'>): Promise<JobOutcome> => {
    const { pages, ...run } = DocumentJob.parse(job.data)
    const document = await store.documents.find(run.document)
    if (pages === undefined) throw new UnrecoverableError('not a range of pages')
    if (document === undefined || !(await isWanted(store, run))) return 'not-wanted'
    if (isRead(document)) return 'already-done'
    const kept = new Set(await store.recognisedPages.list(document.id))
    const [first, last] = pages
    const open = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((page) => !kept.has(page))
    return store.blobs.withFile(document.sha256, async (path) => {
      for (const page of open) {
        if (!(await isWanted(store, run))) return 'not-wanted'
        await store.recognisedPages.save(document.id, page, await recognise(answer, path, page, job))
        await announceChange(store, run.revision)
      }
      return open.length === 0 ? 'already-done' : 'done'
    })
  }
