import type { Cell } from '../../../../schemas/document.ts'
import type { Sheet } from '../grid/sheet.ts'
import { columnName, columnOf } from '../grid/sheet.ts'
import { type Attributes, isOn, type XmlHandler } from '../ooxml/xml.ts'
import { ReadError } from '../read-error.ts'
import type { CellFormats } from './cell-formats.ts'
import { cellValue } from './cell-value.ts'
import { applyMerges, findMerge, type Merge } from './merges.ts'
import { moveFormula } from './shared-formula.ts'
import { cellText, createRichText } from './shared-strings.ts'

/** Printed cells of one workbook: three times the largest that is planned for, and about as many as the memory limit holds. */
const mostCells = 3_000_000
/** A value longer than what a cell can hold is not read on. */
const longestStored = 40_000
const mostMerges = 200_000
const lastColumn = 16_384
const lastRow = 1_048_576

export type SheetReading = { sheet: Sheet; hiddenCells: number; withoutResult: number }

const tooLarge = () => new ReadError('xlsx.too-large', '工作簿的单元格超过 300 万个。请删去与申报无关的明细，或拆分后再提交。')

/** Reads one worksheet's XML as it inflates. Empty cells cost nothing; hidden rows and columns are counted and left out. */
export function createSheetReader(
  name: string,
  strings: readonly string[],
  formats: CellFormats,
): XmlHandler & { finish: () => SheetReading } {
  const cells: Cell[] = []
  const hidden: Cell[] = []
  const merges: Merge[] = []
  const hiddenRows = new Set<number>()
  const hiddenColumns = new Set<number>()
  const shared = new Map<string, { formula: string; row: number; column: number }>()
  const rich = createRichText()
  let row = 0
  let column = 0
  let rowHidden = false
  let type = 'n'
  let style = 0
  let stored = ''
  let formula = ''
  let formulaAttributes: Attributes | undefined
  let into: 'value' | 'formula' | 'inline' | null = null
  let withoutResult = 0

  const startCell = (attributes: Attributes) => {
    const reference = attributes['r']
    column = reference === undefined ? column + 1 : columnOf(reference)
    type = attributes['t'] ?? 'n'
    style = Number(attributes['s'] ?? 0)
    stored = ''
    formula = ''
    formulaAttributes = undefined
  }

  const ownFormula = () => {
    if (!formulaAttributes) return null
    const id = formulaAttributes['t'] === 'shared' ? formulaAttributes['si'] : undefined
    if (id === undefined) return formula === '' ? null : formula
    if (formula !== '') {
      shared.set(id, { formula, row, column })
      return formula
    }
    const master = shared.get(id)
    return master ? moveFormula(master.formula, row - master.row, column - master.column) : null
  }

  const storedText = () => {
    if (type === 'inlineStr') return rich.take()
    return type === 'str' ? cellText(stored) : stored
  }

  const isOnSheet = () => row >= 1 && row <= lastRow && column >= 1 && column <= lastColumn

  const endCell = () => {
    const printed = ownFormula()
    const raw = storedText()
    if (raw === '') {
      if (formulaAttributes && type !== 'str') withoutResult++
      return
    }
    const { text, number } = cellValue(type, raw, formats.find(style), strings)
    if (text === '' || !isOnSheet()) return
    if (cells.length + hidden.length >= mostCells) throw tooLarge()
    const cell: Cell = {
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text,
      page: null,
      bbox: null,
      cell: columnName(column) + row,
      number: number === text ? text : number,
      formula: printed,
      confidence: 1,
    }
    if (rowHidden || hiddenColumns.has(column)) hidden.push(cell)
    else cells.push(cell)
  }

  const opens: Record<string, (attributes: Attributes) => void> = {
    c: startCell,
    v: () => {
      into = 'value'
    },
    f: (attributes) => {
      into = 'formula'
      formulaAttributes = attributes
    },
    is: () => {
      into = 'inline'
    },
    row: (attributes) => {
      row = attributes['r'] === undefined ? row + 1 : Number(attributes['r'])
      column = 0
      rowHidden = attributes['hidden'] !== undefined && isOn(attributes['hidden'])
      if (rowHidden) hiddenRows.add(row)
    },
    col: (attributes) => {
      if (attributes['hidden'] === undefined || !isOn(attributes['hidden'])) return
      const to = Math.min(Number(attributes['max']), lastColumn)
      for (let at = Math.max(1, Number(attributes['min'])); at <= to; at++) hiddenColumns.add(at)
    },
    mergeCell: (attributes) => {
      const merge = findMerge(attributes['ref'] ?? '')
      if (merge && merges.length < mostMerges) merges.push(merge)
    },
  }
  const closes: Record<string, () => void> = {
    c: endCell,
    v: () => {
      into = null
    },
    f: () => {
      into = null
    },
    is: () => {
      into = null
    },
  }

  /** A merged cell that begins in a hidden row or column still shows in the part that is not hidden. */
  const isShown = ({ row: top, column: left }: Cell) => {
    const merge = merges.find((one) => one.top === top && one.left === left)
    if (!merge) return false
    const some = (from: number, to: number, gone: ReadonlySet<number>) => {
      for (let at = from; at <= to; at++) if (!gone.has(at)) return true
      return false
    }
    return some(merge.top, merge.bottom, hiddenRows) && some(merge.left, merge.right, hiddenColumns)
  }

  return {
    open: (element, attributes) => {
      if (into === 'inline') rich.open?.(element, attributes)
      else opens[element]?.(attributes)
    },
    close: (element) => {
      if (into === 'inline' && element !== 'is') rich.close?.(element)
      else closes[element]?.()
    },
    text: (content) => {
      if (into === 'value') stored = stored.length > longestStored ? stored : stored + content
      else if (into === 'formula') formula += content
      else if (into === 'inline') rich.text?.(content)
    },
    finish: () => {
      const shown = merges.length > 0 ? hidden.filter(isShown) : []
      const all = shown.length === 0 ? cells : [...cells, ...shown].sort((a, b) => a.row - b.row || a.column - b.column)
      const sheet = { name, cells: applyMerges(all, merges), hiddenRows, hiddenColumns }
      return { sheet, hiddenCells: hidden.length - shown.length, withoutResult }
    },
  }
}
