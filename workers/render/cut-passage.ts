import type { Block, ParsedDocument, Table, TextBlock } from '../../schemas/document.ts'
import type { Passage, PassageBlock, PassagePlace } from '../../schemas/passage.ts'

/** Blocks of text shown before and after, and rows and columns of a table on each side of the cell: what a reader needs to be sure. */
const around = { blocks: 4, rows: 20, columns: 12, sheetRows: 8, sheetColumns: 6 }
/** A paragraph or cell longer than this is no print but an attack on the reader's browser. */
const longestText = 4_000

const isTable = (block: Block): block is Table => block.kind === 'table'
const shorten = (text: string) => (text.length > longestText ? `${text.slice(0, longestText)}…` : text)

/** The cell's row and column: as given, or by its address on the sheet. */
function findCell(table: Table, { row, column, cell }: PassagePlace): { row: number; column: number } {
  const named = cell === null ? undefined : table.cells.find((each) => each.cell === cell)
  return { row: named?.row ?? row ?? 1, column: named?.column ?? column ?? 1 }
}

function cutTable(table: Table, place: PassagePlace | null, reach: { rows: number; columns: number }): PassageBlock {
  const at = place === null ? { row: 1, column: 1 } : findCell(table, place)
  const fromRow = Math.max(1, at.row - reach.rows)
  const toRow = Math.min(table.rows, at.row + reach.rows)
  const fromColumn = Math.max(1, at.column - reach.columns)
  const toColumn = Math.min(table.columns, at.column + reach.columns)
  const cells = table.cells.filter(
    ({ row, column, rowSpan, columnSpan }) =>
      // The head of the table and its first column stay, however far away the cell is.
      (row === 1 || (row + rowSpan > fromRow && row <= toRow)) &&
      (column === 1 || (column + columnSpan > fromColumn && column <= toColumn)),
  )
  return {
    ...{ kind: 'table', caption: table.caption, rows: table.rows, columns: table.columns, fromRow, toRow, fromColumn, toColumn },
    cells: cells.map(({ row, column, rowSpan, columnSpan, text, formula }) => ({
      row,
      column,
      rowSpan,
      columnSpan,
      text: shorten(text),
      formula,
    })),
    isHere: place !== null,
  }
}

/** The block that the place names; for a sheet the table on it that holds the cell. */
function findBlock(blocks: readonly Block[], place: PassagePlace): number {
  const { sheet, cell, table, paragraph } = place
  const holds = (block: Block) => {
    if (!isTable(block)) return table === null && sheet === null && block.paragraph === paragraph
    if (sheet !== null) return block.sheet === sheet && (cell === null || block.cells.some((each) => each.cell === cell))
    return block.table === table
  }
  return blocks.findIndex(holds)
}

function headingsAbove(blocks: readonly Block[], at: number): string[] {
  const path: TextBlock[] = []
  for (const block of blocks.slice(0, at + 1)) {
    if (isTable(block) || block.kind !== 'heading') continue
    while (path.length > 0 && (path.at(-1)?.level ?? 1) >= (block.level ?? 1)) path.pop()
    path.push(block)
  }
  return path.map(({ text }) => shorten(text))
}

/** What stands around a place; undefined where the document has no such place. */
export function cutPassage({ format, blocks, hiddenSheets }: ParsedDocument, place: PassagePlace): Passage | undefined {
  const at = findBlock(blocks, place)
  const here = blocks[at]
  if (here === undefined) return undefined
  const { sheet } = place
  const reach = sheet === null ? { rows: around.rows, columns: around.columns } : { rows: around.sheetRows, columns: around.sheetColumns }
  const near = sheet === null ? blocks.slice(Math.max(0, at - around.blocks), at + around.blocks + 1) : [here]
  return {
    ...{ format, sheet, headings: headingsAbove(blocks, at), isHidden: sheet !== null && hiddenSheets.includes(sheet) },
    blocks: near.map((block): PassageBlock => {
      if (isTable(block))
        return cutTable(block, block === here ? place : null, block === here ? reach : { rows: 5, columns: around.columns })
      return { kind: block.kind, text: shorten(block.text), isHere: block === here }
    }),
  }
}
