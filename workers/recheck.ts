import type { Correction } from '../schemas/correction.ts'
import type { Report } from '../schemas/report.ts'
import { jobModule } from './job-module.ts'
import { createPool } from './parse-pool.ts'
import type { Rechecked, RecheckJob } from './recheck/recheck-job.ts'
import type { Store } from './store/store.ts'
import { StoreError } from './store/store-error.ts'

/** Reviews again what was read before, with values that a reviewer has corrected. The reviewer waits for it, so it goes by no queue. */
export type Rechecker = {
  /**
   * The report of a revision with these corrections; or, in one Chinese sentence, why one of them cannot be made; `outdated` where another
   * version of this program read the documents, and this one cannot go on with that. Changes nothing.
   */
  readonly recheck: (
    revisionId: string,
    corrections: readonly Correction[],
  ) => Promise<{ report: Report } | { refused: string } | { outdated: true }>
  readonly close: () => Promise<void>
}

const limits = { memoryMb: 1024, timeoutMs: 60_000, size: 1 }

/** Opens a rechecker over the store. It works in a child that keeps the readings at hand, so that the next correction takes less than a second. */
export function createRechecker(store: Pick<Store, 'documents' | 'revisions'>): Rechecker {
  const reviewers = createPool<RecheckJob, Rechecked>({ ...limits, module: jobModule('recheck/recheck-job') })
  const readingsOf = async (revisionId: string) =>
    (await store.documents.readings(revisionId)).map(({ document, reading }) => {
      if (reading === undefined) throw new StoreError('store.not-found', `文件“${document.fileName}”尚未读取。`)
      return reading
    })
  return {
    recheck: async (revision, corrections) => {
      const { manifest } = await store.revisions.read(revision)
      const job = { revision, manifest, corrections: [...corrections] }
      const first = await reviewers.run({ ...job, readings: null })
      const result = 'wants' in first ? await reviewers.run({ ...job, readings: await readingsOf(revision) }) : first
      if ('wants' in result) throw new Error('the readings were sent and are still wanted')
      return result
    },
    close: () => reviewers.close(),
  }
}
