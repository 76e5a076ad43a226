import { readFileSync } from 'node:fs'
import PDFDocument from 'pdfkit'
import type { Block } from '../document.ts'
import { drawTable } from './pdf-table.ts'
import { type Layout, type Mark, widthOf, wrap, write } from './pdf-text.ts'

/** A font file, and which of a collection's fonts. */
export type FontFile = { bytes: Buffer; family?: string }

const ownFont: FontFile = { bytes: readFileSync(new URL('../../../samples/fonts/NotoSansSC-subset.ttf', import.meta.url)) }

export type PageOptions = {
  landscape?: boolean
  size?: number
  head?: string
  continued?: boolean
  font?: FontFile
  /** Told of every line and cell as it is printed. */
  onMark?: (mark: Mark) => void
}

/** Prints A4 pages with an embedded font: running head, page numbers, tables that go over pages with a repeated head. */
export async function printPdf(blocks: readonly Block[], options: PageOptions = {}): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: 'A4',
    layout: options.landscape ? 'landscape' : 'portrait',
    margin: 0,
    info: { CreationDate: new Date(0), ModDate: new Date(0) },
    autoFirstPage: false,
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => doc.on('end', resolve))
  const font = options.font ?? ownFont
  doc.registerFont('cjk', font.bytes, font.family)
  const page = numberPages(doc, options.head)
  doc.addPage()
  const layout: Layout = {
    doc,
    left: 62,
    right: doc.page.width - 62,
    top: 62,
    bottom: doc.page.height - 66,
    size: options.size ?? 10.5,
    mark: (mark) => options.onMark?.({ ...mark, page: page() }),
  }
  let y = layout.top
  for (const block of blocks) y = drawBlock(layout, block, y, options.continued === true)
  doc.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

/** Prints head and number on every page to come, and tells the number of the last one. */
function numberPages(doc: PDFKit.PDFDocument, head: string | undefined): () => number {
  let pages = 0
  doc.on('pageAdded', () => {
    doc.font('cjk')
    pages++
    if (head && pages > 1) write(doc, head, 60, 32, 8)
    write(doc, `— ${pages} —`, doc.page.width / 2 - 12, doc.page.height - 42, 8)
  })
  return () => pages
}

/** Draws one block from `y` on and tells where it ended. */
function drawBlock(layout: Layout, block: Block, y: number, continued: boolean): number {
  const { size, top, doc } = layout
  switch (block.kind) {
    case 'page':
      doc.addPage()
      return top
    case 'title':
      return drawText(layout, block.text, block.size ?? 18, y, 'center') + 6
    case 'heading':
      return drawText(layout, block.text, block.level === 1 ? 14 : 12, y, 'left') + 3
    case 'paragraph':
      return drawText(layout, (block.align ? '' : '\u3000\u3000') + block.text, size, y, block.align ?? 'left')
    case 'table': {
      let at = roomFor(layout, 80, y)
      if (block.caption) at = drawText(layout, block.caption, size - 1, at, 'center')
      at = drawTable(layout, block, at, continued)
      if (block.note) at = drawText(layout, block.note, size - 2, at, 'left')
      return at + size * 0.8
    }
  }
}

/** `y`, or the top of a new page where less than `height` is left. */
function roomFor({ doc, top, bottom }: Layout, height: number, y: number): number {
  if (y + height <= bottom) return y
  doc.addPage()
  return top
}

function drawText(layout: Layout, text: string, size: number, from: number, align: 'left' | 'center' | 'right'): number {
  const { doc, left, right } = layout
  let y = from
  for (const line of wrap(doc, text, size, right - left)) {
    y = roomFor(layout, size * 1.62, y)
    const wide = widthOf(doc, line, size)
    const slack = right - left - wide
    const x = left + (align === 'center' ? slack / 2 : align === 'right' ? slack : 0)
    write(doc, line, x, y, size)
    layout.mark({ kind: 'line', text: line, box: [x, y, x + wide, y + size] })
    y += size * 1.62
  }
  return y
}
