import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { PageContent } from './stages/parse/pdf/page-content.ts'
import { openPictures, type PictureSource, recogniseFrom } from './stages/parse/scan/recognise-here.ts'

/** A page of a file, or a picture that stands in one: what a child is told to recognise. */
export const RecognisePageJob = z.union([
  z.object({ path: z.string(), page: z.number().int().positive() }),
  z.object({ picture: z.instanceof(Uint8Array) }),
])
export type RecognisePageJob = z.infer<typeof RecognisePageJob>

let open: { path: string; source: PictureSource } | undefined

/** Keeps the last file open: its next page mostly comes to the same child. */
async function openOnce(path: string): Promise<PictureSource> {
  if (open?.path === path) return open.source
  open?.source.close()
  open = undefined
  const source = await openPictures(await readFile(path))
  open = { path, source }
  return source
}

/** Recognises one page, in a process of its own. */
export async function run(data: unknown): Promise<PageContent> {
  const job = RecognisePageJob.parse(data)
  if ('picture' in job) return recogniseFrom(await openPictures(job.picture), { picture: job.picture })
  return recogniseFrom(await openOnce(job.path), { page: job.page })
}
