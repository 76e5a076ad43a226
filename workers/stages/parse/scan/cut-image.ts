import sharp from 'sharp'
import { maxCutPixels } from '../pdf/limits.ts'
import { type CutRegion, clamp, cutQuality, cutScale, overlay } from '../pdf/render-regions.ts'
import { readImageFacts } from './decode-image.ts'
import { largestDecoded } from './limits.ts'

/** A page of a picture file, upright as its camera says, and its size in points. */
async function openPage(bytes: Uint8Array, page: number) {
  const { frames, dpi } = await readImageFacts(bytes)
  if (page < 1 || page > frames) return undefined
  const { data, info } = await sharp(bytes, { page: page - 1, limitInputPixels: largestDecoded, failOn: 'truncated' })
    .rotate()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  return { picture: sharp(data, { raw: { width, height, channels } }), width, height, points: 72 / dpi }
}

/** The cut-out of a picture file as a JPEG, about two pixels to the point, with the marks drawn as boxes; undefined where there is no such page. */
export async function cutImage(bytes: Uint8Array, { page, bbox, marks }: CutRegion): Promise<Uint8Array | undefined> {
  const open = await openPage(bytes, page)
  if (open === undefined) return undefined
  const { picture, width, height, points } = open
  const box = clamp(bbox, width * points, height * points)
  const zoom = Math.min(cutScale, maxCutPixels / Math.max(box[2] - box[0], box[3] - box[1]))
  const left = Math.floor(box[0] / points)
  const top = Math.floor(box[1] / points)
  const part = {
    ...{ left, top },
    width: Math.max(1, Math.min(width - left, Math.round((box[2] - box[0]) / points))),
    height: Math.max(1, Math.min(height - top, Math.round((box[3] - box[1]) / points))),
  }
  const size = { width: Math.max(1, Math.round((box[2] - box[0]) * zoom)), height: Math.max(1, Math.round((box[3] - box[1]) * zoom)) }
  const shrunk = await picture
    .extract(part)
    .resize({ ...size, fit: 'fill' })
    .png({ compressionLevel: 1 })
    .toBuffer()
  const marked =
    marks.length === 0 ? sharp(shrunk) : sharp(shrunk).composite([{ input: overlay(marks, box, zoom, size.width, size.height) }])
  return await marked.jpeg({ quality: cutQuality }).toBuffer()
}

/** A whole page of a picture file as a JPEG, with its size in points. */
export async function drawImage(bytes: Uint8Array, page: number): Promise<{ jpeg: Uint8Array; width: number; height: number } | null> {
  const open = await openPage(bytes, page)
  if (open === undefined) return null
  const [width, height] = [open.width * open.points, open.height * open.points]
  const jpeg = await cutImage(bytes, { page, bbox: [0, 0, width, height], marks: [] })
  return jpeg === undefined ? null : { jpeg, width, height }
}
