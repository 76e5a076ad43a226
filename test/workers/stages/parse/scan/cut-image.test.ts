import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { cutImage, drawImage } from '../../../../../workers/stages/parse/scan/cut-image.ts'

/** An A4 page at 144 dpi, white but for a black square with its corner at 144, 216 points. */
const [width, height] = [1190, 1684]
const square = Buffer.from(`<svg width="${width}" height="${height}"><rect x="288" y="432" width="40" height="40"/></svg>`)
const page = sharp({ create: { width, height, channels: 3, background: '#fff' } }).composite([{ input: square }])

async function pixel(jpeg: Uint8Array | undefined, left: number, top: number): Promise<number[]> {
  return [...(await sharp(jpeg).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())]
}

describe('cut-outs of picture files', () => {
  it('shows the region at two pixels to the point and frames the mark', async () => {
    const png = await page.clone().png().withMetadata({ density: 144 }).toBuffer()
    const cut = await cutImage(png, { page: 1, bbox: [100, 200, 300, 260], marks: [[144, 216, 164, 236]] })
    const { format, width: wide, height: high } = await sharp(cut).metadata()
    expect([format, wide, high]).toEqual(['jpeg', 400, 120])
    expect(Math.max(...(await pixel(cut, (154 - 100) * 2, (226 - 200) * 2)))).toBeLessThan(90)
    const [red = 0, green = 0, blue = 0] = await pixel(cut, (144 - 100) * 2 - 3, (226 - 200) * 2)
    expect(red).toBeGreaterThan(Math.max(green, blue) + 60)
  })

  it('turns a photo as its camera says, as the reading does', async () => {
    const photo = await sharp(await page.clone().png().toBuffer())
      .rotate(270)
      .jpeg()
      .withMetadata({ orientation: 6, density: 144 })
      .toBuffer()
    const cut = await cutImage(photo, { page: 1, bbox: [100, 200, 300, 260], marks: [] })
    expect(Math.max(...(await pixel(cut, (154 - 100) * 2, (226 - 200) * 2)))).toBeLessThan(90)
  })

  it('finds the page of a TIFF, and nothing for a page that is not there', async () => {
    const blank = await sharp({ create: { width, height, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const tiff = await sharp([blank, await page.clone().png().toBuffer()], { join: { animated: true } })
      .tiff({ xres: 144 / 25.4, yres: 144 / 25.4 })
      .toBuffer()
    const at = async (number: number) => pixel(await cutImage(tiff, { page: number, bbox: [100, 200, 300, 260], marks: [] }), 108, 52)
    expect(Math.min(...(await at(1)))).toBeGreaterThan(200)
    expect(Math.max(...(await at(2)))).toBeLessThan(90)
    expect(await cutImage(tiff, { page: 3, bbox: [0, 0, 9, 9], marks: [] })).toBeUndefined()
    const whole = await drawImage(tiff, 2)
    expect([Math.round(whole?.width ?? 0), Math.round(whole?.height ?? 0)]).toEqual([595, 842])
    expect(await drawImage(tiff, 9)).toBeNull()
  })
})
