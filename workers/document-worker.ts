import { type Job, UnrecoverableError } from 'bullmq'
import type { Problem } from '../schemas/document.ts'
import type { Manifest } from '../schemas/dossier.ts'
import type { Reading } from '../schemas/reading.ts'
import { JobError } from './parse-pool.ts'
import { announceChange } from './queue/announce.ts'
import { CalledOff, type ChildSlots } from './queue/child-slots.ts'
import { isRead } from './queue/is-read.ts'
import { DocumentJob, isLastAttempt, type JobOutcome } from './queue/jobs.ts'
import { isWanted, whileWanted } from './queue/while-wanted.ts'
import type { Edition, ReadDocumentJob } from './read-document-job.ts'
import type { StoredDocument } from './store/entities.ts'
import type { Store } from './store/store.ts'
import { StoreError } from './store/store-error.ts'

export type DocumentReaders = ChildSlots<ReadDocumentJob, Reading>

const damaged: Problem = {
  code: 'read.failed',
  message: '文件内容已损坏或格式异常，无法读取。请用原软件打开并另存为新文件后再提交。',
  page: null,
}
const lost: Problem = {
  code: 'read.lost',
  message: '系统中保存的文件已丢失或损坏，无法读取。请重新上传该文件，并告知系统管理员。',
  page: null,
}

const problemOf = ({ reason, message }: JobError): Problem =>
  reason === 'fault' ? damaged : { code: `read.${reason}`, message, page: null }

/** What is said of a document by its submitter: at its own entry, else in the manifest by its path or bare name. */
function overrideOf({ fileName, roleOverride, yearOverride }: StoredDocument, manifest: Manifest | null): ReadDocumentJob['override'] {
  const told = manifest?.documents?.[fileName] ?? manifest?.documents?.[fileName.split('/').at(-1) ?? '']
  if (roleOverride === null) return told
  return { role: roleOverride, ...(yearOverride === null ? {} : { year: yearOverride }) }
}

async function failedReading(document: StoredDocument, problem: Problem, edition: Edition, override: ReadDocumentJob['override']) {
  const { failedReading: make } = await import('./cli/failed-reading.ts')
  const source = { id: `d${document.position}`, name: document.fileName, path: null, problem }
  return { ...(await make(source, problem, edition, override)), sha256: document.sha256 }
}

/** Whether the stored bytes themselves are gone or spoilt: no further attempt will find them. */
const isLost = (error: unknown) => error instanceof StoreError && /^store[.]blob-(missing|damaged)$/.test(error.code)

/**
 * Reads one document and keeps what it says. A file that cannot be read (a bomb, a hang, damage) gives a failed reading that says
 * why; only what is no fault of the file throws, to be tried again. Asked again, it finds the work done.
 */
export const documentWorker =
  (store: Store, readers: DocumentReaders) =>
  async (job: Pick<Job, 'data' | 'attemptsMade'>): Promise<JobOutcome> => {
    const parsed = DocumentJob.safeParse(job.data)
    if (!parsed.success) throw new UnrecoverableError('not a document job')
    const run = parsed.data
    const document = await store.documents.find(run.document)
    if (document === undefined || !(await isWanted(store, run))) return 'not-wanted'
    if (isRead(document)) return 'already-done'
    await store.revisions.move(run.revision, ['queued'], 'reviewing')
    await store.documents.startReading(document.id)
    await announceChange(store, run.revision)

    const { manifest } = await store.revisions.read(run.revision)
    const edition: Edition = { standard: null, on: manifest?.approvedOn ?? null }
    const override = overrideOf(document, manifest)
    const request = { id: `d${document.position}`, name: document.fileName, edition, override }
    const read = (signal: AbortSignal) => store.blobs.withFile(document.sha256, (path) => readers.run({ ...request, path }, signal))
    const excuse = (error: unknown) => {
      // A child may also die of what happens around it (the machine runs out of memory): the file is blamed the second time. A file that
      // used up its time is not given as much again.
      if (error instanceof JobError && (error.reason === 'timeout' || job.attemptsMade > 0))
        return failedReading(document, problemOf(error), edition, override)
      if (isLost(error) && (job.attemptsMade > 1 || isLastAttempt(job))) return failedReading(document, lost, edition, override)
      throw error
    }
    try {
      await store.documents.saveReading(document.id, await whileWanted(store, run, read).catch(excuse))
    } catch (error) {
      if (error instanceof CalledOff && !(await isWanted(store, run))) return 'not-wanted'
      throw error
    }
    await announceChange(store, run.revision)
    return 'done'
  }
