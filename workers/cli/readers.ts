import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { ParsedDocument, Problem } from '../../schemas/document.ts'
import type { Manifest } from '../../schemas/dossier.ts'
import type { Standard } from '../../schemas/edition.ts'
import type { Reading } from '../../schemas/reading.ts'
import type { CutPictureJob } from '../cut-picture-job.ts'
import { createPool, JobError, poolSize } from '../parse-pool.ts'
import type { ReadDocumentJob } from '../read-document-job.ts'
import { classify, type Override } from '../stages/classify/index.ts'
import { extract } from '../stages/extract/index.ts'

/** A file of the dossier under its number; one that the folder's reader left out has a problem and no path. */
export type Source = { readonly id: string; readonly name: string; readonly path: string | null; readonly problem: Problem | null }

/** A thousand-page file or a million-cell workbook stays well below; what goes beyond is a mistake or an attack. */
const reading = { module: new URL('../read-document-job.ts', import.meta.url), memoryMb: 1024, timeoutMs: 10 * 60_000 }
const cutting = { module: new URL('../cut-picture-job.ts', import.meta.url), memoryMb: 512, timeoutMs: 20_000, size: 1 }

async function sha256Of(path: string | null): Promise<string> {
  const hash = createHash('sha256')
  if (path !== null) await pipeline(createReadStream(path), hash).catch(() => {})
  return hash.digest('hex')
}

/** The document of which nothing could be read: only its name tells what it may be. */
const unread = (file: string, sha256: string, problem: Problem): ParsedDocument => ({
  ...{ file, sha256, format: 'unknown', status: 'failed', problems: [problem] },
  ...{ pages: 0, ocrPages: 0, title: null, blocks: [], runningHeads: [], hiddenSheets: [] },
})

const problemOf = (error: unknown): Problem =>
  error instanceof JobError && error.reason !== 'fault'
    ? { code: `read.${error.reason}`, message: error.message, page: null }
    : { code: 'read.failed', message: '文件内容已损坏或格式异常，无法读取。请用原软件打开并另存为新文件后再提交。', page: null }

/** What dossier.json says of a file, by its path in the dossier or by its bare name. */
const overrideOf = (manifest: Manifest | null, name: string): Override | undefined =>
  manifest?.documents?.[name] ?? manifest?.documents?.[name.split('/').at(-1) ?? '']

/** Reads documents and cuts pictures in children of this process, which end with it. */
export function startReaders(files: number, standard: Standard, manifest: Manifest | null) {
  const documents = createPool<ReadDocumentJob, Reading>({ ...reading, size: poolSize(files) })
  const pictures = createPool<CutPictureJob, Uint8Array | null>(cutting)

  const failed = async ({ id, name, path }: Source, problem: Problem) => {
    const document = unread(name, await sha256Of(path), problem)
    return extract(id, document, classify(document, overrideOf(manifest, name)), standard)
  }

  return {
    close: () => Promise.all([documents.close(), pictures.close()]),
    /** Never rejects for the file's sake: a child's death is a failed reading that says so. */
    read: async (source: Source, onStart: () => void): Promise<Reading> => {
      const { id, name, path, problem } = source
      if (path === null) return failed(source, problem ?? problemOf(undefined))
      const job: ReadDocumentJob = { id, name, path, standard: standard.id, override: overrideOf(manifest, name) }
      return documents.run(job, onStart).catch((error) => failed(source, problemOf(error)))
    },
    /** A picture that cannot be made is null: its place is then told in words. */
    cut: (job: CutPictureJob): Promise<Uint8Array | null> => pictures.run(job).catch(() => null),
  }
}
export type Readers = ReturnType<typeof startReaders>
