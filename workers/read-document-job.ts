import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { readStandard } from '../rules/standards/index.ts'
import { Role } from '../schemas/dossier.ts'
import type { Reading } from '../schemas/reading.ts'
import { readDocument } from './review.ts'

/** What a child is told to read: a job carries a path, never contents. */
export const ReadDocumentJob = z.object({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  standard: z.string(),
  override: z.object({ role: Role, year: z.number().int().optional() }).optional(),
})
export type ReadDocumentJob = z.infer<typeof ReadDocumentJob>

/** Reads one file of a dossier, in a process of its own; reports once when it begins. */
export async function run(data: unknown, report: (begun: true) => void): Promise<Reading> {
  const { path, standard, ...upload } = ReadDocumentJob.parse(data)
  report(true)
  return readDocument({ ...upload, bytes: await readFile(path) }, readStandard(standard))
}
