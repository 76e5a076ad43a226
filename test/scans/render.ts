import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { Raster } from './raster.ts'

let library: Promise<PDFiumLibrary> | undefined

/** Every page of a PDF as pixels. */
export async function render(pdf: Uint8Array, dpi: number): Promise<Raster[]> {
  library ??= PDFiumLibrary.init()
  const document = await (await library).loadDocument(pdf)
  try {
    const pages: Raster[] = []
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({ scale: dpi / 72, render: 'bitmap', colorSpace: 'BGRA' })
      pages.push({ width, height, pixels: withoutAlpha(data, width * height) })
    }
    return pages
  } finally {
    document.destroy()
  }
}

/** The engine gives red, green, blue and alpha. */
function withoutAlpha(data: Uint8Array, count: number): Buffer {
  const pixels = Buffer.alloc(count * 3)
  for (let i = 0; i < count; i++) for (let channel = 0; channel < 3; channel++) pixels[i * 3 + channel] = data[i * 4 + channel] as number
  return pixels
}
