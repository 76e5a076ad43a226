import type { Evidence, PassageBlock, PassageCell } from '../client/review-types.ts'

type Table = Extract<PassageBlock, { kind: 'table' }>
export type Slot = {
  readonly column: number
  readonly cell: PassageCell | undefined
  readonly rowSpan: number
  readonly columnSpan: number
}
export type GridRow = { readonly number: number; readonly label: string; readonly isHere: boolean; readonly slots: readonly Slot[] }
export type Grid = { readonly columns: readonly number[]; readonly rows: readonly GridRow[]; readonly here: PassageCell | undefined }

/** 1 → A, 27 → AA. */
export function letterOf(column: number): string {
  let rest = column
  let letters = ''
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
    rest = Math.floor((rest - 1) / 26)
  }
  return letters
}

function parse(address: string): { row: number; column: number } {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  return { row: Number(digits), column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) }
}

const covers = ({ row, column, rowSpan, columnSpan }: PassageCell, y: number, x: number) =>
  y >= row && y < row + rowSpan && x >= column && x < column + columnSpan

/** The cut of a sheet as rows and columns, named as on the sheet; merged cells cover the slots that they lie over. */
export function gridOf(table: Table, { row, column, cell }: Evidence): Grid {
  const here = table.cells.find((each) => row !== null && column !== null && covers(each, row, column))
  // A table counts its own rows; the sheet's address tells by how many it is shifted.
  const address = cell === null ? undefined : parse(cell)
  const [down, across] = address === undefined || row === null || column === null ? [0, 0] : [address.row - row, address.column - column]
  const span = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
  const columns = [...new Set([1, ...span(table.fromColumn, table.toColumn)])]
  const numbers = [...new Set([1, ...span(table.fromRow, table.toRow)])]
  const rows = numbers.map((number, index) => {
    const slots = columns.flatMap((at, place): Slot[] => {
      const held = table.cells.find((each) => covers(each, number, at))
      if (held === undefined) return [{ column: at, cell: undefined, rowSpan: 1, columnSpan: 1 }]
      const firstRow = numbers.find((each) => covers(held, each, at))
      const firstColumn = columns.find((each) => covers(held, number, each))
      if (firstRow !== number || firstColumn !== at) return []
      const rowSpan = numbers.slice(index).filter((each) => covers(held, each, at)).length
      const columnSpan = columns.slice(place).filter((each) => covers(held, number, each)).length
      return [{ column: at, cell: held, rowSpan, columnSpan }]
    })
    return { number, label: String(number + down), isHere: here !== undefined && number === row, slots }
  })
  return { columns: columns.map((each) => each + across), rows, here }
}
