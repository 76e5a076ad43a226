import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { Box } from '../schemas/place.ts'
import { isPdf } from './stages/parse/pdf/open-pdf.ts'
import { renderRegions } from './stages/parse/pdf/render-regions.ts'
import { cutImage } from './stages/parse/scan/cut-image.ts'

/** A part of a page to show, with boxes to draw; all in points from the page's top left corner. */
export const CutPictureJob = z.object({ path: z.string(), page: z.number().int(), bbox: Box, marks: z.array(Box) })
export type CutPictureJob = z.infer<typeof CutPictureJob>

/** A cut-out of a page of a PDF or picture file as a JPEG, or null where none can be made. */
export async function run(data: unknown): Promise<Uint8Array | null> {
  const { path, ...region } = CutPictureJob.parse(data)
  const bytes = await readFile(path)
  const [picture] = isPdf(bytes) ? await renderRegions(bytes, [region]) : [await cutImage(bytes, region)]
  return picture === undefined || picture.length === 0 ? null : picture
}
