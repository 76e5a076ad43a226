import { availableParallelism, hostname } from 'node:os'
import type { Processor } from 'bullmq'
import { type Divide, type DocumentReaders, documentWorker } from '../document-worker.ts'
import { dossierWorker, type Reviewers } from '../dossier-worker.ts'
import { jobModule } from '../job-module.ts'
import { startRecognisers } from '../recognise-pages.ts'
import { recogniseRangeWorker } from '../recognise-range-worker.ts'
import type { Store } from '../store/store.ts'
import { openBackend, type QueueConfig, type Warn, type WorkerSettings } from './backend.ts'
import { type ChildSetup, openChildSlots } from './child-slots.ts'
import { divideScan } from './divide-scan.ts'
import { backoffMs, queueNames } from './jobs.ts'
import { startRecovery } from './recover.ts'
import { warnOnStderr } from './warn-on-stderr.ts'

export type WorkersConfig = QueueConfig & {
  /** Documents read at the same time by this process; null: one for each core. */
  readonly workerConcurrency: number | null
}
/** What the children run, and how much of time and memory each may take. */
export type WorkerChildren = { readonly document: ChildSetup; readonly dossier: ChildSetup }

/** A thousand-page file or a million-cell workbook stays well below; what goes beyond is a mistake or an attack. */
export const ownChildren: WorkerChildren = {
  document: { module: jobModule('queue/read-job'), memoryMb: 1024, timeoutMs: 10 * 60_000 },
  dossier: { module: jobModule('queue/review-job'), memoryMb: 1024, timeoutMs: 5 * 60_000 },
}

/** The work of a worker that dies is taken up by another within seven seconds: its lock ends after five, and is looked for every two. */
const settings: WorkerSettings = {
  lockDuration: 5_000,
  stalledInterval: 2_000,
  // A worker's death is seldom the job's fault, as the work is done in children of it.
  maxStalledCount: 10,
  runRetryDelay: 1_000,
  drainDelay: 2,
  settings: { backoffStrategy: backoffMs },
  // Told in the dashboard: which process on which machine has a job.
  name: `${hostname().slice(0, 30)}-${process.pid}`,
}

export type Workers = {
  /** Takes no more work, ends what it is at, and closes its connections; `store` stays open. */
  readonly close: () => Promise<void>
}

/** Starts taking up work. Any number of processes, on any number of machines, may do so. */
export async function startWorkers(
  { workerConcurrency, ...config }: WorkersConfig,
  store: Store,
  warn: Warn = warnOnStderr,
  { document, dossier }: WorkerChildren = ownChildren,
): Promise<Workers> {
  const backend = await openBackend(config, store.databaseUrl, warn)
  const concurrency = workerConcurrency ?? availableParallelism()
  const recognisers = startRecognisers()
  const readers: DocumentReaders = openChildSlots({ ...document, answer: recognisers.answer }, concurrency)
  const reviewers: Reviewers = openChildSlots(dossier, 1)
  const documents = backend.queue(queueNames.document)
  const recogniseRange = recogniseRangeWorker(store, recognisers.answer)
  const read: Processor = (job, token) => {
    if (job.data.pages !== undefined) return recogniseRange(job)
    const divide: Divide = (run, pages) => divideScan(documents, job, token, run, pages)
    return documentWorker(store, readers, { divide, here: recognisers.answer })(job)
  }
  const workers = [
    backend.worker(queueNames.document, read, { ...settings, concurrency }),
    backend.worker(queueNames.dossier, dossierWorker(store, reviewers), { ...settings, concurrency: 1 }),
  ]
  const recovery = startRecovery(store, backend, warn)
  return {
    close: async () => {
      await Promise.all([recovery.close(), ...workers.map((worker) => worker.close())])
      await Promise.all([readers.close(), reviewers.close(), recognisers.close(), documents.close()])
      await backend.close()
    },
  }
}
