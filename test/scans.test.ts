import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { photo } from './scans/damage/photo.ts'
import { noise, skew, turn } from './scans/damage/scanner.ts'
import { stamps } from './scans/damage/stamp.ts'
import { type Scan, scan } from './scans/page.ts'
import { endings, type Form, wrap } from './scans/wrap/wrap.ts'
import type { Block } from './variants/document.ts'

const blocks: Block[] = [
  { kind: 'paragraph', text: '园区工业增加值356.42亿元。' },
  {
    kind: 'table',
    heads: 1,
    rows: [
      ['指标', '2020年'],
      ['取水量（万m^3^）', '1,234.5'],
    ],
  },
]
const how: Scan = { dpi: 60, damage: [stamps(1), skew(2), noise(8, 20)], colour: true }

describe('the maker of scanned pages', () => {
  test('makes the same pixels of the same seed, and others of another', async () => {
    const [one, same, other] = [await scan('a', blocks, how), await scan('a', blocks, how), await scan('b', blocks, how)]
    expect(one.leaves[0]?.raster.pixels.equals(same.leaves[0]?.raster.pixels ?? Buffer.alloc(0))).toBe(true)
    expect(one.leaves[0]?.raster.pixels.equals(other.leaves[0]?.raster.pixels ?? Buffer.alloc(0))).toBe(false)
  })

  test('tells every cell and line that it printed', async () => {
    const { truth } = await scan('a', blocks, how)
    expect(truth.lines).toEqual(['园区工业增加值356.42亿元。'])
    expect(truth.tables[0]?.cells).toContainEqual({ row: 2, column: 2, text: '1,234.5' })
    expect(truth.tables[0]?.cells).toContainEqual({ row: 2, column: 1, text: '取水量（万m3）' })
  })

  test('a seal is red over what stays black, a turned page lies on its side, a photo shows the desk around', async () => {
    const sealed = await scan('a', blocks, { dpi: 60, damage: [stamps(1)], colour: true })
    const { pixels } = sealed.leaves[0]?.raster ?? { pixels: Buffer.alloc(0) }
    let red = 0
    for (let at = 0; at < pixels.length; at += 3) if ((pixels[at] ?? 0) > 180 && (pixels[at + 1] ?? 0) < 110) red++
    expect(red).toBeGreaterThan(200)
    const turned = await scan('a', blocks, { dpi: 60, damage: [turn(1)] })
    expect(turned.leaves[0]?.raster.width).toBeGreaterThan(turned.leaves[0]?.raster.height ?? 0)
    const shot = await scan('a', blocks, { dpi: 60, damage: [photo({ tilt: 0.01, shadow: 0.3, height: 800 })], colour: true })
    expect([...(shot.leaves[0]?.raster.pixels.subarray(0, 3) ?? [])].every((value) => value < 140)).toBe(true)
  })

  test.each<[Form, string]>([
    ['png', 'png'],
    ['jpeg', 'jpeg'],
    ['exif', 'jpeg'],
    ['tiff', 'tiff'],
  ])('a page as %s is a picture of that kind', async (form, kind) => {
    const { leaves } = await scan('a', blocks, how)
    const pages = form === 'tiff' ? [...leaves, ...leaves] : leaves
    const told = await sharp(await wrap(form, pages)).metadata()
    expect(told.format).toBe(kind)
    expect(told.pages ?? 1).toBe(pages.length)
    expect(told.orientation ?? 1, 'how a viewer must turn it').toBe(form === 'exif' ? 6 : 1)
    expect(endings[form]).toMatch(/png|jpg|tif/)
  })
})
