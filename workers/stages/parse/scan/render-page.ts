import type { Engine as Pdfium } from '../pdf/engine.ts'
import type { OpenPdf } from '../pdf/open-pdf.ts'
import { loadPage } from '../pdf/read-page.ts'
import { ReadError } from '../read-error.ts'
import { largestPixels } from './limits.ts'
import type { Picture } from './picture.ts'

/** Fine enough for 9 point print, and as fine as most scanners deliver. */
const usualDpi = 200
const annotations = 1
const white = 0xffffffff

/** Draws a page as it is displayed. Throws a ReadError where it cannot be loaded or drawn. */
export function renderPage({ call, heap }: Pdfium, pdf: OpenPdf, index: number): Picture {
  const page = loadPage({ call, heap } as Pdfium, pdf.document, index)
  if (page === 0) throw new ReadError('page.unreadable', '该页已损坏，无法显示。')
  try {
    const [across, down] = [call.FPDF_GetPageWidthF(page), call.FPDF_GetPageHeightF(page)]
    if (!(across > 1 && down > 1)) throw new ReadError('page.unreadable', '该页没有大小，无法显示。')
    const dpi = Math.min(usualDpi, 72 * Math.sqrt(largestPixels / (across * down)))
    const width = Math.max(1, Math.round((across * dpi) / 72))
    const height = Math.max(1, Math.round((down * dpi) / 72))
    const bitmap = call.FPDFBitmap_Create(width, height, 0)
    if (bitmap === 0) throw new ReadError('page.too-large', '该页图片过大，无法显示。')
    try {
      call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
      call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, annotations)
      const start = call.FPDFBitmap_GetBuffer(bitmap)
      const stride = call.FPDFBitmap_GetStride(bitmap)
      return { width, height, dpi, rgb: toRgb(heap().subarray(start, start + stride * height), width, height, stride) }
    } finally {
      call.FPDFBitmap_Destroy(bitmap)
    }
  } finally {
    call.FPDF_ClosePage(page)
  }
}

/** PDFium draws BGRx. */
function toRgb(source: Uint8Array, width: number, height: number, stride: number): Uint8Array {
  const rgb = new Uint8Array(width * height * 3)
  let to = 0
  for (let y = 0; y < height; y++)
    for (let from = y * stride; from < y * stride + width * 4; from += 4) {
      rgb[to++] = source[from + 2] ?? 0
      rgb[to++] = source[from + 1] ?? 0
      rgb[to++] = source[from] ?? 0
    }
  return rgb
}
