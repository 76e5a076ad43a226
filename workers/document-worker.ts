import { type Job, UnrecoverableError } from 'bullmq'
import type { Problem } from '../schemas/document.ts'
import type { Reading } from '../schemas/reading.ts'
import { announceChange } from './queue/announce.ts'
import { type Answer, CalledOff, type ChildSlots } from './queue/child-slots.ts'
import { failedReading, findGroup, saveReadings, withFiles } from './queue/document-files.ts'
import { saidOfDocument } from './queue/group-documents.ts'
import { isRead } from './queue/is-read.ts'
import { DocumentJob, isLastAttempt, type JobOutcome } from './queue/jobs.ts'
import { isWanted, whileWanted } from './queue/while-wanted.ts'
import type { Edition, ReadDocumentJob } from './read-document-job.ts'
import type { StoredDocument } from './store/entities.ts'
import type { Store } from './store/store.ts'
import { StoreError } from './store/store-error.ts'
import { isFilesFault, unreadProblem } from './unread-problem.ts'

export type DocumentReaders = ChildSlots<ReadDocumentJob, Reading>

const lost: Problem = {
  code: 'read.lost',
  message: '系统中保存的文件已丢失或损坏，无法读取。请重新上传该文件，并告知系统管理员。',
  page: null,
}

/** Leaves scanned pages to other jobs, and throws what makes this job wait for them; returns where they are there already. */
export type Divide = (run: DocumentJob, pages: readonly number[]) => Promise<void>

/** A reading that still lacks pages after so many rounds is tried again later. */
const mostRounds = 3
/** A page that other jobs have not recognised yet: the reading that lacks it is thrown away. */
const notYet = new Error('to be recognised elsewhere')

/** Answers a child with the pages that are there; those that are not are noted in `missing`. A picture inside a page is recognised here. */
const answerFrom =
  (store: Store, documentId: string, missing: number[], here: Answer): Answer =>
  async (question) => {
    const page = typeof question === 'object' && question !== null && 'page' in question ? Number(question.page) : undefined
    if (page === undefined) return here(question)
    const found = await store.recognisedPages.find(documentId, page)
    if (found === undefined) {
      missing.push(page)
      throw notYet
    }
    if ('problem' in found) throw new Error(found.problem)
    return found.content
  }

type Elsewhere = { readonly divide: Divide; readonly here: Answer }

/** Who answers the reader of a document: pages that are files of their own are recognised here, side by side; those of one file elsewhere. */
function answerFor(
  store: Store,
  [only, ...others]: readonly StoredDocument[],
  missing: number[],
  elsewhere?: Elsewhere,
): Answer | undefined {
  if (elsewhere === undefined || only === undefined || others.length > 0) return elsewhere?.here
  return answerFrom(store, only.id, missing, elsewhere.here)
}

/** Whether the stored bytes themselves are gone or spoilt: no further attempt will find them. */
const isLost = (error: unknown) => error instanceof StoreError && /^store[.]blob-(missing|damaged)$/.test(error.code)

/**
 * Reads one document and keeps what it says. A file that cannot be read (a bomb, a hang, damage) gives a failed reading that says
 * why; only what is no fault of the file throws, to be tried again. Asked again, it finds the work done. Where scanned pages can be left
 * to others, `elsewhere` says how; without it they are recognised here.
 */
export const documentWorker =
  (store: Store, readers: DocumentReaders, elsewhere?: Elsewhere) =>
  async (job: Pick<Job, 'data' | 'attemptsMade'>): Promise<JobOutcome> => {
    const parsed = DocumentJob.safeParse(job.data)
    if (!parsed.success) throw new UnrecoverableError('not a document job')
    const run = parsed.data
    const document = await store.documents.find(run.document)
    if (document === undefined || !(await isWanted(store, run))) return 'not-wanted'
    const { manifest } = await store.revisions.read(run.revision)
    const files = findGroup(await store.documents.list(run.revision), document, manifest)
    if (files.every(isRead)) return 'already-done'
    await store.revisions.move(run.revision, ['queued'], 'reviewing')
    await Promise.all(files.map(({ id }) => store.documents.startReading(id)))
    await announceChange(store, run.revision)

    const edition: Edition = { standard: null, on: manifest?.approvedOn ?? null }
    const override = saidOfDocument(document, manifest)
    const request = { id: `d${document.position}`, name: document.fileName, edition, override }
    const missing: number[] = []
    const answer = answerFor(store, files, missing, elsewhere)
    const read = (signal: AbortSignal) =>
      withFiles(store, files, (path, pictures) => readers.run({ ...request, path, pictures }, signal, answer))
    const excuse = (error: unknown) => {
      if (isFilesFault(error, job.attemptsMade)) return failedReading(files, unreadProblem(error), edition, override)
      if (isLost(error) && (job.attemptsMade > 1 || isLastAttempt(job))) return failedReading(files, lost, edition, override)
      throw error
    }
    try {
      let reading = await whileWanted(store, run, read).catch(excuse)
      for (let round = 1; missing.length > 0; round++) {
        if (round > mostRounds) throw new Error('pages stay away')
        await elsewhere?.divide(run, missing.splice(0))
        reading = await whileWanted(store, run, read).catch(excuse)
      }
      await saveReadings(store, files, reading)
    } catch (error) {
      if (error instanceof CalledOff && !(await isWanted(store, run))) return 'not-wanted'
      throw error
    }
    await announceChange(store, run.revision)
    return 'done'
  }
