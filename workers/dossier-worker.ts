import { type Job, UnrecoverableError } from 'bullmq'
import type { Reading } from '../schemas/reading.ts'
import type { Report } from '../schemas/report.ts'
import { JobError } from './parse-pool.ts'
import { announceChange } from './queue/announce.ts'
import { correctionsThatHold } from './queue/carry-over.ts'
import type { ChildSlots } from './queue/child-slots.ts'
import { failReview, saveReview } from './queue/end-review.ts'
import { DossierJob, type JobOutcome } from './queue/jobs.ts'
import type { ReviewJob } from './queue/review-job.ts'
import { isWanted, whileWanted } from './queue/while-wanted.ts'
import type { Store } from './store/store.ts'

export type Reviewers = ChildSlots<ReviewJob, Report>

/** A fault of the review itself is tried this often before the submitter is told. */
const triesOfReview = 3

const faults: Record<JobError['reason'], string> = {
  timeout: '核查用时过长，已中止。请减少材料或拆分后重新提交，或联系系统管理员。',
  memory: '核查所需内存过大，已中止。请减少材料或拆分后重新提交，或联系系统管理员。',
  crash: '核查过程异常中止。请重新提交；仍不成功时请联系系统管理员。',
  fault: '核查过程出错，未能完成。请联系系统管理员，并说明是哪些材料。',
}

/** The stored readings in report order. Throws where one is missing: then the run is taken up again by the recovery. */
async function readingsOf(store: Store, revisionId: string): Promise<Reading[]> {
  return (await store.documents.readings(revisionId)).map(({ document, reading }) => {
    if (reading === undefined) throw new UnrecoverableError(`document ${document.id} has not been read`)
    return reading
  })
}

/**
 * Reviews a dossier whose documents have been read, and keeps report, facts, findings and checks at once. Done twice, or by two
 * workers at the same time, there is one set of them. A review that fails by itself ends as failed, with a sentence.
 */
export const dossierWorker =
  (store: Store, reviewers: Reviewers) =>
  async (job: Pick<Job, 'data' | 'attemptsMade'>): Promise<JobOutcome> => {
    const parsed = DossierJob.safeParse(job.data)
    if (!parsed.success) throw new UnrecoverableError('not a dossier job')
    const run = parsed.data
    if (!(await isWanted(store, run))) return 'not-wanted'
    await store.revisions.move(run.revision, ['queued'], 'reviewing')
    const { manifest } = await store.revisions.read(run.revision)
    const readings = await readingsOf(store, run.revision)
    const corrections = await correctionsThatHold(store, run.revision, readings)
    await announceChange(store, run.revision)
    let report: Report
    try {
      report = await whileWanted(store, run, (signal) =>
        reviewers.run({ readings, manifest, corrections: corrections.map(({ correction }) => correction) }, signal),
      )
    } catch (error) {
      if (!(await isWanted(store, run))) return 'not-wanted'
      if (!(error instanceof JobError) || job.attemptsMade + 1 < triesOfReview) throw error
      await failReview(store, run.revision, faults[error.reason])
      throw new UnrecoverableError(error.message)
    }
    const file = await store.blobs.put(Buffer.from(`${JSON.stringify(report, null, 1)}\n`))
    const saved = await saveReview(store, run.revision, report, [{ format: 'json', ...file }], corrections)
    return saved === 'saved' ? 'done' : saved === 'already' ? 'already-done' : 'not-wanted'
  }
