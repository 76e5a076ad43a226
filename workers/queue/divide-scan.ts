import { type Job, type Queue, WaitingChildrenError } from 'bullmq'
import { type DocumentJob, documentJobId, jobOptions } from './jobs.ts'
import { pageRanges } from './page-ranges.ts'

/**
 * Leaves scanned pages to other jobs, a range to each, so that several workers and machines recognise one document. Throws
 * WaitingChildrenError: the queue brings the document's job back once they are done. Returns where they are done already.
 */
export async function divideScan(
  queue: Queue,
  job: Job,
  token: string | undefined,
  run: DocumentJob,
  pages: readonly number[],
): Promise<void> {
  const parent = { id: job.id ?? documentJobId(run), queue: job.queueQualifiedName }
  for (const range of pageRanges(pages)) {
    const data: DocumentJob = { ...run, pages: [...range] }
    const jobId = documentJobId(data)
    // One that ended without these pages would be taken for done. One at work cannot be removed, and is waited for.
    await queue.remove(jobId).catch(() => 0)
    await queue.add('recognise', data, { ...jobOptions, jobId, parent, ignoreDependencyOnFailure: true })
  }
  if (await job.moveToWaitingChildren(token ?? '')) throw new WaitingChildrenError()
}
