import sharp from 'sharp'
import type { Box } from '../../../../schemas/place.ts'
import { dropEngine, type Engine, startEngine } from './engine.ts'
import { maxCutPixels } from './limits.ts'
import { openPdf, PdfFault } from './open-pdf.ts'
import { loadPage } from './read-page.ts'

/** A part of a page (points from its top left, as displayed) to cut out, and the boxes to mark on it. */
export type CutRegion = { page: number; bbox: Box; marks: Box[] }

/** Pixels per point: sharp on a screen and in print at half size. */
export const cutScale = 2
const annotations = 1
const white = 0xffffffff
export const cutQuality = 82

type Bitmap = { width: number; height: number; pixels: Buffer }

/** Draws only the region: the page is placed so that the region's corner falls on the bitmap's. */
function draw(engine: Engine, page: number, box: Box, zoom: number): Bitmap {
  const { call } = engine
  const width = Math.max(1, Math.round((box[2] - box[0]) * zoom))
  const height = Math.max(1, Math.round((box[3] - box[1]) * zoom))
  const bitmap = call.FPDFBitmap_Create(width, height, 0)
  if (bitmap === 0) throw new Error('no memory for a bitmap')
  try {
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
    const across = Math.round(call.FPDF_GetPageWidthF(page) * zoom)
    const down = Math.round(call.FPDF_GetPageHeightF(page) * zoom)
    call.FPDF_RenderPageBitmap(bitmap, page, -Math.round(box[0] * zoom), -Math.round(box[1] * zoom), across, down, 0, annotations)
    const start = call.FPDFBitmap_GetBuffer(bitmap)
    const stride = call.FPDFBitmap_GetStride(bitmap)
    return { width, height, pixels: toRgb(engine.heap().subarray(start, start + stride * height), width, height, stride) }
  } finally {
    call.FPDFBitmap_Destroy(bitmap)
  }
}

/** PDFium draws BGRx; pictures want RGB. */
function toRgb(source: Uint8Array, width: number, height: number, stride: number): Buffer {
  const pixels = Buffer.allocUnsafe(width * height * 3)
  let to = 0
  for (let y = 0; y < height; y++)
    for (let from = y * stride; from < y * stride + width * 4; from += 4) {
      pixels[to++] = source[from + 2] ?? 0
      pixels[to++] = source[from + 1] ?? 0
      pixels[to++] = source[from] ?? 0
    }
  return pixels
}

/** Boxes as an SVG overlay: a frame around the value, so that the digits stay readable. */
export function overlay(marks: readonly Box[], box: Box, zoom: number, width: number, height: number): Buffer {
  const frames = marks.map((mark) => {
    const [x, y] = [(mark[0] - box[0]) * zoom - 3, (mark[1] - box[1]) * zoom - 3]
    const [w, h] = [(mark[2] - mark[0]) * zoom + 6, (mark[3] - mark[1]) * zoom + 6]
    return `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${w.toFixed(1)}" height="${h.toFixed(1)}" rx="3" fill="#d4380d" fill-opacity="0.10" stroke="#d4380d" stroke-width="2.5"/>`
  })
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${frames.join('')}</svg>`)
}

/** The box within a page of that size, at least a point wide and high. */
export function clamp(box: Box, width: number, height: number): Box {
  const x0 = Math.min(Math.max(0, box[0]), width - 1)
  const y0 = Math.min(Math.max(0, box[1]), height - 1)
  return [x0, y0, Math.max(x0 + 1, Math.min(box[2], width)), Math.max(y0 + 1, Math.min(box[3], height))]
}

/** Draws a region of a page that is loaded, as a JPEG with its marks. */
export async function cut(engine: Engine, page: number, region: CutRegion): Promise<Uint8Array> {
  const box = clamp(region.bbox, engine.call.FPDF_GetPageWidthF(page), engine.call.FPDF_GetPageHeightF(page))
  const zoom = Math.min(cutScale, maxCutPixels / Math.max(box[2] - box[0], box[3] - box[1]))
  const { width, height, pixels } = draw(engine, page, box, zoom)
  const picture = sharp(pixels, { raw: { width, height, channels: 3 } })
  const marked = region.marks.length === 0 ? picture : picture.composite([{ input: overlay(region.marks, box, zoom, width, height) }])
  return await marked.jpeg({ quality: cutQuality }).toBuffer()
}

/**
 * Cuts regions out of a PDF as JPEG pictures, about two pixels to the point, with the marks drawn as boxes; in the order
 * asked for. Throws where the PDF cannot be opened; a region on a page that does not exist gives an empty array.
 */
export async function renderRegions(bytes: Uint8Array, regions: readonly CutRegion[]): Promise<Uint8Array[]> {
  try {
    return await renderOpen(await startEngine(), bytes, regions)
  } catch (fault) {
    if (!(fault instanceof PdfFault)) dropEngine()
    throw fault
  }
}

async function renderOpen(engine: Engine, bytes: Uint8Array, regions: readonly CutRegion[]): Promise<Uint8Array[]> {
  const pdf = openPdf(engine, bytes)
  const pictures: Uint8Array[] = regions.map(() => new Uint8Array())
  try {
    const wanted = new Set(regions.map((region) => region.page).filter((page) => page >= 1 && page <= pdf.pages))
    for (const number of [...wanted].sort((a, b) => a - b)) {
      const page = loadPage(engine, pdf.document, number - 1)
      if (page === 0) continue
      try {
        for (const [index, region] of regions.entries()) if (region.page === number) pictures[index] = await cut(engine, page, region)
      } finally {
        engine.call.FPDF_ClosePage(page)
      }
    }
  } finally {
    pdf.close()
  }
  return pictures
}
