import type { Cell, Table } from '../../../../schemas/document.ts'
import type { Box } from '../../../../schemas/place.ts'
import { joinRecognitions } from '../../join-recognitions.ts'
import { placeInferred } from '../../place-inferred.ts'
import { joinText } from './group-lines.ts'
import { rounded, toDisplayed } from './page-content.ts'
import type { PageCell, PageTable } from './page-table.ts'
import { continuedPattern } from './table-words.ts'

type PlacedCell = PageCell & { page: number; shown: Box }

/** A table gathered over one or more pages. */
export type GatheredTable = {
  caption: string | null
  unit: string | null
  page: number
  lastPage: number
  rows: number
  columns: number
  edges: number[]
  ruled: boolean
  cells: PlacedCell[]
}

type PageFrame = Parameters<typeof toDisplayed>[0] & { page: number }

const place = (cells: readonly PageCell[], frame: PageFrame): PlacedCell[] =>
  cells.map((cell) => ({ ...cell, page: frame.page, shown: rounded(toDisplayed(frame, cell.box)) }))

/** Begins a table with its part on one page. */
export function gather(table: PageTable, caption: string | null, unit: string | null, frame: PageFrame): GatheredTable {
  const { rows, columns, edges, ruled } = table
  return { caption, unit, page: frame.page, lastPage: frame.page, rows, columns, edges, ruled, cells: place(table.cells, frame) }
}

const bare = (text: string | null) => (text ?? '').replace(/\s+/g, '')
const isNumber = (text: string) => /^[≥≤<>＜＞约]?[-−－+]?[\d,，.]+[%％‰]?$/.test(text)
const mostHeaderRows = 4

function rowKey(cells: readonly PageCell[], row: number): string {
  const own = cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column)
  return own.map((cell) => `${cell.column}:${bare(cell.text)}`).join('|')
}

/** Readings of one print from two pictures may differ in this share of their letters. */
const misread = 0.2

/** Whether two rows print the same; of rows read from pictures, nearly the same. */
function isSameRow(a: readonly PageCell[], b: readonly PageCell[], row: number): boolean {
  const [own, other] = [rowKey(a, row), rowKey(b, row)]
  if (own === other) return true
  if (!b.some((cell) => cell.row === row && cell.recognition !== undefined) || own.length !== other.length) return false
  const differing = [...own].filter((letter, at) => letter !== other[at]).length
  return differing <= own.length * misread
}

/** How many of the first rows are the same in both: the header that a printer repeats on every page. */
function repeatedHeader(first: GatheredTable, next: PageTable): number {
  let rows = 0
  while (rows < Math.min(mostHeaderRows, next.rows - 1, first.rows) && isSameRow(first.cells, next.cells, rows)) {
    if (next.cells.some((cell) => cell.row === rows && isNumber(cell.text) && !/^\d{4}$/.test(cell.text))) break
    rows++
  }
  return rows
}

const sameEdges = (a: readonly number[], b: readonly number[], slack: number) =>
  a.length === b.length && a.every((x, index) => Math.abs(x - (b[index] ?? Number.NaN)) <= slack)

/** The column of the first table over which each column of the next one stands, or undefined where two would share one. */
function mapColumns(first: GatheredTable, next: PageTable): number[] | undefined {
  const used = new Set<number>()
  const map: number[] = []
  for (let column = 0; column < next.columns; column++) {
    const middle = ((next.edges[column] ?? 0) + (next.edges[column + 1] ?? 0)) / 2
    const target = first.edges.findLastIndex((edge) => edge <= middle)
    if (target < 0 || target >= first.columns || used.has(target)) return undefined
    used.add(target)
    map.push(target)
  }
  return map
}

const hasNumbers = (cells: readonly PageCell[], row: number) =>
  cells.some((cell) => cell.row === row && isNumber(cell.text) && !/^\d{1,2}$/.test(cell.text) && !/^\d{4}年?$/.test(cell.text))

/** Whether the next part begins with a header of its own, other than the first part's: then it is another table. */
function hasOtherHeader(first: GatheredTable, next: PageTable): boolean {
  const numbered = Array.from({ length: first.rows }, (_, row) => hasNumbers(first.cells, row)).filter(Boolean).length
  const own = next.cells.filter((cell) => cell.row === 0 && cell.text !== '')
  const years = own.filter((cell) => /^(?:19|20)\d{2}\s*年?/.test(cell.text)).length
  const serial = own.some((cell) => cell.column === 0 && /^序\s*号$/.test(cell.text))
  return (
    serial ||
    years >= 2 ||
    (numbered >= first.rows * 0.6 &&
      next.rows > 1 &&
      !hasNumbers(next.cells, 0) &&
      hasNumbers(next.cells, 1) &&
      own.length === next.columns &&
      next.columns > 2)
  )
}

/** Whether this part on the next page goes on the table: same columns, no caption of its own but a 续表 in the same unit. */
export function continuesTable(first: GatheredTable, next: PageTable, caption: string | null, unit: string | null, page: number): boolean {
  if (page !== first.lastPage + 1) return false
  if (unit !== null && first.unit !== null && bare(unit) !== bare(first.unit)) return false
  const header = repeatedHeader(first, next)
  if (caption !== null && bare(caption) !== bare(unit) && bare(caption) !== bare(first.caption)) {
    if (!continuedPattern.test(caption)) return false
    const number = /表\s*([\d.\-－—]+)/
    const [own, other] = [number.exec(caption)?.[1], number.exec(first.caption ?? '')?.[1]]
    if (own !== undefined && other !== undefined && own !== other) return false
    if ((unit === null) !== (first.unit === null)) return false
  }
  if (header > 0) return next.columns === first.columns
  if (next.columns === first.columns && sameEdges(first.edges, next.edges, next.ruled ? 6 : 40)) return !hasOtherHeader(first, next)
  return !first.ruled && !hasOtherHeader(first, next) && next.columns <= first.columns && mapColumns(first, next) !== undefined
}

/** Adds the part on the next page: the repeated header goes, a row cut by the page break is made whole. */
export function addPart(first: GatheredTable, next: PageTable, frame: PageFrame): void {
  const header = repeatedHeader(first, next)
  const map = next.columns === first.columns ? undefined : mapColumns(first, next)
  const column = (index: number) => map?.[index] ?? index
  const parts = place(next.cells, frame)
    .filter((cell) => cell.row >= header)
    .map((cell) => ({ ...cell, row: cell.row - header, column: column(cell.column) }))
  const cut = isCutRow(first, parts) ? 1 : 0
  if (cut === 1) mendRow(first, parts)
  const offset = first.rows - cut
  const kept = cut === 1 ? parts.filter((cell) => cell.row > 0) : extendSpan(first, parts)
  first.cells.push(...kept.map((cell) => ({ ...cell, row: cell.row + offset })))
  first.rows += next.rows - header - cut
  first.lastPage = frame.page
}

function cellAt(table: GatheredTable, row: number, column: number): PlacedCell | undefined {
  return table.cells.find(
    (cell) => row >= cell.row && row < cell.row + cell.rowSpan && column >= cell.column && column < cell.column + cell.columnSpan,
  )
}

/** Whether the part's first row is the rest of the last row before the page break: its key cell is blank, and every text goes on a text. */
function isCutRow(first: GatheredTable, parts: readonly PlacedCell[]): boolean {
  const row = parts.filter((cell) => cell.row === 0)
  const filled = row.filter((cell) => cell.text !== '')
  const before = filled.map((cell) => cellAt(first, first.rows - 1, cell.column))
  if (filled.length === 0 || filled.length > first.columns * 0.7 || row.some((cell) => cell.rowSpan > 1)) return false
  if (filled.some((cell, index) => isNumber(cell.text) && before[index]?.text !== '') || filled.some((cell) => cell.column === 0))
    return false
  const keyed = Array.from({ length: first.rows }, (_, index) => cellAt(first, index, 0)?.text ?? '').filter((text) => text !== '').length
  return keyed >= first.rows * 0.8 && before.every((cell) => cell !== undefined && cell.text !== '' && cell.rowSpan === 1)
}

function mendRow(first: GatheredTable, parts: readonly PlacedCell[]): void {
  for (const part of parts) {
    const cell = part.row === 0 && part.text !== '' ? cellAt(first, first.rows - 1, part.column) : undefined
    if (cell === undefined) continue
    cell.text = joinText(cell.text, part.text, true)
    const recognition = joinRecognitions([cell.recognition, part.recognition].flatMap((own) => own ?? []))
    if (recognition !== undefined) cell.recognition = recognition
  }
}

/** A merged cell that a page break cuts leaves a blank cell on the next page: the first one spans its rows too. */
function extendSpan(first: GatheredTable, parts: PlacedCell[]): PlacedCell[] {
  const merges = (column: number) => first.cells.some((cell) => cell.column === column && cell.rowSpan > 1)
  return parts.filter((part) => {
    if (part.row !== 0 || part.text !== '') return true
    const above = cellAt(first, first.rows - 1, part.column)
    if (above === undefined || above.text === '' || (!merges(part.column) && part.rowSpan === 1) || above.columnSpan !== part.columnSpan)
      return true
    // Farther right a blank cell may be a missing value: there only words that are merged go on.
    if (part.column > 1 && (isNumber(above.text) || (part.rowSpan === 1 && above.rowSpan === 1))) return true
    above.rowSpan += part.rowSpan
    return false
  })
}

/** How sure a cell of a picture is: a number that may stand in another row or column accuses nobody, however well it was read. */
function sureness({ recognition, inferred }: PageCell): Pick<Cell, 'confidence' | 'recognition'> {
  if (recognition === undefined) return { confidence: 1 }
  const told = inferred === true ? placeInferred(recognition) : recognition
  return { confidence: told.confidence, recognition: told }
}

/** The finished table, counted from 1. */
export function finishTable(gathered: GatheredTable, number: number): Table {
  const cells: Cell[] = [...gathered.cells]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map((cell) => ({
      row: cell.row + 1,
      column: cell.column + 1,
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
      text: cell.text,
      page: cell.page,
      bbox: cell.shown,
      cell: null,
      number: null,
      formula: null,
      ...sureness(cell),
    }))
  const { caption, rows, columns, page } = gathered
  return { kind: 'table', table: number, caption, rows, columns, cells, page, sheet: null }
}
