import type { Identity } from '../../../../schemas/reading.ts'
import { readLabel } from '../label.ts'
import { readNumberCell } from '../numbers.ts'
import { isPlaceholder, type Vocabulary } from '../vocabulary.ts'
import type { Grid } from './grid.ts'
import { type Head, readHead } from './head.ts'
import type { Segment } from './segments.ts'

/** The columns of one part of a table; `labels` are those that hold the rows' names, left to right. */
export type Columns = { readonly heads: readonly Head[]; readonly labels: readonly number[] }

/** Rows looked at to learn where the names stand when no heading says so. */
const sampleRows = 60

/** Reads the headings of every column, from the top down over the header rows. */
export function readColumns(grid: Grid, segment: Segment, vocabulary: Vocabulary, identity: Identity): Columns {
  const read = Array.from({ length: grid.columns }, (_, column) => readHead(pathOf(grid, segment, column), vocabulary, identity))
  const heads = isForm(read) ? read.map((head) => ({ ...head, role: 'unknown' as const, form: true })) : read
  const named = Array.from({ length: grid.columns }, (_, column) => namedRows(grid, segment, column, vocabulary))
  const most = Math.max(...named)
  const labels = heads.flatMap((head, column) => {
    const rows = named[column] ?? 0
    const says = head.role === 'label' || (head.role === 'category' && rows > 0) || head.role === 'unknown' || head.role === 'index'
    return (rows > 0 && says) || (rows > 1 && rows >= most / 3) ? [column] : []
  })
  for (const column of secondNames(grid, segment, heads)) if (!labels.includes(column)) labels.push(column)
  labels.sort((a, b) => a - b)
  const fallback = heads.flatMap((head, column) => (head.role === 'label' ? [column] : []))
  return { heads, labels: labels.length > 0 ? withoutRepeats(grid, segment, labels) : fallback.length > 0 ? fallback : [0] }
}

/**
 * Columns of words behind which the same years begin again (新鲜水 | 2021 | 2022 | 产生量 | 2021 | 2022): the names of a second half, known or
 * not, so that its values are never taken for the first half's.
 */
function secondNames(grid: Grid, { bodyStart, end }: Segment, heads: readonly Head[]): number[] {
  return heads.flatMap((head, column) => {
    if (column === 0 || head.year !== null || ['unit', 'source', 'note', 'verdict', 'calculation'].includes(head.role)) return []
    const behind = heads.slice(column + 1).findIndex(({ year }) => year !== null)
    const next = behind < 0 ? null : (heads[column + 1 + behind]?.year ?? null)
    const again = next !== null && behind <= 1 && heads.slice(1, column).some(({ year }) => year === next)
    const named = head.role === 'label' && column + 1 < heads.length && heads.slice(0, column).some(({ leaf }) => leaf === head.leaf)
    if (!again && !named) return []
    const texts: string[] = []
    for (let row = bodyStart; row < Math.min(end, bodyStart + sampleRows); row++) texts.push(grid.text(row, column))
    const told = texts.filter((text) => text !== '' && !isPlaceholder(text))
    return told.length > 0 && told.every((text) => readNumberCell(text) === undefined) ? [column] : []
  })
}

/** A form has names and answers side by side, and its first lines are no headings: none says year, unit, kind or number. */
const isForm = (heads: readonly Head[]): boolean =>
  heads.length % 2 === 0 &&
  heads.length <= 6 &&
  heads.every(({ role, year }) => year === null && (role === 'unknown' || role === 'entity' || role === 'category'))

function pathOf(grid: Grid, { headerStart, bodyStart }: Segment, column: number): string[] {
  const path: string[] = []
  for (let row = headerStart; row < bodyStart; row++) {
    const text = grid.text(row, column)
    if (text && path.at(-1) !== text && !spansAll(grid, row)) path.push(text)
  }
  return path
}

/** A title in one cell over the whole width, or behind a number (一 | 经济发展), heads no column. */
function spansAll(grid: Grid, row: number): boolean {
  const first = grid.at(row, 0)
  const second = grid.at(row, 1)
  const numbered = grid.columns > 3 && second !== undefined && second !== first && second.columnSpan >= grid.columns - 1
  return numbered || (grid.columns > 2 && first !== undefined && first.columnSpan >= grid.columns)
}

function namedRows(grid: Grid, { bodyStart, end }: Segment, column: number, vocabulary: Vocabulary): number {
  let count = 0
  for (let row = bodyStart; row < Math.min(end, bodyStart + sampleRows); row++) {
    const text = grid.text(row, column)
    if (text.length >= 2 && grid.starts(row, column) && readLabel(text, vocabulary).subject) count += 1
  }
  return count
}

/** A name cell merged over two columns is one column of names. */
const withoutRepeats = (grid: Grid, { bodyStart, end }: Segment, labels: readonly number[]): number[] =>
  labels.filter((column, index) => {
    const left = labels[index - 1]
    if (left === undefined) return true
    for (let row = bodyStart; row < Math.min(end, bodyStart + sampleRows); row++)
      if (grid.at(row, column) !== grid.at(row, left)) return true
    return false
  })
