import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { availableParallelism } from 'node:os'
import { pipeline } from 'node:stream/promises'
import type { ParsedDocument } from '../../schemas/document.ts'
import type { Manifest } from '../../schemas/dossier.ts'
import type { Standard } from '../../schemas/edition.ts'
import type { Reading } from '../../schemas/reading.ts'
import { ChildFailure, type ChildFault, startChildPool } from '../child-pool.ts'
import type { CutPictureJob } from '../cut-picture-job.ts'
import type { ReadDocumentJob } from '../read-document-job.ts'
import { classify } from '../stages/classify/index.ts'
import { extract } from '../stages/extract/index.ts'
import type { DossierFile } from './dossier-files.ts'

/** A thousand-page file or a million-cell workbook stays well below; what goes beyond is a mistake or an attack. */
const reading = { heapMb: 1024, residentMb: 2048, seconds: 600 }
const cutting = { heapMb: 512, residentMb: 1536, seconds: 20 }
const MOST_CHILDREN = 8

const faults: Record<ChildFault, { code: string; message: string }> = {
  memory: { code: 'read.too-large', message: '读取该文件所需内存超过限度，已停止读取。请拆分文件，或用原软件另存后再提交。' },
  time: { code: 'read.too-slow', message: '读取该文件超时，已停止读取。请拆分文件，或用原软件另存后再提交。' },
  error: { code: 'read.failed', message: '文件内容已损坏或格式异常，无法读取。请用原软件打开并另存为新文件后再提交。' },
  stopped: { code: 'read.stopped', message: '核查已中止，该文件未读取。' },
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash).catch(() => {})
  return hash.digest('hex')
}

/** The document of which nothing could be read: only its name tells what it may be. */
const unread = (name: string, sha256: string, fault: ChildFault): ParsedDocument => ({
  file: name,
  sha256,
  format: 'unknown',
  status: 'failed',
  problems: [{ ...faults[fault], page: null }],
  pages: 0,
  ocrPages: 0,
  title: null,
  blocks: [],
  runningHeads: [],
  hiddenSheets: [],
})

/** Reads documents and cuts pictures in children of this process, which end with it. */
export function startReaders(stop: AbortSignal) {
  const size = Math.min(MOST_CHILDREN, availableParallelism())
  const documents = startChildPool(new URL('../read-document-job.ts', import.meta.url), size, reading)
  const pictures = startChildPool(new URL('../cut-picture-job.ts', import.meta.url), 1, cutting)
  const close = () => {
    documents.close()
    pictures.close()
  }
  stop.addEventListener('abort', close, { once: true })

  return {
    close,
    /** Never rejects for the file's sake: a child's death is a failed reading that says so. */
    read: async (
      { name, path }: DossierFile,
      id: string,
      standard: Standard,
      manifest: Manifest | null,
      onStart: () => void,
    ): Promise<Reading> => {
      const override = manifest?.documents?.[name] ?? manifest?.documents?.[name.split('/').at(-1) ?? '']
      const job: ReadDocumentJob = { id, name, path, standard: standard.id, override }
      try {
        return (await documents.run(job, onStart)) as Reading
      } catch (error) {
        const document = unread(name, await sha256Of(path), error instanceof ChildFailure ? error.fault : 'error')
        return extract(id, document, classify(document, override), standard)
      }
    },
    /** A picture that cannot be made is null: its place is then told in words. */
    cut: async (job: CutPictureJob): Promise<Uint8Array | null> => (await pictures.run(job).catch(() => null)) as Uint8Array | null,
  }
}
