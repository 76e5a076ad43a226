import type { Block } from '../document.ts'
import { type Placed, place } from './grid.ts'
import { type Layout, widthOf, wrap, write } from './pdf-text.ts'

type Table = Extract<Block, { kind: 'table' }>
const pad = 3

/** Draws a table from `y` on, over as many pages as it needs, and tells where it ended. */
export function drawTable(layout: Layout, block: Table, from: number, continued: boolean): number {
  const { doc, left, right, top, bottom } = layout
  const size = layout.size - 1.5
  const lineHeight = size * 1.35
  const { cells, columns } = place(block.rows)
  const widths = columnWidths(layout, block, cells, columns, size)
  const xs = edges(left, widths)
  const linesOf = new Map(
    cells.map((c) => [c, wrap(doc, c.text, size, (xs[c.column + c.columns] as number) - (xs[c.column] as number) - 2 * pad)]),
  )
  const heights = block.rows.map(
    (_, r) =>
      Math.max(lineHeight, ...cells.filter((c) => c.row === r && c.rows === 1).map((c) => (linesOf.get(c)?.length ?? 1) * lineHeight)) +
      2 * pad,
  )
  for (const c of cells.filter((cell) => cell.rows > 1)) {
    const own = heights.slice(c.row, c.row + c.rows).reduce((a, b) => a + b, 0)
    const short = (linesOf.get(c)?.length ?? 1) * lineHeight + 2 * pad - own
    if (short > 0) heights[c.row + c.rows - 1] = (heights[c.row + c.rows - 1] as number) + short
  }
  const headHeight = heights.slice(0, block.heads).reduce((a, b) => a + b, 0)
  const draw = (first: number, last: number, at: number): number => {
    const ys = edges(at, heights.slice(first, last))
    for (const c of cells) {
      const start = Math.max(c.row, first)
      const end = Math.min(c.row + c.rows, last)
      if (start >= end) continue
      const box = {
        x0: xs[c.column] as number,
        x1: xs[c.column + c.columns] as number,
        y0: ys[start - first] as number,
        y1: ys[end - first] as number,
      }
      rule(layout, block, c, box)
      if (start !== c.row) continue
      text(layout, linesOf.get(c) ?? [], box, size, lineHeight)
      layout.mark({ kind: 'cell', text: c.text, box: [box.x0, box.y0, box.x1, box.y1] })
    }
    const end = ys[ys.length - 1] as number
    if (block.style === 'three-line')
      for (const [y, w] of [
        [at, 1.2],
        [end, 1.2],
      ] as const)
        doc.lineWidth(w).moveTo(left, y).lineTo(right, y).stroke()
    if (block.style === 'three-line' && first === 0)
      doc
        .lineWidth(0.6)
        .moveTo(left, at + headHeight)
        .lineTo(right, at + headHeight)
        .stroke()
    return end
  }
  let y = from
  let row = 0
  while (row < block.rows.length) {
    let last = row
    let used = y
    while (last < block.rows.length && used + (heights[last] as number) <= bottom) used += heights[last++] as number
    if (last === row) last = row + 1
    y = draw(row, last, y)
    row = last
    if (row < block.rows.length) {
      doc.addPage()
      y = top
      if (continued && block.caption) {
        const line = `续${block.caption.slice(0, block.caption.search(/[\s　]|$/))}`
        write(doc, line, (left + right - widthOf(doc, line, size)) / 2, y, size)
        y += lineHeight * 1.4
      }
      if (block.heads) y = draw(0, block.heads, y)
    }
  }
  return y + 4
}

/** Where each column or row begins, and where the last one ends. */
function edges(from: number, sizes: readonly number[]): number[] {
  const all = [from]
  for (const size of sizes) all.push((all[all.length - 1] as number) + size)
  return all
}

function columnWidths(layout: Layout, block: Table, cells: readonly Placed[], columns: number, size: number): number[] {
  const room = layout.right - layout.left
  const wanted = Array.from({ length: columns }, (_, column) => {
    const fixed = block.widths?.[column]
    if (fixed !== undefined) return fixed
    const texts = cells.filter((c) => c.column === column && c.columns === 1).map((c) => c.text)
    const widest = Math.max(12, ...texts.map((text) => widthOf(layout.doc, text, size)))
    return Math.min(widest, 150) + 2 * pad + 1
  })
  const total = wanted.reduce((a, b) => a + b, 0)
  if (total <= room) return wanted.map((w) => (w * room) / total)
  // Narrow columns (numbers) keep their width; the wide ones share what is left.
  const narrow = wanted.filter((w) => w <= 52).reduce((a, b) => a + b, 0)
  if (narrow >= room * 0.9) return wanted.map((w) => (w * room) / total)
  return wanted.map((w) => (w <= 52 ? w : (w * (room - narrow)) / (total - narrow)))
}

type Box = { x0: number; x1: number; y0: number; y1: number }

function rule({ doc }: Layout, block: Table, cell: Placed, { x0, x1, y0, y1 }: Box): void {
  const style = block.style ?? 'ruled'
  if (style === 'ruled')
    doc
      .lineWidth(0.5)
      .rect(x0, y0, x1 - x0, y1 - y0)
      .stroke()
  if (style !== 'filled') return
  // Office programs draw rules as thin filled boxes and shade the head.
  if (cell.row < block.heads) doc.rect(x0, y0, x1 - x0, y1 - y0).fill('#dfe7f1')
  for (const [x, y, w, h] of [
    [x0, y0, x1 - x0, 0.6],
    [x0, y1 - 0.6, x1 - x0, 0.6],
    [x0, y0, 0.6, y1 - y0],
    [x1 - 0.6, y0, 0.6, y1 - y0],
  ] as const)
    doc.rect(x, y, w, h).fill('#555')
  doc.fillColor('#000')
}

function text({ doc }: Layout, lines: readonly string[], { x0, x1, y0, y1 }: Box, size: number, lineHeight: number): void {
  let y = (y0 + y1) / 2 - (lines.length * lineHeight) / 2
  for (const line of lines) {
    write(doc, line, (x0 + x1 - widthOf(doc, line, size)) / 2, y, size)
    y += lineHeight
  }
}
