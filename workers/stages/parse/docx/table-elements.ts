import { type Attributes, isOn } from '../ooxml/xml.ts'
import { flush } from './paragraph-elements.ts'
import { type Elements, parentOf, type State } from './reader-state.ts'

/** Word allows 63 columns; more is hostile. */
const mostColumns = 200
/** A kilometre of paper in twips, so that hostile widths stay numbers. */
const widest = 56_700_000

const columnsIn = (attributes: Attributes, least: number) => {
  const count = Number(attributes['w:val'])
  return Number.isInteger(count) ? Math.min(Math.max(count, least), mostColumns) : least
}
const rowOf = (state: State) => state.tables.at(-1)?.row
const cellOf = (state: State) => state.tables.at(-1)?.cell

/** Leaves the open row out: hidden, or deleted by a tracked change. */
export function dropRow(state: State) {
  const row = rowOf(state)
  if (row) row.dropped = true
}

export const tableElements: Elements = {
  'w:tbl': {
    open: (state) => {
      state.tables.push({ kind: 'table', grid: [], rows: [], row: null, cell: null })
    },
    close: (state) => {
      const table = state.tables.pop()
      if (table && table.rows.length > 0) state.containers.at(-1)?.items.push({ kind: 'table', grid: table.grid, rows: table.rows })
    },
  },
  'w:gridCol': {
    open: (state, attributes) => {
      const grid = state.tables.at(-1)?.grid
      if (grid && grid.length < mostColumns) grid.push(Math.min(Math.max(Number(attributes['w:w']) || 0, 0), widest))
    },
  },
  'w:tr': {
    open: (state) => {
      const table = state.tables.at(-1)
      if (table) table.row = { cells: [], next: 0, dropped: false }
    },
    close: (state) => {
      const table = state.tables.at(-1)
      if (!table?.row) return
      if (!table.row.dropped) table.rows.push({ cells: table.row.cells })
      table.row = null
    },
  },
  'w:gridBefore': {
    open: (state, attributes) => {
      const row = rowOf(state)
      if (row) row.next = columnsIn(attributes, 0)
    },
  },
  'w:hidden': {
    open: (state, attributes) => {
      if (parentOf(state) === 'w:trPr' && isOn(attributes['w:val'])) dropRow(state)
    },
  },
  'w:tc': {
    open: (state) => {
      const table = state.tables.at(-1)
      const container = { items: [], carried: null }
      state.containers.push(container)
      if (table?.row) table.cell = { column: table.row.next, span: 1, merge: null, content: container.items }
    },
    close: (state) => {
      const container = state.containers.pop()
      if (container?.carried) flush(state, container, container.carried)
      const table = state.tables.at(-1)
      if (!table?.row || !table.cell) return
      table.row.next = Math.min(table.cell.column + table.cell.span, mostColumns)
      if (table.cell.column < mostColumns) table.row.cells.push(table.cell)
      table.cell = null
    },
  },
  'w:gridSpan': {
    open: (state, attributes) => {
      const cell = cellOf(state)
      if (cell) cell.span = columnsIn(attributes, 1)
    },
  },
  'w:vMerge': {
    open: (state, attributes) => {
      const cell = cellOf(state)
      if (cell) cell.merge = attributes['w:val'] === 'restart' ? 'start' : 'continue'
    },
  },
  'w:hMerge': {
    open: (state, attributes) => {
      const row = rowOf(state)
      const before = row?.cells.at(-1)
      const table = state.tables.at(-1)
      if (!row || !before || !table?.cell || attributes['w:val'] === 'restart') return
      // The older way to merge sideways: this cell belongs to the one on its left.
      before.span++
      row.next++
      table.cell = null
    },
  },
}
