import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ParsedDocument, Table } from '../../../../../schemas/document.ts'
import { parse } from '../../../../../workers/stages/parse/index.ts'
import { startEngine } from '../../../../../workers/stages/parse/pdf/engine.ts'
import { openPdf } from '../../../../../workers/stages/parse/pdf/open-pdf.ts'
import { renderPage } from '../../../../../workers/stages/parse/scan/render-page.ts'
import { skew } from '../../../../scans/damage/scanner.ts'
import { scan as scanBlocks } from '../../../../scans/page.ts'
import { wrap } from '../../../../scans/wrap/wrap.ts'
import { cellsOf } from '../printed.ts'

const printed = join(import.meta.dirname, '../../../../variants/fixtures/browser-plan.pdf')
const bytes = new Uint8Array(readFileSync(printed))

/** A page of print as a scanner gives it: aslant, grey, noisy, and saved as JPEG. */
async function scanned(page: number, degrees: number): Promise<Buffer> {
  const engine = await startEngine()
  const pdf = openPdf(engine, bytes)
  const { width, height, rgb, dpi } = renderPage(engine, pdf, page - 1)
  pdf.close()
  const paper = { background: '#e4e2dc' }
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .linear(0.85, 8)
    .rotate(degrees, paper)
    .withMetadata({ density: dpi })
    .jpeg({ quality: 60 })
    .toBuffer()
}

const tablesOf = ({ blocks }: ParsedDocument) => blocks.filter((block): block is Table => block.kind === 'table')
describe('a page of print, scanned aslant', () => {
  let print: ParsedDocument
  let scan: ParsedDocument
  const page = 4
  beforeAll(async () => {
    print = await parse({ name: 'plan.pdf', bytes })
    scan = await parse({ name: 'scan.jpg', bytes: await scanned(page, 1.2) })
  })
  const numbersIn = (document: ParsedDocument, at: number) =>
    tablesOf(document).flatMap(({ cells }) => cells.flatMap((cell) => (cell.page === at && /^[\d,.]+$/.test(cell.text) ? [cell.text] : [])))

  it('gives the tables of the print, number for number', () => {
    expect(scan).toMatchObject({ format: 'image', status: 'parsed', pages: 1, ocrPages: 1 })
    const due = numbersIn(print, page)
    expect(due.length).toBeGreaterThan(20)
    expect(numbersIn(scan, 1)).toEqual(due)
  })

  it('holds numbers for sure only where two readers agree', () => {
    const cells = tablesOf(scan).flatMap(({ cells }) => cells)
    const sure = cells.filter(({ recognition, text }) => /^\d+[.]\d+$/.test(text) && (recognition?.confidence ?? 0) >= 0.9)
    expect(sure.length).toBeGreaterThan(5)
    for (const { text, recognition } of sure) expect(recognition?.second).toBe(text)
  })
})

describe('a table of three lines, scanned askew', () => {
  const rows = [
    ['指标名称', '单位', '2021年', '2022年'],
    ['资源再生利用产业增加值占园区工业增加值比例', '%', '—', '4.76'],
    ['人均工业增加值', '万元/人', '34.42', '42.34'],
    ['工业园区国家重点污染物排放总量控制指标完成情况', '%', '84.53', '—'],
    ['可再生能源使用比例', '%', '', '13.18'],
  ]
  const degrees = -1
  const wide = 595

  it('keeps a wrapped name, its dash and its blank in one row, and every cell lies where the page shows it', async () => {
    const table = { kind: 'table' as const, caption: '表1 指标', heads: 1, style: 'three-line' as const, widths: [110, 50, 60, 60], rows }
    const marks: { text: string; box: readonly number[] }[] = []
    const remember: typeof skew = (by) => (raster, scene) => {
      marks.push(...scene.marks)
      return skew(by)(raster, scene)
    }
    const { leaves } = await scanBlocks('three-lines', [table], { dpi: 200, damage: [remember(degrees)] })
    const [read] = tablesOf(await parse({ name: 'scan.png', bytes: await wrap('png', leaves) }))
    expect(cellsOf(read)).toEqual(rows.flatMap((texts, row) => texts.map((text, column) => `${row + 1},${column + 1} ${text}`)))
    const { box } = marks.find(({ text }) => text === '13.18') ?? { box: [] }
    const [x = 0, y = 0] = [((box[0] ?? 0) + (box[2] ?? 0)) / 2 - wide / 2, ((box[1] ?? 0) + (box[3] ?? 0)) / 2 - 421]
    const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = read?.cells.find(({ text }) => text === '13.18')?.bbox ?? []
    expect(Math.abs((x0 + x1) / 2 - (wide / 2 + x * cos - y * sin))).toBeLessThan(2)
    expect(Math.abs((y0 + y1) / 2 - (421 + x * sin + y * cos))).toBeLessThan(2)
  })
})
