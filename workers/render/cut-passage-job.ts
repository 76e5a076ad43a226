import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { ParsedDocument } from '../../schemas/document.ts'
import { type Passage, PassagePlace } from '../../schemas/passage.ts'
import { endWithParent } from '../queue/end-with-parent.ts'
import { parse } from '../stages/parse/index.ts'
import { cutPassage } from './cut-passage.ts'

endWithParent()

/** What to show of which file. `sha256` names its bytes, wherever they lie this time. */
export const CutPassageJob = z.object({ path: z.string(), name: z.string(), sha256: z.string(), place: PassagePlace })
export type CutPassageJob = z.infer<typeof CutPassageJob>

/** A reader goes back and forth between a few documents. */
const keptDocuments = 4
const kept = new Map<string, ParsedDocument>()

async function open({ path, name, sha256 }: CutPassageJob): Promise<ParsedDocument> {
  const known = kept.get(sha256) ?? (await parse({ name, bytes: await readFile(path) }))
  kept.delete(sha256)
  kept.set(sha256, known)
  for (const oldest of kept.keys()) if (kept.size > keptDocuments) kept.delete(oldest)
  return known
}

/** What stands around a place of a document; null where there is no such place. */
export async function run(data: unknown): Promise<Passage | null> {
  const job = CutPassageJob.parse(data)
  return cutPassage(await open(job), job.place) ?? null
}
