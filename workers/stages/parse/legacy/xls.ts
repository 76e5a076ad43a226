import type { CellObject, WorkSheet } from '@e965/xlsx'
import type { Cell } from '../../../../schemas/document.ts'
import { gridItems } from '../grid/grid-items.ts'
import { columnName, type Sheet } from '../grid/sheet.ts'
import { type Item, numberItems } from '../item.ts'
import { encrypted } from '../ooxml/package.ts'
import { ReadError } from '../read-error.ts'
import { type Parts, problem, readParts } from '../reader.ts'
import { loadFormatter } from '../xlsx/cell-formats.ts'
import { cellValue } from '../xlsx/cell-value.ts'
import { applyMerges } from '../xlsx/merges.ts'
import { compileFormat, type Formatter } from '../xlsx/number-format.ts'
import { cellText } from '../xlsx/shared-strings.ts'

async function openWorkbook(bytes: Uint8Array) {
  const engine = await import('@e965/xlsx')
  // Workbooks of the nineties keep their texts in the writer's own code page.
  engine.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
  try {
    return engine.read(bytes, {
      type: 'buffer',
      cellNF: true,
      cellFormula: true,
      cellText: false,
      cellHTML: false,
      cellStyles: true,
      dense: true,
    })
  } catch (error) {
    if (/password|encrypt/i.test(String(error))) throw encrypted()
    throw new ReadError('xls.damaged', '旧版 Excel 文件已损坏，无法读取。请用 Excel 打开并另存为 .xlsx 后再提交。')
  }
}

const hiddenAt = (entries: readonly ({ hidden?: boolean } | undefined)[] | undefined) =>
  new Set((entries ?? []).flatMap((entry, at) => (entry?.hidden ? [at + 1] : [])))

function shownValue(cell: CellObject, formatter: Formatter) {
  if (cell.t === 'n') return cellValue('n', String(cell.v), compileFormat(String(cell.z ?? 'General'), formatter), [])
  if (cell.t === 'e') return { text: cell.w ?? '#N/A', number: null }
  if (cell.t === 'b') return cellValue('b', cell.v ? '1' : '0', compileFormat('', undefined), [])
  return { text: cellText(String(cell.v ?? '')), number: null }
}

function sheetOf(name: string, source: WorkSheet, formatter: Formatter): { sheet: Sheet; hiddenCells: number } {
  const hiddenRows = hiddenAt(source['!rows'])
  const hiddenColumns = hiddenAt(source['!cols'])
  const cells: Cell[] = []
  let hiddenCells = 0
  for (const [at, line] of (source['!data'] ?? []).entries())
    for (const [column, entry] of (line ?? []).entries()) {
      if (!entry || entry.t === 'z') continue
      const { text, number } = shownValue(entry, formatter)
      const place = { row: at + 1, column: column + 1 }
      if (text === '') continue
      if (hiddenRows.has(place.row) || hiddenColumns.has(place.column)) hiddenCells++
      else
        cells.push({
          ...place,
          rowSpan: 1,
          columnSpan: 1,
          text,
          page: null,
          bbox: null,
          cell: columnName(place.column) + place.row,
          number,
          formula: entry.f ?? null,
          confidence: 1,
        })
    }
  const merges = (source['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, left: s.c + 1, bottom: e.r + 1, right: e.c + 1 }))
  return { sheet: { name, cells: applyMerges(cells, merges), hiddenRows, hiddenColumns }, hiddenCells }
}

/** Reads a workbook of Excel 97–2003 or older, with the same guarantees as a newer one. Macros are never run. */
export async function readXls(bytes: Uint8Array): Promise<Parts> {
  const workbook = await openWorkbook(bytes)
  const formatter = await loadFormatter(workbook.Workbook?.WBProps?.date1904 ?? false)
  const isHidden = (at: number) => (workbook.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0
  const items: Item[] = []
  const problems = []
  for (const [at, name] of workbook.SheetNames.entries()) {
    const source = workbook.Sheets[name]
    if (!source || isHidden(at)) continue
    const { sheet, hiddenCells } = sheetOf(name, source, formatter)
    if (hiddenCells > 0)
      problems.push(
        problem('xlsx.hidden-cells', `工作表“${name}”的隐藏行、隐藏列中有 ${hiddenCells} 个单元格，没有采用。如需审查请取消隐藏。`),
      )
    items.push(...gridItems(sheet))
  }
  const blocks = numberItems(items)
  const [first] = blocks
  return readParts({
    problems,
    pages: workbook.SheetNames.filter((_, at) => !isHidden(at)).length,
    title: first?.kind === 'table' ? first.caption : (first?.text ?? null),
    blocks,
    hiddenSheets: workbook.SheetNames.filter((_, at) => isHidden(at)),
  })
}
