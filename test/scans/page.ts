import { readFileSync } from 'node:fs'
import type { Block } from '../variants/document.ts'
import { flat, place } from '../variants/print/grid.ts'
import { type PageOptions, printPdf } from '../variants/print/pdf.ts'
import type { Mark } from '../variants/print/pdf-text.ts'
import { seeded } from '../variants/random.ts'
import type { Damage } from './damage/damage.ts'
import { type FontName, readFont } from './fonts.ts'
import { render } from './render.ts'
import type { Leaf } from './wrap/wrap.ts'

/** How sheets were printed, scanned and saved. */
export type Scan = {
  font?: FontName
  print?: Pick<PageOptions, 'landscape' | 'size' | 'head'>
  dpi: number
  damage: readonly Damage[]
  quality?: number
  colour?: boolean
}

/** A table's truth: every cell as printed, by row and column from 1. */
export type TruthTable = { cells: { row: number; column: number; text: string }[] }
/** What sheets truly say: the tables, and the lines of text outside them as they were broken. */
export type Truth = { tables: TruthTable[]; lines: string[] }

const sealFont = readFileSync(new URL('../../samples/fonts/NotoSansSC-subset.ttf', import.meta.url))

/** Prints blocks, scans every sheet with its damage, and tells what was printed. The seed decides all that is left to chance. */
export async function scan(seed: string, blocks: readonly Block[], how: Scan): Promise<{ leaves: Leaf[]; truth: Truth }> {
  const marks: Mark[] = []
  const font = readFont(how.font ?? 'own')
  const pdf = await printPdf(blocks, { ...how.print, ...(font ? { font } : {}), onMark: (mark) => marks.push(mark) })
  const sheets = await render(pdf, how.dpi)
  const leaves: Leaf[] = []
  for (const [index, sheet] of sheets.entries()) {
    const own = marks.filter(({ page }) => page === index + 1)
    const scene = { marks: own, zoom: how.dpi / 72, random: seeded(`${seed}/${index}`), font: sealFont }
    let raster = sheet
    for (const damage of how.damage) raster = await damage(raster, scene)
    leaves.push({ raster, dpi: how.dpi, quality: how.quality ?? 75, grey: !how.colour })
  }
  return { leaves, truth: truthOf(blocks, marks) }
}

function truthOf(blocks: readonly Block[], marks: readonly Mark[]): Truth {
  const tables = blocks.flatMap((block) =>
    block.kind === 'table'
      ? [{ cells: place(block.rows).cells.map(({ row, column, text }) => ({ row: row + 1, column: column + 1, text: flat(text) })) }]
      : [],
  )
  return { tables, lines: marks.filter(({ kind }) => kind === 'line').map(({ text }) => flat(text).trim()) }
}
