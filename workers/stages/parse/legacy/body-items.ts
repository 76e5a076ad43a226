import { attachCaptions, isCaption, isNote } from '../captions.ts'
import { type Item, plainCell, type TableItem } from '../item.ts'
import { lineItems } from '../text/line-items.ts'

/** The extractor ends every cell with a tab and every row with a line end after it. */
const rowEnd = '\t\n'

type Row = { cells: string[]; before: string[] }

/**
 * Cuts a row's text: nothing marks where a table begins, so the lines before the first cell's last one are text above the
 * table; within a table they belong to the cell, unless they read like a caption, a note or a sentence.
 */
function rowOf(text: string, width: number | undefined): Row {
  const [first = '', ...rest] = text.split('\t')
  const lines = first.split('\n')
  const own = rest.length + 1
  const label = lines.at(-1) ?? ''
  const before = lines.slice(0, -1)
  const isProse = before.some((line) => isCaption(line) || isNote(line) || /[。；]$/.test(line.trim()) || line.trim() === '')
  if (width === own && before.length > 0 && !isProse) return { cells: [first, ...rest], before: [] }
  return { cells: [label, ...rest], before }
}

function tableItem(rows: readonly string[][]): TableItem {
  const columns = Math.max(...rows.map((row) => row.length))
  const clean = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n')
  const cells = rows.flatMap((row, at) => row.map((text, column) => plainCell(at + 1, column + 1, 1, 1, clean(text))))
  return { kind: 'table', caption: null, rows: rows.length, columns, cells, sheet: null }
}

/** The text of a legacy Word file as paragraphs and tables. Spans are not kept in it: a merged cell takes one column. */
export function bodyItems(body: string): Item[] {
  const items: Item[] = []
  let rows: string[][] = []
  const endTable = () => {
    if (rows.length > 0) items.push(tableItem(rows))
    rows = []
  }
  const parts = body.split(rowEnd)
  const tail = parts.pop() ?? ''
  for (const part of parts) {
    const { cells, before } = rowOf(part, rows.at(-1)?.length)
    if (before.length > 0) {
      endTable()
      items.push(...lineItems(before))
    }
    rows.push(cells)
  }
  endTable()
  items.push(...lineItems(tail.split('\n')))
  return attachCaptions(items)
}
