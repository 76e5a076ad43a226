import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ParsedDocument, Table } from '../../../../../schemas/document.ts'
import { parse } from '../../../../../workers/stages/parse/index.ts'
import { startEngine } from '../../../../../workers/stages/parse/pdf/engine.ts'
import { openPdf } from '../../../../../workers/stages/parse/pdf/open-pdf.ts'
import { renderPage } from '../../../../../workers/stages/parse/scan/render-page.ts'

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
