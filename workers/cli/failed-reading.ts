import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { ParsedDocument, Problem } from '../../schemas/document.ts'
import type { PageFile, Reading } from '../../schemas/reading.ts'
import { type Edition, standardOf } from '../read-document-job.ts'
import { classify, type Override } from '../stages/classify/index.ts'
import { extract } from '../stages/extract/index.ts'
import type { Source } from './readers.ts'

async function sha256Of(path: string | null): Promise<string> {
  const hash = createHash('sha256')
  if (path !== null) await pipeline(createReadStream(path), hash).catch(() => {})
  return hash.digest('hex')
}

/** The reading of a file of which nothing could be read: only its name tells what it may be. */
export async function failedReading({ id, name, path }: Source, problem: Problem, edition: Edition, override?: Override): Promise<Reading> {
  const document: ParsedDocument = {
    ...{ file: name, sha256: await sha256Of(path), format: 'unknown', status: 'failed', problems: [problem] },
    ...{ pages: 0, ocrPages: 0, title: null, blocks: [], runningHeads: [], hiddenSheets: [] },
  }
  return extract(id, document, classify(document, override), standardOf(edition))
}

/** The files of a document of which nothing could be read, as one page each: how many they hold is not known. */
export const filesOfFailed = (sources: readonly Source[]): Promise<PageFile[]> =>
  Promise.all(
    sources.map(async ({ id, name, path }, at) => ({ id, file: name, sha256: await sha256Of(path), firstPage: at + 1, pages: 1 })),
  )
