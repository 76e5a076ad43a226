import xlsx from '@e965/xlsx'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import type { Block } from '../document.ts'
import { flat, place } from './grid.ts'

/** A printed number as a spreadsheet holds it: the value and the format that shows those digits. null where the cell is text. */
function asNumber(text: string): { value: number; format: string } | null {
  if (!/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?%?$/.test(text)) return null
  const percent = text.endsWith('%')
  const bare = text.replace(/[,%]/g, '')
  const digits = bare.split('.')[1]?.length ?? 0
  const value = percent ? Number((Number(bare) / 100).toFixed(digits + 4)) : Number(bare)
  return { value, format: (text.includes(',') ? '#,##0' : '0') + (digits ? `.${'0'.repeat(digits)}` : '') + (percent ? '%' : '') }
}

/** Prints tables into sheets (one a table, or all that name the same sheet), text in rows of its own. `numbers` false keeps every cell a text. */
export async function printXlsx(blocks: readonly Block[], numbers: boolean): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const filled = new Map<string, number>()
  let current: string | undefined
  for (const block of blocks) {
    if (block.kind === 'page') continue
    const name: string = (block.kind === 'table' ? block.sheet : undefined) ?? current ?? `表${book.worksheets.length + 1}`
    current = name
    const sheet = book.getWorksheet(name) ?? book.addWorksheet(name)
    const row = filled.get(name) ?? 0
    if (block.kind === 'table' && block.hidden) sheet.state = 'hidden'
    if (block.kind === 'table') filled.set(name, fillTable(sheet, block, row, numbers))
    else {
      sheet.getCell(row + 1, 1).value = flat(block.text)
      filled.set(name, row + 1)
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** Fills a table in below `row` and tells the last row used, one blank row behind it. */
function fillTable(sheet: ExcelJS.Worksheet, block: Extract<Block, { kind: 'table' }>, row: number, numbers: boolean): number {
  const { cells, columns } = place(block.rows)
  let top = row
  if (block.caption) {
    sheet.getCell(++top, 1).value = flat(block.caption)
    sheet.mergeCells(top, 1, top, columns)
  }
  for (const c of cells) {
    const cell = sheet.getCell(top + 1 + c.row, 1 + c.column)
    const number = numbers && c.row >= block.heads ? asNumber(c.text) : null
    cell.value = number ? (c.formula ? { formula: c.formula, result: number.value, date1904: false } : number.value) : flat(c.text)
    if (number) cell.numFmt = number.format
    if (c.rows > 1 || c.columns > 1) sheet.mergeCells(top + 1 + c.row, 1 + c.column, top + c.row + c.rows, c.column + c.columns)
  }
  const last = top + block.rows.length
  if (block.note) sheet.getCell(last + 1, 1).value = flat(block.note)
  return last + 1 + (block.note ? 1 : 0)
}

/** Lines of a CSV file: tables with their captions, spans left blank. */
export function printCsv(blocks: readonly Block[], encoding: 'utf8' | 'gbk'): Uint8Array {
  const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = linesOf(blocks).map((line) => line.map((text) => quote(flat(text))).join(','))
  return new Uint8Array(iconv.encode(`${lines.join('\r\n')}\r\n`, encoding))
}

/** An old Excel workbook (BIFF8) with one sheet. */
export function printXls(blocks: readonly Block[]): Uint8Array {
  const lines = linesOf(blocks).map((line) => line.map((text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : flat(text))))
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(lines), '汇总')
  return new Uint8Array(xlsx.write(book, { bookType: 'biff8', type: 'buffer' }))
}

function linesOf(blocks: readonly Block[]): string[][] {
  return blocks.flatMap((block): string[][] => {
    if (block.kind === 'page') return []
    if (block.kind !== 'table') return [[block.text]]
    const { cells, columns } = place(block.rows)
    const grid = block.rows.map(() => Array.from({ length: columns }, () => ''))
    for (const c of cells) (grid[c.row] as string[])[c.column] = c.text
    return [...(block.caption ? [[block.caption]] : []), ...grid, ...(block.note ? [[block.note]] : []), []]
  })
}
