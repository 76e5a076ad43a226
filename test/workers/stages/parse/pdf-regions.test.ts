import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { renderRegions } from '../../../../workers/stages/parse/pdf/index.ts'

const read = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, '../../../fixtures/pdf', `${name}.pdf`)))

/** The colour of one pixel of a JPEG. */
async function pixel(jpeg: Uint8Array, left: number, top: number): Promise<number[]> {
  const { data } = await sharp(jpeg).extract({ left, top, width: 1, height: 1 }).raw().toBuffer({ resolveWithObject: true })
  return [...data]
}

describe('cut-outs of a page', () => {
  it('draws the region at two pixels to the point and frames the mark', async () => {
    const [cut = new Uint8Array()] = await renderRegions(read('letters'), [
      { page: 1, bbox: [90, 130, 410, 210], marks: [[300, 162, 400, 182]] },
    ])
    const { format, width, height } = await sharp(cut).metadata()
    expect([format, width, height]).toEqual(['jpeg', 640, 160])
    const [red = 0, green = 0, blue = 0] = await pixel(cut, (300 - 90) * 2 - 3, (172 - 130) * 2)
    expect(red).toBeGreaterThan(green + 60)
    expect(red).toBeGreaterThan(blue + 60)
    expect(Math.min(...(await pixel(cut, 20, 8)))).toBeGreaterThan(240)
  })

  it('keeps the order asked for, stays on the page, and gives nothing for a page that is not there', async () => {
    const all: [number, number, number, number] = [-50, -50, 5000, 5000]
    const cuts = await renderRegions(read('rotated'), [
      { page: 2, bbox: all, marks: [] },
      { page: 9, bbox: all, marks: [] },
      { page: 1, bbox: all, marks: [] },
    ])
    const sizes = await Promise.all(cuts.map(async (cut) => (cut.length === 0 ? null : await sharp(cut).metadata())))
    expect(sizes.map((size) => size && [size.width, size.height])).toEqual([[1190, 1684], null, [1684, 1190]])
  })
})
