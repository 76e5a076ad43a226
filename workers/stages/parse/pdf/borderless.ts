import type { Box } from '../../../../schemas/place.ts'
import type { TextLine } from './compose-line.ts'
import { findColumns } from './find-columns.ts'
import { findScheme } from './headings.ts'
import { readOpenTable } from './open-table.ts'
import { around } from './page-content.ts'
import type { PageTable } from './page-table.ts'
import { captionPattern, notePattern, unitPattern } from './table-words.ts'
import { spansOf } from './text-columns.ts'

/** Gaps of this many ems part the columns of a table that has no rules at all. */
const openGap = 1.1
/** A number standing alone in its column. */
const numeric = /^[≥≤<>＜＞约]?\s*[-−－+]?[\d,，.]+\s*[%％‰]?$|^[-−－—–/／]$|^\d{4}年?$/
const leader = /[.·…．]{4,}|…{2,}/
/** Two lines of one table stand at most this many font sizes apart. */
const farthestRow = 3.2

/** Wrapped text of the last row stands at most this many font sizes below it. */
const tailRow = 1.7

/** A cell of a borderless table is wrapped into at most this many lines beyond its neighbours'. */
const mostWrapped = 6
/** Once its lines are found, gaps of this many ems part columns. */
const columnGap = 0.7

const parts = (line: TextLine) => spansOf(line, openGap)
const isRow = (line: TextLine) =>
  !line.turned &&
  parts(line).length >= 2 &&
  !leader.test(line.text) &&
  !captionPattern.test(line.text) &&
  !unitPattern.test(line.text) &&
  !notePattern.test(line.text)

/** Runs of lines with several spans, near enough to be rows of one table; single-span lines between two rows may be wrapped cells. */
function findRuns(lines: readonly TextLine[]): TextLine[][] {
  const runs: TextLine[][] = []
  let run: TextLine[] = []
  let waiting: TextLine[] = []
  const close = () => {
    const last = run[run.length - 1]
    const tail = waiting.filter((line) => last !== undefined && line.base - last.base < line.size * tailRow)
    if (run.length > 0) runs.push([...run, ...tail])
    run = []
    waiting = []
  }
  for (const line of lines) {
    const last = waiting[waiting.length - 1] ?? run[run.length - 1]
    if (last !== undefined && line.base - last.base > Math.max(last.size, line.size) * farthestRow) close()
    if (isRow(line)) {
      run.push(...waiting, line)
      waiting = []
    } else if (
      run.length > 0 &&
      waiting.length < (line.base - (last?.base ?? 0) < line.size * tailRow ? mostWrapped : 2) &&
      isWrapped(line, run)
    )
      waiting.push(line)
    else close()
  }
  close()
  return runs
}

/** The stretch of the page that each column's texts take. */
function columnExtents(run: readonly TextLine[]): [number, number][] {
  const edges = findColumns(run, openGap)
  const extents: [number, number][] = []
  for (const { x0, x1 } of run.flatMap(parts)) {
    const column = edges.filter((edge) => edge < (x0 + x1) / 2).length
    const own = extents[column]
    extents[column] = own === undefined ? [x0, x1] : [Math.min(own[0], x0), Math.max(own[1], x1)]
  }
  return extents.filter((extent) => extent !== undefined)
}

/** A short line that stands in one column of the rows so far. */
function isWrapped(line: TextLine, run: readonly TextLine[]): boolean {
  if (captionPattern.test(line.text) || notePattern.test(line.text) || unitPattern.test(line.text)) return false
  const width = around(run.map((row) => row.box))
  const met = columnExtents(run).filter(([from, to]) => Math.min(to, line.box[2]) - Math.max(from, line.box[0]) > 2)
  return line.box[2] - line.box[0] < (width[2] - width[0]) * 0.5 && met.length <= 1
}

/** Lines close above a run that stand over some of its columns only: headings over several columns, first lines of wrapped headers. */
function findHeaderLines(run: readonly TextLine[], above: readonly TextLine[]): TextLine[] {
  const [left, , right] = around(run.map((line) => line.box))
  const found: TextLine[] = []
  let next = run[0]
  for (const line of [...above].reverse()) {
    if (next === undefined || found.length === 3 || next.base - line.base > line.size * 2.2 || next.base - line.base < 1) break
    if (captionPattern.test(line.text) || unitPattern.test(line.text) || findScheme(line.text) !== undefined) break
    if (isAfterCell(line, run)) {
      found.unshift(line)
      next = line
      continue
    }
    const centred = Math.abs((line.box[0] + line.box[2] - left - right) / 2) < (right - left) * 0.06
    if (
      (centred && next.base - line.base > line.size * 1.45) ||
      line.box[0] < left - 2 ||
      line.box[2] > right + 2 ||
      line.box[2] - line.box[0] > (right - left) * 0.4
    )
      break
    found.unshift(line)
    next = line
  }
  return found
}

/** Whether the page's content shows the line after some cell of the table below it: a heading over several columns, never a caption. */
const isAfterCell = (line: TextLine, run: readonly TextLine[]) =>
  line.glyphs.some((glyph) => run.slice(0, 3).some((row) => row.glyphs.some((cell) => cell.run < glyph.run)))

/** A table of contents: headings on the left, rising page numbers on the right. */
function isContents(table: PageTable): boolean {
  const numbers = table.cells.filter((cell) => cell.column === table.columns - 1 && cell.text !== '').map((cell) => cell.text)
  const rising = numbers.every((text, index) => /^\d{1,4}$/.test(text) && (index === 0 || Number(text) >= Number(numbers[index - 1])))
  const labels = table.cells.filter((cell) => cell.column < table.columns - 1 && cell.text !== '')
  const headings = labels.filter((cell) => findScheme(cell.text) !== undefined || /^目\s*录/.test(cell.text)).length
  return rising && headings * 2 >= labels.length
}

/** Whether the run is a table and not a few lines with gaps: enough rows, enough filled columns, numbers in them. */
function isTable(table: PageTable, captioned: boolean): boolean {
  if (table.rows < (captioned && table.columns >= 3 ? 2 : 3) || table.columns < 2) return false
  if (isContents(table)) return false
  const filled = table.cells.filter((cell) => cell.text !== '')
  if (filled.length < table.rows * table.columns * 0.5) return false
  const numbers = filled.filter((cell) => cell.column > 0 && numeric.test(cell.text)).length
  const inner = filled.filter((cell) => cell.column > 0).length
  const longest = Math.max(...filled.map((cell) => cell.text.length))
  if (table.columns === 2) return table.rows >= 3 && numbers >= inner * 0.6 && longest < 60
  return longest < 120 && (numbers >= inner * 0.2 || table.rows >= 4)
}

/** Finds tables that have no ruling at all, by the alignment of their columns. Gives each with the lines that it takes. */
export function findBorderlessTables(lines: readonly TextLine[]): { table: PageTable; lines: TextLine[] }[] {
  return findRuns(lines).flatMap((found) => {
    if (found.filter(isRow).length < 3) return []
    const first = found[0]
    const before = first === undefined ? [] : lines.slice(0, lines.indexOf(first))
    const header = findHeaderLines(found, before)
    const run = [...header, ...found]
    const over = before[before.length - 1 - header.length]?.text ?? ''
    const captioned = captionPattern.test(over) || unitPattern.test(over)
    const box: Box = around(run.map((line) => line.box))
    const inner = findColumns(run, columnGap)
    if (inner.length === 0) return []
    const table = readOpenTable({ box, full: [], partial: [], lines: run, edges: [box[0] - 1, ...inner, box[2] + 1] })
    return table !== undefined && isTable(table, captioned) ? [{ table, lines: run }] : []
  })
}
