import type { Cell } from '../../../../schemas/document.ts'
import { attachCaptions, isCaption, isNote } from '../captions.ts'
import type { Item, TextItem } from '../item.ts'
import { isFigure, type Sheet } from './sheet.ts'
import { boundsOf, rowEnd, rowStart, splitColumns, splitRows } from './split-grid.ts'

const longestTitle = 60
/** Tables beside tables under tables: nobody lays a sheet out deeper. */
const deepest = 6

const labelled = /^(?:填报|编制|制表|填表|统计|报告|数据)?(?:计量|金额)?(?:单位|部门|日期|时间|年度|口径|机构|人)\s*[（(]?[^：:]{0,10}[：:]/

/** The cells of one row as one line of text. */
function textItem(kind: TextItem['kind'], row: readonly Cell[]): TextItem {
  const text = row.map((cell) => cell.text.replace(/\s*\n\s*/g, ' ').trim()).join(' ')
  return { kind, level: null, text, captionLike: text.length <= longestTitle && !/[。；;]$/.test(text) }
}

function textItems(kind: TextItem['kind'], cells: readonly Cell[]): TextItem[] {
  const items: TextItem[] = []
  for (let at = 0; at < cells.length; at = rowEnd(cells, at)) {
    const row = cells.slice(at, rowEnd(cells, at))
    items.push(textItem(isSignatureRow(row) ? 'note' : kind, row))
  }
  return items
}

const signature =
  /^(?:填表|制表|填报|审核|审批|复核|校核|统计|单位|部门|项目)?(?:人|员|负责人|联系人|联系电话|电话|审核|复核|签字|签章|盖章|日期|报出日期)\s*[：:]/

/** A row of nothing but 填表人：… 审核：… */
const isSignatureRow = (row: readonly Cell[]) => row.every(({ text }) => signature.test(text.trim()))

/** A row over the header that is no part of it: one cell of words, or nothing but labels such as 单位：万元. */
function isTitleRow(row: readonly Cell[]) {
  const [only] = row
  if (row.length === 1 && only) return !isFigure(only) && only.rowSpan === 1
  return row.every(({ text }) => labelled.test(text.trim()) || isCaption(text))
}

function isNoteRow(row: readonly Cell[], left: number, right: number) {
  const [only] = row
  if (row.length > 1 && isSignatureRow(row)) return true
  if (row.length !== 1 || !only || isFigure(only) || only.column !== left) return false
  return isNote(only.text) || (right > left && only.column + only.columnSpan > right) || only.text.length > longestTitle
}

/** Takes the rows over a table's header and those under its last line off, as [start, end) of what remains. */
function trim(cells: readonly Cell[]): [start: number, end: number] {
  let start = 0
  for (let next = rowEnd(cells, 0); next < cells.length && isTitleRow(cells.slice(start, next)); next = rowEnd(cells, start)) start = next
  const { left, right } = boundsOf(cells.slice(start))
  let end = cells.length
  for (let next = rowStart(cells, end); next > start && isNoteRow(cells.slice(next, end), left, right); next = rowStart(cells, end))
    end = next
  return [start, end]
}

/** A sheet's cells as one table: rows and columns count from its own corner, spans end at its own edge. */
function tableOf(cells: Cell[], sheet: Sheet): Item {
  const { top, bottom, left, right } = boundsOf(cells)
  for (const cell of cells) {
    cell.row -= top - 1
    cell.column -= left - 1
  }
  return { kind: 'table', caption: null, rows: bottom - top + 1, columns: right - left + 1, cells, sheet: sheet.name }
}

/** Tables side by side under one title: each gets it before its own. */
function sideBySide(groups: readonly Cell[][], titles: readonly Cell[], sheet: Sheet, depth: number): Item[] {
  const shared = titles.map(({ text }) => text).join(' ')
  const withTitle = (own: string | null) => [shared, own ?? ''].filter((part) => part !== '').join(' ') || null
  const items = groups.flatMap((cells) => gridItems({ ...sheet, cells }, depth + 1))
  return items.map((item) => (item.kind === 'table' ? { ...item, caption: withTitle(item.caption) } : item))
}

/** One column of words, or a single line of them: text that only happens to stand in cells. */
const isProse = (cells: readonly Cell[]) =>
  cells.every((cell) => cell.column === cells[0]?.column && !isFigure(cell)) || (rowEnd(cells, 0) === cells.length && !cells.some(isFigure))

function bandItems(band: Cell[], sheet: Sheet, depth: number): Item[] {
  const [start, end] = trim(band)
  const titles = band.slice(0, start)
  const body = start === 0 && end === band.length ? band : band.slice(start, end)
  const notes = textItems('note', band.slice(end))
  if (isProse(body)) return [...textItems('paragraph', [...titles, ...body]), ...notes]
  const groups = depth < deepest ? splitColumns(body, sheet.hiddenColumns) : [body]
  if (groups.length > 1) return [...sideBySide(groups, titles, sheet, depth), ...notes]
  return [...textItems('paragraph', titles), tableOf(body, sheet), ...notes]
}

/** Merges and hostile spans end where the sheet's last used row and column do. */
function clampSpans(cells: readonly Cell[]) {
  let lastRow = 0
  let lastColumn = 0
  for (const { row, column } of cells) {
    if (row > lastRow) lastRow = row
    if (column > lastColumn) lastColumn = column
  }
  for (const cell of cells) {
    if (cell.rowSpan > 1) cell.rowSpan = Math.min(cell.rowSpan, lastRow - cell.row + 1)
    if (cell.columnSpan > 1) cell.columnSpan = Math.min(cell.columnSpan, lastColumn - cell.column + 1)
  }
}

/**
 * The tables of one sheet, in reading order: blank rows and columns part them, lone lines above become captions, lone lines
 * below notes, and lines that stand by themselves paragraphs. The cells are taken over and renumbered, not copied.
 */
export function gridItems(sheet: Sheet, depth = 0): Item[] {
  if (depth === 0) clampSpans(sheet.cells)
  const items: Item[] = []
  for (const band of splitRows(sheet.cells, sheet.hiddenRows)) items.push(...bandItems(band, sheet, depth))
  return attachCaptions(items)
}
