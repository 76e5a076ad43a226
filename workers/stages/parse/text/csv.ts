import { findText } from '../decode-text.ts'
import { findSeparator } from '../find-format.ts'
import { gridItems } from '../grid/grid-items.ts'
import { columnName } from '../grid/sheet.ts'
import { numberItems, plainCell } from '../item.ts'
import { type Parts, readParts } from '../reader.ts'

/** Cuts separated text into rows of fields (RFC 4180): a quoted field may hold separators, line ends and doubled quotes. */
export function splitFields(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let fields: string[] = []
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < text.length) {
    let field: string
    ;[field, at] = text[at] === '"' ? quotedField(text, at) : plainField(text, at, separator)
    fields.push(field)
    if (text[at] === separator) {
      at++
      if (at === text.length) fields.push('')
      else continue
    }
    rows.push(fields)
    fields = []
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
  }
  return rows
}

function quotedField(text: string, start: number): [field: string, end: number] {
  let end = text.indexOf('"', start + 1)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  // A quote that never closes is a character like any other.
  if (end < 0) return plainField(text, start, '\n')
  const field = text.slice(start + 1, end).replaceAll('""', '"')
  const rest = /[^,;\t|\r\n]*/y
  rest.lastIndex = end + 1
  return [field + (rest.exec(text)?.[0] ?? ''), rest.lastIndex]
}

function plainField(text: string, start: number, separator: string): [field: string, end: number] {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return [text.slice(start, end), end]
}

/** Reads separated text (comma, tab, semicolon or bar) in UTF-8, UTF-16 or GBK. Cells have references as in a spreadsheet. */
export function readCsv(bytes: Uint8Array): Promise<Parts> {
  const text = findText(bytes) ?? ''
  const rows = splitFields(text, findSeparator(text) ?? ',')
  const cells = rows.flatMap((fields, row) =>
    fields.flatMap((field, column) => {
      const printed = field.trim()
      return printed === '' ? [] : [{ ...plainCell(row + 1, column + 1, 1, 1, printed), cell: columnName(column + 1) + (row + 1) }]
    }),
  )
  const blocks = numberItems(gridItems({ name: null, cells, hiddenRows: new Set(), hiddenColumns: new Set() }))
  return Promise.resolve(readParts({ blocks }))
}
