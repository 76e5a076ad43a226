import { z } from 'zod'
import { giveBackMemory } from './give-back-memory.ts'
import { blocksOf, openBlocks } from './stages/parse/pdf/blocks.ts'
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
  const source = await openPictures(openBlocks(path))
  open = { path, source }
  return source
}

/** Recognises one page, in a process of its own. A page leaves a hundred megabytes of pictures behind, which go at once. */
export async function run(data: unknown): Promise<PageContent> {
  try {
    return await recognise(RecognisePageJob.parse(data))
  } finally {
    giveBackMemory()
  }
}

async function recognise(job: RecognisePageJob): Promise<PageContent> {
  if ('picture' in job) return recogniseFrom(await openPictures(blocksOf(job.picture)), { picture: job.picture })
  return recogniseFrom(await openOnce(job.path), { page: job.page })
}
