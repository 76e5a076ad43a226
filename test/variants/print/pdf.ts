import { readFileSync } from 'node:fs'
import PDFDocument from 'pdfkit'
import type { Block } from '../document.ts'
import { runs } from './grid.ts'
import { drawTable } from './pdf-table.ts'

const font = readFileSync(new URL('../../../samples/fonts/NotoSansSC-subset.ttf', import.meta.url))

export type Layout = { doc: PDFKit.PDFDocument; left: number; right: number; top: number; bottom: number; size: number }

/** Breaks text into lines no wider than `width` points; Latin words and numbers stay whole where they fit. */
export function wrap(doc: PDFKit.PDFDocument, text: string, size: number, width: number): string[] {
  doc.fontSize(size)
  const pieces = text.match(/[\x21-\x7e·²³]+\^[^^]*\^|[\x21-\x7e²³]+|[\s\S]/gu) ?? []
  const lines: string[] = []
  let line = ''
  let used = 0
  const take = (piece: string): void => {
    const wide = widthOf(doc, piece, size)
    if (used + wide > width && line !== '' && !/^[，。、；：）》”％]$/.test(piece)) {
      lines.push(line)
      line = ''
      used = 0
    }
    line += piece
    used += wide
  }
  for (const piece of pieces) {
    if (piece.length > 1 && widthOf(doc, piece, size) > width) for (const character of piece) take(character)
    else take(piece)
  }
  return [...lines, line].map((one) => one.trimEnd())
}

const widths = new Map<string, number>()
export function widthOf(doc: PDFKit.PDFDocument, text: string, size: number): number {
  let total = 0
  for (const character of text.replaceAll('^', '')) {
    let em = widths.get(character)
    if (em === undefined) {
      em = doc.fontSize(100).widthOfString(character) / 100
      widths.set(character, em)
      doc.fontSize(size)
    }
    total += em * size
  }
  return total
}

/** One line at a point, raised characters smaller and higher. */
export function write(doc: PDFKit.PDFDocument, line: string, x: number, y: number, size: number): void {
  let at = x
  for (const run of runs(line)) {
    const s = run.raised ? size * 0.65 : size
    doc.fontSize(s).text(run.text, at, run.raised ? y - size * 0.12 : y, { lineBreak: false })
    at += widthOf(doc, run.text, s)
  }
}

/** Prints A4 pages with an embedded font: running head, page numbers, tables that go over pages with a repeated head. */
export async function printPdf(blocks: readonly Block[], options: { landscape?: boolean; size?: number; head?: string; continued?: boolean } = {}): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: 'A4', layout: options.landscape ? 'landscape' : 'portrait', margin: 0, info: { CreationDate: new Date(0), ModDate: new Date(0) }, autoFirstPage: false })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => doc.on('end', resolve))
  doc.registerFont('cjk', font)
  let pages = 0
  doc.on('pageAdded', () => {
    doc.font('cjk')
    pages++
    if (options.head && pages > 1) write(doc, options.head, 60, 32, 8)
    write(doc, `— ${pages} —`, doc.page.width / 2 - 12, doc.page.height - 42, 8)
  })
  doc.addPage()
  const size = options.size ?? 10.5
  const layout: Layout = { doc, left: 62, right: doc.page.width - 62, top: 62, bottom: doc.page.height - 66, size }
  let y = layout.top
  const lineHeight = size * 1.62
  const paragraph = (text: string, at: number, align: 'left' | 'center' | 'right', indent: string): number => {
    let top = y
    for (const line of wrap(doc, indent + text, at, layout.right - layout.left)) {
      if (top + at * 1.62 > layout.bottom) {
        doc.addPage()
        top = layout.top
      }
      const slack = layout.right - layout.left - widthOf(doc, line, at)
      write(doc, line, layout.left + (align === 'center' ? slack / 2 : align === 'right' ? slack : 0), top, at)
      top += at * 1.62
    }
    return top
  }
  for (const block of blocks) {
    if (block.kind === 'page') {
      doc.addPage()
      y = layout.top
    } else if (block.kind === 'table') {
      if (y + 80 > layout.bottom) {
        doc.addPage()
        y = layout.top
      }
      if (block.caption) y = paragraph(block.caption, size - 1, 'center', '')
      y = drawTable(layout, block, y, options.continued === true)
      if (block.note) y = paragraph(block.note, size - 2, 'left', '')
      y += lineHeight / 2
    } else if (block.kind === 'title') y = paragraph(block.text, 18, 'center', '') + 6
    else if (block.kind === 'heading') y = paragraph(block.text, block.level === 1 ? 14 : 12, 'left', '') + 3
    else y = paragraph(block.text, size, block.align ?? 'left', block.align ? '' : '\u3000\u3000')
  }
  doc.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}
