import { readFileSync } from 'node:fs'
import PDFDocument from 'pdfkit'

const font = readFileSync(new URL('../../../../../samples/fonts/NotoSansSC-subset.ttf', import.meta.url))

/** A cell of a printed table, from top to bottom: its lines, and the columns and rows it stands over. */
export type Cell = { lines: string[]; row: number; column: number; rows?: number; columns?: number }

/** `align` and `valign`: where a cell's lines stand in it; `pad`: what every cell leaves free on either side. */
export type Layout = {
  widths: number[]
  heads: number
  size?: number
  pad?: number
  align?: 'left' | 'center' | 'right'
  valign?: 'top' | 'middle'
  rules?: 'three-line' | 'rows' | 'none'
}

const left = 60
const top = 110
const pitch = 1.35

/** One page with a caption and one table without vertical rules, cell by cell as a word processor writes it. */
export async function printTable(cells: readonly Cell[], layout: Layout): Promise<Uint8Array> {
  const { widths, size = 9, pad = 3, align = 'center', valign = 'middle' } = layout
  const doc = new PDFDocument({ size: 'A4', margin: 0, info: { CreationDate: new Date(0), ModDate: new Date(0) } })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => doc.on('end', resolve))
  doc.registerFont('cjk', font).font('cjk').fontSize(size)
  doc.text('表1 指标完成情况', left, top - 24, { lineBreak: false })
  const xs = sums(left, widths)
  const heights = rowHeights(cells, size, pad)
  const ys = sums(top, heights)
  for (const cell of cells) {
    const box = {
      x0: xs[cell.column] ?? 0,
      x1: xs[cell.column + (cell.columns ?? 1)] ?? 0,
      y0: ys[cell.row] ?? 0,
      y1: ys[cell.row + (cell.rows ?? 1)] ?? 0,
    }
    const high = cell.lines.length * size * pitch
    let y = valign === 'top' ? box.y0 + pad : (box.y0 + box.y1 - high) / 2
    for (const line of cell.lines) {
      const slack = box.x1 - box.x0 - 2 * pad - doc.widthOfString(line)
      doc.text(line, box.x0 + pad + (align === 'left' ? 0 : align === 'right' ? slack : slack / 2), y, { lineBreak: false })
      y += size * pitch
    }
  }
  for (const y of ruleHeights(ys, layout))
    doc
      .moveTo(left, y)
      .lineTo(xs[xs.length - 1] ?? left, y)
      .stroke()
  doc.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

function ruleHeights(ys: readonly number[], { rules = 'three-line', heads }: Layout): number[] {
  if (rules === 'none') return []
  return ys.filter((_, index) => rules === 'rows' || index === 0 || index === heads || index === ys.length - 1)
}

function rowHeights(cells: readonly Cell[], size: number, pad: number): number[] {
  const heights: number[] = []
  for (const { row, rows = 1, lines } of cells)
    if (rows === 1) heights[row] = Math.max(heights[row] ?? 0, lines.length * size * pitch + 2 * pad)
  return heights
}

function sums(from: number, sizes: readonly number[]): number[] {
  const all = [from]
  for (const size of sizes) all.push((all[all.length - 1] ?? from) + size)
  return all
}

/** Cells of plain rows: a backslash parts the lines of a cell. */
export const grid = (rows: readonly (readonly string[])[], from = 0): Cell[] =>
  rows.flatMap((texts, row) => texts.map((text, column) => ({ lines: text.split('\\'), row: from + row, column })))
