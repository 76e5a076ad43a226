import { type Blocks, blocksOf } from '../pdf/blocks.ts'
import { dropEngine, startEngine } from '../pdf/engine.ts'
import { headerBytes, isPdf, type OpenPdf, openPdf, PdfFault } from '../pdf/open-pdf.ts'
import type { PageContent } from '../pdf/page-content.ts'
import { blankPage } from './blank-page.ts'
import { decodeImage } from './decode-image.ts'
import { startEngines } from './engines/start-engines.ts'
import { isPhoto } from './is-photo.ts'
import type { Picture } from './picture.ts'
import { recognisePage } from './recognise-page.ts'
import { renderPage } from './render-page.ts'
import type { Recognise, Scan } from './scan.ts'

/** The pages of one file as pictures. A PDF stays open until closed. `pdf` says that it is one. */
export type PictureSource = { readonly pdf: boolean; read(scan: Scan): Promise<Picture>; close(): void }

/** Opens a file whose pages are to be drawn. Throws where it is no PDF that opens; other files are decoded page by page. Closing it closes the file. */
export async function openPictures(file: Blocks): Promise<PictureSource> {
  const inner = (scan: Scan) => ('picture' in scan ? decodeImage(scan.picture, 1) : undefined)
  if (!isPdf(file.read(0, Math.min(file.size, headerBytes))))
    return {
      pdf: false,
      read: (scan) => inner(scan) ?? decodeImage(file.read(0, file.size), 'page' in scan ? scan.page : 1),
      close: () => file.close(),
    }
  const engine = await startEngine()
  let pdf: OpenPdf
  try {
    pdf = openPdf(engine, file)
  } catch (fault) {
    file.close()
    throw fault
  }
  const draw = (page: number) => {
    try {
      return renderPage(engine, pdf, page - 1)
    } catch (fault) {
      if (!(fault instanceof PdfFault)) dropEngine()
      throw fault
    }
  }
  return { pdf: true, read: async (scan) => inner(scan) ?? draw('page' in scan ? scan.page : 1), close: () => closeAll(pdf, file) }
}

function closeAll(...open: readonly { close(): void }[]): void {
  for (const each of open) each.close()
}

/**
 * Recognises one picture of print out of an open file. A page of a PDF that is a photo without any print is blank, and starts no engine;
 * a picture that is handed in to be read always is.
 */
export async function recogniseFrom(source: PictureSource, scan: Scan): Promise<PageContent> {
  const picture = await source.read(scan)
  const number = 'page' in scan ? scan.page : 1
  return source.pdf && isPhoto(picture) ? blankPage(picture, number) : recognisePage(picture, number, await startEngines())
}

/** Recognises the pages of a file in this process, one after another: a page's picture takes tens of megabytes. */
export function recogniseHere(bytes: Uint8Array): Recognise {
  let last: Promise<unknown> = Promise.resolve()
  const read = async (scan: Scan): Promise<PageContent> => {
    const source = await openPictures(blocksOf(bytes))
    try {
      return await recogniseFrom(source, scan)
    } finally {
      source.close()
    }
  }
  return (scan) => {
    const result = last.then(() => read(scan))
    last = result.catch(() => undefined)
    return result
  }
}
