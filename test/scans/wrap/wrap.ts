import { Document, ImageRun, Packer, Paragraph } from 'docx'
import PDFDocument from 'pdfkit'
import sharp, { type Sharp } from 'sharp'
import { picture } from '../damage/scanner.ts'
import type { Raster } from '../raster.ts'

/** What scanned pages come as. `exif` is a JPEG that says it must be turned to stand upright, as phones write it. */
export type Form = 'pdf' | 'png' | 'jpeg' | 'exif' | 'tiff' | 'docx'

export const endings: Record<Form, string> = { pdf: 'pdf', png: 'png', jpeg: 'jpg', exif: 'jpg', tiff: 'tif', docx: 'docx' }

export type Leaf = { raster: Raster; dpi: number; quality: number; grey: boolean }

/** One file of that form that holds the pages; PNG and JPEG hold one only. */
export async function wrap(form: Form, leaves: readonly Leaf[]): Promise<Uint8Array> {
  const [only] = leaves
  if (!only) throw new Error('a scan has at least one page')
  switch (form) {
    case 'pdf':
      return await imagePdf(leaves)
    case 'docx':
      return await pictureDocx(leaves)
    case 'tiff':
      return await tiff(leaves)
    case 'png':
      return toned(only).png().withMetadata({ density: only.dpi }).toBuffer()
    case 'jpeg':
      return await jpegOf(only)
    case 'exif':
      return toned(only).rotate(270).jpeg({ quality: only.quality }).withMetadata({ orientation: 6 }).toBuffer()
  }
}

const toned = ({ raster, grey }: Leaf): Sharp => (grey ? picture(raster).greyscale() : picture(raster))

/** The page as the JPEG that its scanner saved. */
export const jpegOf = (leaf: Leaf): Promise<Buffer> =>
  toned(leaf).jpeg({ quality: leaf.quality }).withMetadata({ density: leaf.dpi }).toBuffer()

/** Pages that hold one picture each and no character. */
async function imagePdf(leaves: readonly Leaf[]): Promise<Uint8Array> {
  const doc = new PDFDocument({ autoFirstPage: false, margin: 0, info: { CreationDate: new Date(0), ModDate: new Date(0) } })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => doc.on('end', resolve))
  for (const leaf of leaves) {
    const [width, height] = [(leaf.raster.width / leaf.dpi) * 72, (leaf.raster.height / leaf.dpi) * 72]
    doc.addPage({ size: [width, height], margin: 0 })
    doc.image(await jpegOf(leaf), 0, 0, { width, height })
  }
  doc.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

async function tiff(leaves: readonly Leaf[]): Promise<Uint8Array> {
  const pages = await Promise.all(leaves.map((leaf) => toned(leaf).png().toBuffer()))
  const joined = pages.length === 1 ? sharp(pages[0]) : sharp(pages, { join: { animated: true } })
  return await joined.tiff({ compression: 'lzw', xres: (leaves[0]?.dpi ?? 200) / 25.4, yres: (leaves[0]?.dpi ?? 200) / 25.4 }).toBuffer()
}

/** A word-processor document whose pages are pictures. */
async function pictureDocx(leaves: readonly Leaf[]): Promise<Uint8Array> {
  const children = await Promise.all(
    leaves.map(async (leaf) => {
      const width = 560
      const transformation = { width, height: Math.round((width * leaf.raster.height) / leaf.raster.width) }
      return new Paragraph({ children: [new ImageRun({ type: 'jpg', data: await jpegOf(leaf), transformation })] })
    }),
  )
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}
