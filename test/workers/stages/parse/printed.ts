import type { Block, ParsedDocument, Table } from '../../../../schemas/document.ts'
import { parse } from '../../../../workers/stages/parse/index.ts'

/** Parses bytes under a name that tells nothing of their format. */
export const parseBytes = (bytes: Uint8Array, name = '材料') => parse({ name, bytes })

export const isTable = (block: Block): block is Table => block.kind === 'table'
export const tablesOf = ({ blocks }: ParsedDocument) => blocks.filter(isTable)

/** Text blocks as `kind level: text`, tables as `table: caption`. */
export const outline = ({ blocks }: ParsedDocument) =>
  blocks.map((block) => (isTable(block) ? `table: ${block.caption ?? '-'}` : `${block.kind}${block.level ?? ''}: ${block.text}`))

/** A table as lines of `row,column[+rowSpan,columnSpan] text`. */
export const cellsOf = (table: Table | undefined) =>
  (table?.cells ?? []).map(({ row, column, rowSpan, columnSpan, text }) => {
    const span = rowSpan > 1 || columnSpan > 1 ? `+${rowSpan},${columnSpan}` : ''
    return `${row},${column}${span} ${text}`
  })
