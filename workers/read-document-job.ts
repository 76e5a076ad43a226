import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { readStandard, standardFor } from '../rules/standards/index.ts'
import { Role } from '../schemas/dossier.ts'
import type { Reading } from '../schemas/reading.ts'
import { readDocument } from './review.ts'

/** The Standard to read by: the edition named, else the one in force on a day. */
export const Edition = z.object({ standard: z.string().nullable(), on: z.string().nullable() })
export type Edition = z.infer<typeof Edition>

/** What a child is told to read: a job carries a path, never contents. */
export const ReadDocumentJob = z.object({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  edition: Edition,
  override: z.object({ role: Role, year: z.number().int().optional() }).optional(),
})
export type ReadDocumentJob = z.infer<typeof ReadDocumentJob>

/** The edition asked for. Throws where there is none with its id. */
export const standardOf = ({ standard, on }: Edition) => (standard === null ? standardFor(on) : readStandard(standard))

/** Reads one file of a dossier, in a process of its own; reports once when it begins. */
export async function run(data: unknown, report: (begun: true) => void): Promise<Reading> {
  const { path, edition, ...upload } = ReadDocumentJob.parse(data)
  report(true)
  return readDocument({ ...upload, bytes: await readFile(path) }, standardOf(edition))
}
