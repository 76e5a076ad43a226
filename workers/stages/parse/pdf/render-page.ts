import { dropEngine, startEngine } from './engine.ts'
import { openPdf, PdfFault } from './open-pdf.ts'
import { loadPage } from './read-page.ts'
import { cut } from './render-regions.ts'

/** A page as a JPEG, about two pixels to the point, and its size in points as displayed. */
export type DrawnPage = { readonly jpeg: Uint8Array; readonly width: number; readonly height: number }

/** Draws one page, counted from 1; null where there is none. Throws where the PDF cannot be opened. */
export async function renderPage(bytes: Uint8Array, number: number): Promise<DrawnPage | null> {
  try {
    const engine = await startEngine()
    const pdf = openPdf(engine, bytes)
    try {
      const page = number > pdf.pages ? 0 : loadPage(engine, pdf.document, number - 1)
      if (page === 0) return null
      try {
        const [width, height] = [engine.call.FPDF_GetPageWidthF(page), engine.call.FPDF_GetPageHeightF(page)]
        return { jpeg: await cut(engine, page, { page: number, bbox: [0, 0, width, height], marks: [] }), width, height }
      } finally {
        engine.call.FPDF_ClosePage(page)
      }
    } finally {
      pdf.close()
    }
  } catch (fault) {
    if (!(fault instanceof PdfFault)) dropEngine()
    throw fault
  }
}
