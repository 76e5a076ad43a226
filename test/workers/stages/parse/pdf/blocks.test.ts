import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openBlocks } from '../../../../../workers/stages/parse/pdf/blocks.ts'
import { type Engine, startEngine } from '../../../../../workers/stages/parse/pdf/engine.ts'
import { openPdf } from '../../../../../workers/stages/parse/pdf/open-pdf.ts'
import { renderPage } from '../../../../../workers/stages/parse/scan/render-page.ts'

const fixture = readFileSync(join(import.meta.dirname, '../../../../variants/fixtures/office-annual.pdf'))

describe('a PDF whose bytes are fetched as they are needed', () => {
  let folder: string
  let path: string
  let engine: Engine
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'blocks-'))
    path = join(folder, '年度报告.pdf')
    writeFileSync(path, fixture)
    engine = await startEngine()
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('looks from disk as it does from memory', () => {
    const file = openBlocks(path)
    const [fromDisk, fromMemory] = [openPdf(engine, file), openPdf(engine, new Uint8Array(fixture))]
    expect(fromDisk.pages).toBe(fromMemory.pages)
    const [page, same] = [renderPage(engine, fromDisk, 1), renderPage(engine, fromMemory, 1)]
    expect(Buffer.from(page.rgb).equals(Buffer.from(same.rgb))).toBe(true)
    for (const open of [fromDisk, fromMemory, file]) open.close()
  })

  it('is not copied into the engine, however large', () => {
    const before = engine.heap().length
    const large = Buffer.concat([fixture, Buffer.alloc(16 * 1024 * 1024, '% filler\n')])
    const pdf = openPdf(engine, new Uint8Array(large))
    expect(pdf.pages).toBeGreaterThan(0)
    expect(engine.heap().length - before).toBeLessThan(large.length / 2)
    pdf.close()
  })

  it('costs a page, not the process, where the file is cut short while it is open', () => {
    const file = openBlocks(path)
    const pdf = openPdf(engine, file)
    truncateSync(path, 100)
    try {
      renderPage(engine, pdf, pdf.pages - 1)
    } catch (fault) {
      expect(fault).toBeInstanceOf(Error)
    }
    pdf.close()
    file.close()
    const whole = openPdf(engine, new Uint8Array(fixture))
    expect(renderPage(engine, whole, 0).width).toBeGreaterThan(0)
    whole.close()
  })
})
