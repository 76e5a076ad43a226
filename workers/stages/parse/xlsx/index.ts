import type { Block, Problem } from '../../../../schemas/document.ts'
import { gridItems } from '../grid/grid-items.ts'
import { type Item, numberItems } from '../item.ts'
import { macroProblem } from '../ooxml/macros.ts'
import { openPackage } from '../ooxml/package.ts'
import { scanXml } from '../ooxml/xml.ts'
import { type Parts, problem, readParts } from '../reader.ts'
import { readCellFormats } from './cell-formats.ts'
import { createSheetReader, type SheetReading } from './read-sheet.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readWorkbook } from './workbook.ts'

function sheetProblems(name: string, { hiddenCells, withoutResult }: SheetReading): Problem[] {
  const found: Problem[] = []
  if (hiddenCells > 0)
    found.push(problem('xlsx.hidden-cells', `工作表“${name}”的隐藏行、隐藏列中有 ${hiddenCells} 个单元格，没有采用。如需审查请取消隐藏。`))
  if (withoutResult > 0)
    found.push(
      problem(
        'xlsx.formula-without-result',
        `工作表“${name}”有 ${withoutResult} 个公式没有保存计算结果，无法读取。请用 Excel 打开并保存后再提交。`,
      ),
    )
  return found
}

const titleOf = (blocks: readonly Block[]) => {
  const [first] = blocks
  return first?.kind === 'table' ? first.caption : (first?.text ?? null)
}

/**
 * Reads a workbook sheet by sheet as it inflates: cells as they show and their exact numbers, merges, formulas, several tables
 * on a sheet. Hidden sheets are only named; hidden rows and columns are told and left out; macros and links are never touched.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Parts> {
  const source = await openPackage(bytes)
  const workbook = await readWorkbook(source)
  const strings = await readSharedStrings(source, workbook.sharedStrings)
  const formats = await readCellFormats(source, workbook.styles, workbook.date1904)
  const problems = macroProblem(source)
  const items: Item[] = []
  const visible = workbook.sheets.filter(({ hidden }) => !hidden)
  for (const { name, part } of visible) {
    const reader = createSheetReader(name, strings, formats)
    await scanXml(source.stream(part), reader)
    const reading = reader.finish()
    problems.push(...sheetProblems(name, reading))
    for (const item of gridItems(reading.sheet)) items.push(item)
  }
  const blocks = numberItems(items)
  const incomplete = blocks.length > 0 && problems.some(({ code }) => code === 'xlsx.formula-without-result')
  return readParts({
    ...(incomplete ? { status: 'partial' as const } : {}),
    problems,
    pages: visible.length,
    title: titleOf(blocks),
    blocks,
    hiddenSheets: workbook.sheets.filter(({ hidden }) => hidden).map(({ name }) => name),
  })
}
