import type { Problem } from '../../schemas/document.ts'
import type { Manifest } from '../../schemas/dossier.ts'
import type { Reading } from '../../schemas/reading.ts'
import { jobModule } from '../job-module.ts'
import { createPool, poolSize } from '../parse-pool.ts'
import type { Edition, ReadDocumentJob, ReadProgress } from '../read-document-job.ts'
import { startRecognisers } from '../recognise-pages.ts'
import { saidOfFile } from '../said-of-file.ts'
import { unreadProblem } from '../unread-problem.ts'

/** A file of the dossier under its number; one that the folder's reader left out has a problem and no path. */
export type Source = { readonly id: string; readonly name: string; readonly path: string | null; readonly problem: Problem | null }
/** The files of one document: mostly one; several where they are pictures of its pages. */
export type DocumentSource = readonly [Source, ...Source[]]

/** A thousand-page file or a million-cell workbook stays well below; what goes beyond is a mistake or an attack. */
const limits = { memoryMb: 1024, timeoutMs: 10 * 60_000 }

const withPath = (source: Source) => (source.path === null ? [] : [{ id: source.id, name: source.name, path: source.path }])

/** Reads documents in children of this process, which end with it. */
export function startReaders(files: number, edition: Edition, manifest: Manifest | null) {
  const recognisers = startRecognisers()
  const pool = createPool<ReadDocumentJob, Reading>({
    ...limits,
    module: jobModule('read-document-job'),
    size: poolSize(files),
    answer: recognisers.answer,
  })
  const failed = async ([first, ...others]: DocumentSource, problem: Problem): Promise<Reading> => {
    const { failedReading, filesOfFailed } = await import('./failed-reading.ts')
    const reading = await failedReading(first, problem, edition, saidOfFile(manifest, first.name))
    return others.length === 0 ? reading : { ...reading, files: await filesOfFailed([first, ...others]) }
  }
  return {
    close: async () => void (await Promise.all([pool.close(), recognisers.close()])),
    /** Never rejects for a file's sake: a child's death is a failed reading that says so. */
    read: (document: DocumentSource, onProgress: (progress: ReadProgress) => void): Promise<Reading> => {
      const [{ id, name, path, problem }, ...others] = document
      if (path === null) return failed(document, problem ?? unreadProblem())
      const pictures = others.length === 0 ? undefined : document.flatMap(withPath)
      return pool
        .run({ id, name, path, edition, override: saidOfFile(manifest, name), pictures }, (progress) =>
          onProgress(progress as ReadProgress),
        )
        .catch((error) => failed(document, unreadProblem(error)))
    },
  }
}
export type Readers = ReturnType<typeof startReaders>
