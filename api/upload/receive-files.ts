import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { Store } from '../../workers/store/store.ts'
import { StoreError } from '../../workers/store/store-error.ts'
import { storeProblem } from '../guard/store-faults.ts'
import { Problem, type ProblemCode, titleOf } from '../problem.ts'
import { readFileName } from './file-name.ts'
import { demandEnding } from './file-type.ts'
import { type Allowance, watchBytes } from './watch-bytes.ts'

/** What became of one file of a request. */
export type Received =
  | {
      readonly fileName: string
      readonly outcome: 'added' | 'same' | 'replaced'
      readonly document: string
      readonly sha256: string
      readonly size: number
    }
  | { readonly fileName: string; readonly outcome: 'refused'; readonly code: ProblemCode; readonly message: string }

export type ReceiveOptions = { readonly largestFile: number; readonly mostFiles: number; readonly allowance: Allowance }

/** After these nothing more of the request is read: its rest would be as unwelcome. */
const endsAll: ReadonlySet<ProblemCode> = new Set([
  'upload.too-large',
  'upload.quota',
  'server.disk-full',
  'server.busy',
  'revision.state',
  'upload.interrupted',
])

const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  if (error instanceof StoreError) return storeProblem(error)
  throw error
}

/** Streams one part into the store. The part is read to its end even where it is refused, so that the next one can come. */
async function receiveFile(
  store: Store,
  revisionId: string,
  part: MultipartFile,
  { largestFile, allowance }: ReceiveOptions,
): Promise<Received> {
  const { file } = part
  const fileName = readFileName(part.filename)
  demandEnding(fileName)
  const { stream } = watchBytes({ name: fileName, largest: largestFile, allowance })
  // A refusal may come before the store has begun to read, who then meets it there: without a listener it would end the process.
  stream.on('error', () => {})
  file.on('error', (error) => stream.destroy(error))
  file.on('close', () => !file.readableEnded && stream.destroy(new Problem('upload.interrupted')))
  try {
    const { sha256, size } = await store.blobs.put(file.pipe(stream), { maxBytes: largestFile })
    const { outcome, document } = await store.documents.add({ revisionId, fileName, sha256, size })
    return { fileName, outcome, document: document.id, sha256, size }
  } finally {
    file.unpipe(stream)
    stream.destroy()
  }
}

/**
 * Receives the files of one multipart request, one after the other, holding none in memory. A file that is refused costs itself only, and its
 * result says why; too much altogether, a full disk or a broken connection ends the request with that problem.
 */
export async function receiveFiles(
  store: Store,
  revisionId: string,
  request: FastifyRequest,
  options: ReceiveOptions,
): Promise<Received[]> {
  const results: Received[] = []
  const limits = {
    fileSize: options.largestFile + 1,
    files: options.mostFiles,
    fields: 20,
    parts: options.mostFiles + 20,
    fieldSize: 10_000,
    headerPairs: 20,
  }
  for await (const part of request.parts({ limits, preservePath: true })) {
    if (part.type !== 'file') continue
    try {
      results.push(await receiveFile(store, revisionId, part, options))
    } catch (error) {
      const problem = problemOf(error)
      if (endsAll.has(problem.code))
        throw new Problem(problem.code, problem.detail, { extra: { results }, headers: { connection: 'close' } })
      part.file.resume()
      const { code, detail } = problem
      results.push({ fileName: (part.filename ?? '').slice(0, 300), outcome: 'refused', code, message: detail ?? titleOf(code) })
    }
  }
  if (results.length === 0) throw new Problem('upload.none')
  return results
}
