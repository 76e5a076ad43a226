import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { startEngine } from '../../../../../workers/stages/parse/pdf/engine.ts'
import { openPdf } from '../../../../../workers/stages/parse/pdf/open-pdf.ts'
import type { Engine } from '../../../../../workers/stages/parse/scan/engines/engine.ts'
import { startPpOcr } from '../../../../../workers/stages/parse/scan/engines/pp-ocr.ts'
import { rememberLines } from '../../../../../workers/stages/parse/scan/engines/remember-lines.ts'
import { flatten } from '../../../../../workers/stages/parse/scan/flatten.ts'
import { applyTo, identity } from '../../../../../workers/stages/parse/scan/homography.ts'
import type { Gray } from '../../../../../workers/stages/parse/scan/picture.ts'
import { renderPage } from '../../../../../workers/stages/parse/scan/render-page.ts'
import { setUpright } from '../../../../../workers/stages/parse/scan/set-upright.ts'
import { turn } from '../../../../../workers/stages/parse/scan/straighten.ts'

const printed = join(import.meta.dirname, '../../../../variants/fixtures/browser-plan.pdf')
const dpi = 200
const sampled = 6

/** An engine that tells how many pictures it was given. */
function counted(engine: Engine): { engine: Engine; seen: () => number } {
  let pictures = 0
  const readLines: Engine['readLines'] = (lines) => {
    pictures += lines.length
    return engine.readLines(lines)
  }
  return { engine: { ...engine, readLines }, seen: () => pictures }
}

describe('which way up a page stands', () => {
  let page: Gray
  let reader: Engine
  beforeAll(async () => {
    const engine = await startEngine()
    const pdf = openPdf(engine, new Uint8Array(readFileSync(printed)))
    page = flatten(renderPage(engine, pdf, 1))
    pdf.close()
    reader = await startPpOcr()
  })

  it('is told by one look at a page that stands upright', async () => {
    const { engine, seen } = counted(reader)
    const set = await setUpright({ gray: page, toSource: identity }, dpi, engine)
    expect(set.gray.width).toBe(page.width)
    expect(seen()).toBeLessThanOrEqual(sampled)
  })

  it.each([1, 2, 3])('is found where it was fed turned by %i quarters', async (quarters) => {
    const { gray } = turn({ gray: page, toSource: identity }, quarters)
    const set = await setUpright({ gray, toSource: identity }, dpi, reader)
    expect(Math.abs(set.gray.width - page.width)).toBeLessThan(3)
    // The top left corner of what is read is the corner where the page's top left came to lie.
    const [x, y] = applyTo(set.toSource, 1, 1)
    const corner = { 1: ['right', 'top'], 2: ['right', 'bottom'], 3: ['left', 'bottom'] }[quarters]
    expect([x < gray.width / 2 ? 'left' : 'right', y < gray.height / 2 ? 'top' : 'bottom']).toEqual(corner)
  })

  it('costs nothing twice: lines that were read for it are known when the page is read', async () => {
    const { engine, seen } = counted(reader)
    const remembering = rememberLines(engine)
    const line = { width: page.width, height: 60, pixels: page.pixels.slice(page.width * 300, page.width * 360) }
    const [first, again] = [await remembering.readLines([line]), await remembering.readLines([line, line])]
    expect(seen()).toBe(1)
    expect(again).toEqual([...first, ...first])
  })
})
