import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { readStandard, standardFor } from '../rules/standards/index.ts'
import { Role } from '../schemas/dossier.ts'
import type { Reading } from '../schemas/reading.ts'
import { nameTogether } from './group-pages.ts'
import type { Ask } from './parse-pool-child.ts'
import { readDocument, readPictures } from './review.ts'
import type { PageContent } from './stages/parse/pdf/page-content.ts'
import type { Recognise } from './stages/parse/scan/scan.ts'

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
  /** Where several pictures make the document: all of them, this file first. */
  pictures: z.array(z.object({ id: z.string(), name: z.string(), path: z.string() })).optional(),
})
export type ReadDocumentJob = z.infer<typeof ReadDocumentJob>

/** The edition asked for. Throws where there is none with its id. */
export const standardOf = ({ standard, on }: Edition) => (standard === null ? standardFor(on) : readStandard(standard))

/** How far a document is: begun, or so many of its scanned pages recognised. */
export type ReadProgress = true | { readonly recognised: number; readonly of: number }

/** Pages are recognised by whoever the parent has for it; every answer is told. */
function recogniserThrough(ask: Ask, report: (progress: ReadProgress) => void): (path: string) => Recognise {
  let [recognised, of] = [0, 0]
  return (path) => async (scan) => {
    of++
    try {
      return (await ask('page' in scan ? { path, page: scan.page } : scan)) as PageContent
    } finally {
      recognised++
      report({ recognised, of })
    }
  }
}

/** Reads one document of a dossier, in a process of its own; reports when it begins and after every page that is recognised. */
export async function run(data: unknown, report: (progress: ReadProgress) => void, ask: Ask): Promise<Reading> {
  const { path, edition, pictures, ...upload } = ReadDocumentJob.parse(data)
  const standard = standardOf(edition)
  const recognise = recogniserThrough(ask, report)
  report(true)
  if (pictures === undefined) return readDocument({ ...upload, bytes: await readFile(path) }, standard, recognise(path))
  const opened = pictures.map((own) => ({ id: own.id, name: own.name, open: () => readFile(own.path), recognise: recognise(own.path) }))
  return readPictures(opened, nameTogether(upload.name), standard, upload.override)
}
