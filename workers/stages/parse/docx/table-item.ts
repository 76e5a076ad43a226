import { plainCell, type TableItem } from '../item.ts'
import type { Content, Paragraph, RawCell, RawRow, RawTable } from './content.ts'

/** Borders closer than this (in twips; 2 mm) were meant to be one line: dragging them by hand leaves such slivers. */
const sliver = 113

/** What a paragraph prints: its list number, then its text. A number that ends in a Chinese mark takes no space. */
export function printedText({ number, text }: Paragraph): string {
  if (number === '' || text === '') return text
  return /[、）)．】]$/.test(number) ? number + text : `${number} ${text}`
}

const isParagraph = (content: Content): content is Paragraph => content.kind === 'paragraph'

/** The text of a cell, one line for each paragraph. Tables within it are tables of their own. */
function cellText(content: readonly Content[]) {
  // A cell of nothing but a list number is a numbered row's label.
  const lines = content
    .filter(isParagraph)
    .map((paragraph) => (paragraph.text === '' ? paragraph.number.replace(/[.、．]$/, '') : printedText(paragraph)))
  return lines.filter((line) => line.trim() !== '').join('\n')
}

/**
 * Maps grid lines to columns, with slivers closed. A line stays where closing it would leave a cell without width,
 * so that tables written with made-up widths keep all their columns.
 */
function columnLines(table: RawTable, lines: number) {
  const kept = new Set<number>([0])
  let last = 0
  for (let line = 1; line < lines; line++) {
    const width = table.grid.slice(last, line).reduce((sum, part) => sum + part, 0)
    if (width >= sliver || line === lines - 1) {
      kept.add(line)
      last = line
    }
  }
  const map: number[] = []
  let column = -1
  for (let line = 0; line < lines; line++) {
    if (kept.has(line)) column++
    map.push(column)
  }
  const identity = map.map((_, line) => line)
  if (table.grid.length < lines - 1) return identity
  const collapses = table.rows.some((row) => row.cells.some((cell) => map[cell.column] === map[cell.column + cell.span]))
  return collapses ? identity : map
}

type Placed = { cell: RawCell; row: number; column: number; columnSpan: number; rowSpan: number }

function place(rows: readonly RawRow[], lines: readonly number[]) {
  const placed: Placed[] = []
  const openAt = new Map<number, Placed>()
  for (const [at, { cells }] of rows.entries()) {
    for (const cell of cells) {
      const column = lines[cell.column] ?? cell.column
      const columnSpan = Math.max(1, (lines[cell.column + cell.span] ?? cell.column + cell.span) - column)
      const above = openAt.get(column)
      if (cell.merge === 'continue' && above && above.row + above.rowSpan === at + 1) {
        above.rowSpan++
        continue
      }
      const own = { cell, row: at + 1, column: column + 1, columnSpan, rowSpan: 1 }
      placed.push(own)
      if (cell.merge === null) openAt.delete(column)
      else openAt.set(column, own)
    }
  }
  return placed
}

/** A Word table as cells with their spans. Rows and columns count from 1 on the table's own grid. */
export function tableItem(table: RawTable): TableItem {
  const lineCount = 1 + Math.max(0, ...table.rows.flatMap((row) => row.cells.map((cell) => cell.column + cell.span)))
  const placed = place(table.rows, columnLines(table, lineCount))
  const cells = placed.map(({ cell, row, column, rowSpan, columnSpan }) =>
    plainCell(row, column, rowSpan, columnSpan, cellText(cell.content)),
  )
  const columns = placed.reduce((most, { column, columnSpan }) => Math.max(most, column + columnSpan - 1), 0)
  return { kind: 'table', caption: null, rows: table.rows.length, columns, cells, sheet: null }
}

/** The tables and pictures that stand inside a table's cells, in reading order. */
export const innerBlocks = (table: RawTable): Content[] =>
  table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.content.filter(({ kind }) => kind !== 'paragraph')))

/** A table of one cell is a frame around text: what it holds belongs to the text around it. */
export function findFramed(table: RawTable): Content[] | undefined {
  const [row, second] = table.rows
  const [cell, next] = row?.cells ?? []
  return row && cell && !second && !next ? cell.content : undefined
}

/** The footnotes that a table's cells refer to. */
export const notesIn = (table: RawTable): string[] =>
  table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.content.filter(isParagraph).flatMap(({ notes }) => notes)))
