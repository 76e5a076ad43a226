import { type Item, plainCell, type TableItem } from '../item.ts'
import { attribute, type Element, isElement, isSilent, type Node, textOf, tidy } from './nodes.ts'

/** The most columns and rows that a cell may span in HTML; a table's own size limits it further. */
const mostColumns = 1_000
const mostRows = 65_534

const spanOf = (cell: Element, name: string, most: number) => {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10)
  return Number.isFinite(span) && span > 0 ? Math.min(span, most) : 1
}

const childElements = (node: Element): Element[] =>
  node.childNodes.filter((child: Node): child is Element => isElement(child) && !isSilent(child))

function rowsOf(table: Element): Element[] {
  return childElements(table).flatMap((child) => {
    if (child.tagName === 'tr') return [child]
    return /^(?:thead|tbody|tfoot)$/.test(child.tagName) ? childElements(child).filter(({ tagName }) => tagName === 'tr') : []
  })
}

const isCell = ({ tagName }: Element) => tagName === 'td' || tagName === 'th'

/** A cell's own text; tables within it are tables of their own. */
function cellText(cell: Element): string {
  const own = (node: Node): string => {
    if (isElement(node) && node.tagName === 'table') return ''
    if (!('childNodes' in node) || !isElement(node) || !containsTable(node)) return textOf(node)
    return node.childNodes.map(own).join('')
  }
  return tidy(own(cell))
}

function containsTable(node: Node): boolean {
  const waiting: Node[] = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next !== node && isElement(next) && next.tagName === 'table') return true
    if ('childNodes' in next) waiting.push(...next.childNodes)
  }
  return false
}

/** Places cells as browsers do: each takes the first column that no cell above still spans. */
function place(rows: readonly Element[]) {
  const taken: number[] = []
  const cells: TableItem['cells'] = []
  for (const [at, row] of rows.entries()) {
    let column = 0
    for (const cell of childElements(row).filter(isCell)) {
      while ((taken[column] ?? 0) > at) column++
      const columnSpan = spanOf(cell, 'colspan', mostColumns)
      const rowSpan = Math.min(spanOf(cell, 'rowspan', mostRows), rows.length - at)
      for (let next = column; next < column + columnSpan; next++) taken[next] = at + rowSpan
      cells.push(plainCell(at + 1, column + 1, rowSpan, columnSpan, cellText(cell)))
      column += columnSpan
    }
  }
  const widest = cells.reduce((most, cell) => Math.max(most, cell.column), 0)
  for (const cell of cells) cell.columnSpan = Math.min(cell.columnSpan, widest - cell.column + 1)
  return { cells, columns: widest }
}

/** Reads what a cell holds as if it stood on the page itself. */
export type ReadInside = (node: Node, depth: number) => Item[]

function nestedTables(cell: Element, depth: number, readInside: ReadInside): Item[] {
  const found: Item[] = []
  const waiting: Node[] = [...cell.childNodes]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (isElement(next) && next.tagName === 'table') found.push(...tableItems(next, depth + 1, readInside))
    else if ('childNodes' in next) waiting.unshift(...next.childNodes)
  }
  return found
}

/**
 * A table and, after it, the tables within its cells. A table that only lays out the page (one cell) gives what it holds.
 * Spans end at the last column and row in which a cell begins.
 */
export function tableItems(table: Element, depth: number, readInside: ReadInside): Item[] {
  const rows = rowsOf(table)
  const all = rows.flatMap((row) => childElements(row).filter(isCell))
  const [only] = all
  if (only && all.length === 1) return readInside(only, depth + 1)
  const { cells, columns } = place(rows)
  const caption = childElements(table).find(({ tagName }) => tagName === 'caption')
  const item: Item = {
    kind: 'table',
    caption: caption ? tidy(textOf(caption)).replaceAll('\n', ' ') || null : null,
    rows: rows.length,
    columns,
    cells,
    sheet: null,
  }
  const nested = depth > 20 ? [] : all.filter(containsTable).flatMap((cell) => nestedTables(cell, depth, readInside))
  return [...(cells.some(({ text }) => text !== '') ? [item] : []), ...nested]
}
