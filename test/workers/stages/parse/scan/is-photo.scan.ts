import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { parse } from '../../../../../workers/stages/parse/index.ts'
import { decodeImage } from '../../../../../workers/stages/parse/scan/decode-image.ts'
import { isPhoto } from '../../../../../workers/stages/parse/scan/is-photo.ts'
import { photo } from '../../../../scans/damage/photo.ts'
import { blur, noise, skew, turn } from '../../../../scans/damage/scanner.ts'
import { type Scan, scan } from '../../../../scans/page.ts'
import { takePhoto } from '../../../../scans/photos.ts'
import { blank, type Raster } from '../../../../scans/raster.ts'
import { wrap } from '../../../../scans/wrap/wrap.ts'
import { type Block, p } from '../../../../variants/document.ts'

/** As a camera or scanner saves it. */
const saved = async ({ width, height, pixels }: Raster, quality = 70) =>
  decodeImage(
    await sharp(pixels, { raw: { width, height, channels: 3 } })
      .jpeg({ quality })
      .toBuffer(),
    1,
  )

const line = p('园区2022年工业增加值356.42亿元，能源消费总量128.7万吨标准煤。')
const table: Block = {
  kind: 'table',
  heads: 1,
  rows: [
    ['指标', '2020年', '2021年'],
    ['取水量（万吨）', '1,234.5', '1,198.7'],
  ],
}

const page = async (blocks: readonly Block[], how: Scan) => (await scan('photo', blocks, how)).leaves[0]?.raster ?? blank(1, 1)

describe('a photo without print', () => {
  test.each(['trees', 'gravel', 'river'])('%s', async (kind) => {
    for (const [width, height] of [
      [800, 600],
      [1600, 1200],
    ] as const)
      expect(isPhoto(await saved(takePhoto(kind, width, height))), `${width}`).toBe(true)
  })
})

test('a page of a PDF that is a photo gives no words', async () => {
  const bytes = await wrap('pdf', [{ raster: takePhoto('trees', 620, 877), dpi: 75, quality: 80, grey: false }])
  expect(await parse({ name: '附件.pdf', bytes })).toMatchObject({ status: 'parsed', problems: [], pages: 1, blocks: [] })
})

describe('what may hold print is none', () => {
  test.each<[string, readonly Block[], Scan]>([
    ['a page', [line, table], { dpi: 100, damage: [] }],
    ['one line on a noisy page', [line], { dpi: 150, damage: [noise(14, 200), skew(1)] }],
    ['a blurred page fed sideways', [line, table], { dpi: 150, damage: [turn(1), blur(1.5)] }],
    [
      'a page photographed on a desk',
      [line, table],
      { dpi: 150, damage: [photo({ tilt: 0.02, shadow: 0.5, height: 1800 })], colour: true },
    ],
  ])('%s', async (_, blocks, how) => {
    for (const quality of [70, 20]) expect(isPhoto(await saved(await page(blocks, how), quality))).toBe(false)
  })

  test('trees with one line of print below', async () => {
    const { width, height, pixels } = await page([line], { dpi: 150, damage: [] })
    const wood = takePhoto('trees', width, 1000)
    const strip = sharp(pixels, { raw: { width, height, channels: 3 } }).extract({ left: 0, top: 115, width, height: 60 })
    wood.pixels.set(await strip.raw().toBuffer(), 900 * width * 3)
    expect(isPhoto(await saved(wood))).toBe(false)
    expect(isPhoto(await saved(takePhoto('trees', width, 1000)))).toBe(true)
  })

  test('a blank page', async () => {
    expect(isPhoto(await saved(blank(800, 600, 240)))).toBe(false)
  })
})
