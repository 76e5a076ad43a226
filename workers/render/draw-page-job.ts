import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { endWithParent } from '../queue/end-with-parent.ts'
import { isPdf } from '../stages/parse/pdf/open-pdf.ts'
import { type DrawnPage, renderPage } from '../stages/parse/pdf/render-page.ts'
import { drawImage } from '../stages/parse/scan/cut-image.ts'

endWithParent()

/** A page to draw, counted from 1. */
export const DrawPageJob = z.object({ path: z.string(), page: z.number().int().positive() })
export type DrawPageJob = z.infer<typeof DrawPageJob>
export type { DrawnPage }

/** A whole page as a picture, in a process of its own; null where there is no such page or no picture can be made. */
export async function run(data: unknown): Promise<DrawnPage | null> {
  const { path, page } = DrawPageJob.parse(data)
  const bytes = await readFile(path)
  return isPdf(bytes) ? renderPage(bytes, page) : drawImage(bytes, page)
}
