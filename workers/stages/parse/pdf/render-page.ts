import { dropEngine, startEngine } from './engine.ts'
import { openPdf, PdfFault } from './open-pdf.ts'
import { loadPage } from './read-page.ts'
import { cut } from './render-regions.ts'

/** A page as a JPEG, about two pixels to the point, and its size in points as displayed. */
export type DrawnPage = { readonly jpeg: Uint8Array; readonly width: number; readonly height: number }

/** A document whose pages are drawn one after the other. */
export type Drawing = {
  /** One page, counted from 1; null where there is none. After it has thrown, the drawing is of no more use. */
  readonly page: (number: number) => Promise<DrawnPage | null>
  readonly close: () => void
}

/** Opens a PDF to draw its pages; the caller must close it. Throws where it cannot be opened. */
export async function openDrawing(bytes: Uint8Array): Promise<Drawing> {
  const trusting = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (fault) {
      if (!(fault instanceof PdfFault)) dropEngine()
      throw fault
    }
  }
  const engine = await startEngine()
  const pdf = await trusting(() => openPdf(engine, bytes))
  const draw = async (number: number): Promise<DrawnPage | null> => {
    const page = number > pdf.pages ? 0 : loadPage(engine, pdf.document, number - 1)
    if (page === 0) return null
    try {
      const [width, height] = [engine.call.FPDF_GetPageWidthF(page), engine.call.FPDF_GetPageHeightF(page)]
      return { jpeg: await cut(engine, page, { page: number, bbox: [0, 0, width, height], marks: [] }), width, height }
    } finally {
      engine.call.FPDF_ClosePage(page)
    }
  }
  return { page: (number) => trusting(() => draw(number)), close: () => pdf.close() }
}
