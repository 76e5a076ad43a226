import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { startEngine } from '../../../../workers/stages/parse/pdf/engine.ts'
import { openPdf } from '../../../../workers/stages/parse/pdf/open-pdf.ts'
import { renderPage } from '../../../../workers/stages/parse/scan/render-page.ts'

const print = join(import.meta.dirname, '../../../variants/fixtures/browser-plan.pdf')

/** A PDF of some pages of a printed plan as a scanner saves them, with a page of print after each so many (so that the scans lie apart). */
export async function scannedPlan(pages: readonly number[], apart: number): Promise<Uint8Array> {
  const engine = await startEngine()
  const pdf = openPdf(engine, new Uint8Array(await readFile(print)))
  const doc = new PDFDocument({ autoFirstPage: false, margin: 0, info: { CreationDate: new Date(0), ModDate: new Date(0) } })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => doc.on('end', resolve))
  for (const [index, page] of pages.entries()) {
    const { width, height, rgb, dpi } = renderPage(engine, pdf, page - 1)
    const jpeg = await sharp(rgb, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 70 })
      .toBuffer()
    const size: [number, number] = [(width / dpi) * 72, (height / dpi) * 72]
    doc.addPage({ size, margin: 0 })
    doc.image(jpeg, 0, 0, { width: size[0], height: size[1] })
    if ((index + 1) % apart === 0)
      doc.addPage({ size, margin: 72 }).font('Helvetica').fontSize(12).text('Annex. This page was left without any figures. '.repeat(8))
  }
  pdf.close()
  doc.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}
