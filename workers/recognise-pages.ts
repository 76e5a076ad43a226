import { cpus } from 'node:os'
import { jobModule } from './job-module.ts'
import { createPool } from './parse-pool.ts'
import type { RecognisePageJob } from './recognise-page-job.ts'

/** A dense page takes some seconds on a slow core; what takes this long hangs. */
const limits = { memoryMb: 512, timeoutMs: 120_000 }
/** A child holds an engine and one page. */
const mostChildren = 4

/**
 * Recognises pages side by side, one child for each core, each page with a limit of memory and time of its own: one that
 * hangs or kills its child costs that page only. Children start when the first page comes.
 */
export function startRecognisers() {
  const pool = createPool<RecognisePageJob, unknown>({
    ...limits,
    lean: true,
    module: jobModule('recognise-page-job'),
    size: Math.max(1, Math.min(cpus().length, mostChildren)),
  })
  return { answer: (question: unknown) => pool.run(question as RecognisePageJob), close: () => pool.close() }
}
