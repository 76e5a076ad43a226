import { readFileSync } from 'node:fs'
import PDFDocument from 'pdfkit'
import type { Block } from './block.ts'

type Pdf = PDFKit.PDFDocument
type Text = Exclude<Block, { kind: 'table' }>

const font = readFileSync(new URL('../fonts/NotoSansSC-subset.ttf', import.meta.url))
const margin = 64
const pad = 3
const sizes = { title: 18, heading: 14, paragraph: 10.5, signature: 10.5 }

/** Prints blocks as an A4 PDF with the samples' own font; the same blocks give the same bytes. */
export async function printPdf(blocks: readonly Block[]): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: 'A4', margin: 0, info: { CreationDate: new Date(0), ModDate: new Date(0) } })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => doc.on('end', resolve))
  doc.registerFont('sc', font).font('sc')
  doc.on('pageAdded', () => doc.font('sc'))
  let y = margin
  for (const block of blocks) y = block.kind === 'table' ? drawTable(doc, block, y) : drawText(doc, block, y)
  doc.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

function lines(doc: Pdf, text: string, size: number, width: number): string[] {
  doc.fontSize(size)
  const found: string[] = ['']
  for (const piece of text.match(/[\x21-\x7e²³]+|[\s\S]/gu) ?? []) {
    const last = found.length - 1
    const longer = found[last] + piece
    if (doc.widthOfString(longer) <= width) found[last] = longer
    else found.push(piece)
  }
  return found
}

function roomFor(doc: Pdf, height: number, y: number): number {
  if (y + height <= doc.page.height - margin) return y
  doc.addPage()
  return margin
}

function drawText(doc: Pdf, block: Text, from: number): number {
  const size = sizes[block.kind]
  const width = doc.page.width - 2 * margin
  let y = from
  for (const line of lines(doc, (block.kind === 'paragraph' ? '\u3000\u3000' : '') + block.text, size, width)) {
    y = roomFor(doc, size * 1.6, y)
    const slack = width - doc.fontSize(size).widthOfString(line)
    const indent = block.kind === 'title' ? slack / 2 : block.kind === 'signature' ? slack : 0
    doc.text(line, margin + indent, y, { lineBreak: false })
    y += size * 1.6
  }
  return y + 4
}

function drawTable(doc: Pdf, block: Extract<Block, { kind: 'table' }>, from: number): number {
  const size = 8.5
  let y = roomFor(doc, 80, from)
  doc.fontSize(9).text(block.caption, margin, y, { width: doc.page.width - 2 * margin, align: 'center' })
  y += 16
  const widths = columnWidths(doc, block.rows, size)
  for (const row of block.rows) {
    const wrapped = row.map((text, i) => lines(doc, text, size, (widths[i] ?? 0) - 2 * pad))
    const height = Math.max(...wrapped.map((one) => one.length)) * size * 1.4 + 2 * pad
    y = roomFor(doc, height, y)
    let x = margin
    wrapped.forEach((cell, i) => {
      const width = widths[i] ?? 0
      doc.lineWidth(0.5).rect(x, y, width, height).stroke()
      cell.forEach((line, j) => {
        const left = x + (width - doc.fontSize(size).widthOfString(line)) / 2
        doc.text(line, left, y + pad + j * size * 1.4, { lineBreak: false })
      })
      x += width
    })
    y += height
  }
  return y + 10
}

function columnWidths(doc: Pdf, rows: readonly string[][], size: number): number[] {
  const room = doc.page.width - 2 * margin
  const columns = rows[0]?.length ?? 0
  doc.fontSize(size)
  const wanted = Array.from({ length: columns }, (_, i) =>
    Math.min(130, Math.max(...rows.map((row) => doc.widthOfString(row[i] ?? ''))) + 2 * pad + 2),
  )
  const narrow = wanted.filter((w) => w <= 50).reduce((a, b) => a + b, 0)
  const wide = wanted.reduce((a, b) => a + b, 0) - narrow
  return wanted.map((w) => (w <= 50 ? w : (w * (room - narrow)) / wide))
}
