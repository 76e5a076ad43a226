import type { Style, Worksheet } from 'exceljs'
import { visible } from '../plain-text.ts'

/** A cell: text, or a number that is written as printed. */
export type CellValue = string | { readonly number: string } | null

export type Column = { readonly title: string; readonly width: number; readonly wrap?: boolean; readonly align?: 'right' }

/** What a sheet can hold of one cell (Excel's own limit is 32,767). */
const longest = 4000
/** Excel keeps 15 significant digits: a longer number would be changed, and so is written as text. */
const digitsKept = 15

/** Header row: bold, filled, frozen and filtered. Each sheet of the writer is set up so before its rows are added. */
export function addHeader(sheet: Worksheet, columns: readonly Column[]): void {
  sheet.columns = columns.map(({ width }) => ({ width }))
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  const row = sheet.addRow(columns.map(({ title }) => title))
  row.height = 22
  row.eachCell((cell) => {
    cell.font = { name: '微软雅黑', size: 10, bold: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEBEDF1' } }
    cell.border = { bottom: { style: 'thin', color: { argb: 'FF7F8896' } } }
    cell.alignment = { vertical: 'middle' }
  })
  row.commit()
}

/**
 * Adds one row. Text is stored as a string in a cell of text format, so that words beginning with = + - @ are never read as a
 * formula, not even when the cell is edited; numbers show as many decimals as are printed.
 */
export function addRow(sheet: Worksheet, columns: readonly Column[], values: readonly CellValue[]): void {
  const row = sheet.addRow(values.map(storedValue))
  values.forEach((value, at) => {
    if (value !== null) row.getCell(at + 1).style = styleOf(value, columns[at])
  })
  row.commit()
}

/** Styles by what they are for: the writer knows a style again by its object, which makes a million cells cheap. */
const styles = new Map<string, Partial<Style>>()

function styleOf(value: Exclude<CellValue, null>, column: Column | undefined): Partial<Style> {
  const numFmt = isNumber(value) ? numberFormat(value.number) : '@'
  const layout = column?.wrap === true ? 'wrap' : column?.align === 'right' || isNumber(value) ? 'right' : 'left'
  const key = `${numFmt} ${layout}`
  const style = styles.get(key) ?? { font, numFmt, alignment: alignments[layout] }
  styles.set(key, style)
  return style
}

const font = { name: '微软雅黑', size: 10 }
const alignments = {
  wrap: { vertical: 'top', wrapText: true },
  left: { vertical: 'top' },
  right: { vertical: 'top', horizontal: 'right' },
} as const

const isNumber = (value: CellValue): value is { number: string } => value !== null && typeof value !== 'string' && keepsDigits(value.number)

/** A number that Excel can hold to the last digit. */
function keepsDigits(number: string): boolean {
  const digits = number.replace(/[-.]/g, '').replace(/^0+/, '')
  return /^-?\d+(\.\d+)?$/.test(number) && digits.length <= digitsKept
}

const numberFormat = (number: string): string => {
  const places = number.split('.')[1]?.length ?? 0
  return places === 0 ? '0' : `0.${'0'.repeat(places)}`
}

function storedValue(value: CellValue): string | number | null {
  if (value === null) return null
  if (isNumber(value)) return Number(value.number)
  const text = visible(typeof value === 'string' ? value : value.number)
  return text.length > longest ? `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…（已截断）` : text
}
