import { describe, expect, test } from 'vitest'
import { flatten } from '../../../../../workers/stages/parse/scan/flatten.ts'
import { identity } from '../../../../../workers/stages/parse/scan/homography.ts'
import type { Gray, Picture } from '../../../../../workers/stages/parse/scan/picture.ts'
import { restoreRed } from '../../../../../workers/stages/parse/scan/red/restore-red.ts'
import { revertGrounds } from '../../../../../workers/stages/parse/scan/revert-grounds.ts'
import { firstLine, grounded, headCells, inked, reversed, someNumbers } from '../../../../scans/damage/colour.ts'
import type { Damage } from '../../../../scans/damage/damage.ts'
import { stamps, worn } from '../../../../scans/damage/stamp.ts'
import { scan } from '../../../../scans/page.ts'
import { type Block, p, title } from '../../../../variants/document.ts'

const dpi = 100
const red = [206, 32, 40] as const
const years = Array.from({ length: 10 }, (_, at) => `${2013 + at}年`)
/** A row of numbers as narrow as its heads. */
const row = (name: string, from: number) => [name, ...years.map((_, at) => String(from + at * 37))]
const blocks: Block[] = [
  title('园区管理委员会文件', 25),
  ...['各有关单位：', '现将数据印发。', '请按此执行。', '附件：数据表', '联系人：王工'].map((text) => p(text)),
  {
    kind: 'table',
    heads: 1,
    rows: [['指标', ...years], row('增加值', 2464), row('取水量', 1210), row('能耗', 6961)],
  },
]

/** The sheet with its damage as it is read, up to the engines. */
async function sheet(damage: readonly Damage[], steps: readonly ('red' | 'grounds')[]): Promise<Gray> {
  const { leaves } = await scan('colours', blocks, { dpi, damage, colour: true })
  const { width, height, pixels } = leaves[0]?.raster ?? { width: 0, height: 0, pixels: Buffer.alloc(0) }
  const picture: Picture = { width, height, rgb: pixels, dpi }
  const gray = flatten(picture)
  if (steps.includes('red')) restoreRed(gray, picture, identity)
  if (steps.includes('grounds')) revertGrounds(gray, dpi)
  return gray
}

const dark = 150
/** How many pixels are dark, of all of the page or of the rows in a band of points. */
function ink({ width, height, pixels }: Gray, from = 0, to = Number.POSITIVE_INFINITY): number {
  let count = 0
  for (let y = Math.max(0, Math.round((from * dpi) / 72)); y < Math.min(height, (to * dpi) / 72); y++)
    for (let x = 0; x < width; x++) if ((pixels[y * width + x] ?? 255) < dark) count++
  return count
}

/** Where the first line and the table stand, in points from the top. */
const band = { title: [55, 92], head: [195, 210], rows: [215, 275] } as const

describe('red print', () => {
  test('is there as print: a red head, numbers in red', async () => {
    const black = await sheet([], [])
    const lost = await sheet([inked(red, firstLine), inked(red, someNumbers)], [])
    const found = await sheet([inked(red, firstLine), inked(red, someNumbers)], ['red'])
    expect(ink(lost, ...band.title)).toBeLessThan(ink(black, ...band.title) * 0.05)
    expect(ink(found, ...band.title)).toBeGreaterThan(ink(black, ...band.title) * 0.8)
    expect(ink(found)).toBeGreaterThan(ink(black) * 0.9)
  })

  test('a seal is none, whole or worn: the page is as if it were never set', async () => {
    for (const seals of [stamps(2), stamps(3, worn)]) {
      const [dropped, kept] = [await sheet([seals], []), await sheet([seals], ['red'])]
      expect(ink(kept)).toBeLessThanOrEqual(ink(dropped) * 1.002)
    }
  })

  test('a hardly inked seal leaves no shade that print could be taken for', async () => {
    const shade = ({ pixels }: Gray) => pixels.reduce((count, value) => count + (value < 225 ? 1 : 0), 0)
    const [plain, sealed] = [await sheet([], []), await sheet([stamps(3, worn)], [])]
    expect(shade(sealed) - shade(plain)).toBeLessThan(shade(plain) * 0.01)
  })

  test('beside a seal is still print', async () => {
    const damage = [inked(red, firstLine), stamps(1)]
    const [black, found] = [await sheet([stamps(1)], ['red']), await sheet(damage, ['red'])]
    expect(ink(found, ...band.title)).toBeGreaterThan(ink(black, ...band.title) * 0.8)
  })
})

describe('print on a dark ground', () => {
  test.each<[string, Damage]>([
    ['white on blue, white rules', reversed([31, 78, 121], headCells, 'white')],
    ['white on green, black rules', reversed([0, 112, 72], headCells, 'black')],
    ['white on red, black rules', reversed([192, 0, 0], headCells, 'black')],
    ['white on red, white rules', reversed([192, 0, 0], headCells, 'white')],
    ['black on grey', grounded([150, 150, 150], headCells)],
  ])('is dark on white: %s', async (_, damage) => {
    const [black, found] = [await sheet([], []), await sheet([damage], ['red', 'grounds'])]
    const due = ink(black, ...band.head)
    expect(ink(found, ...band.head)).toBeGreaterThan(due * 0.7)
    expect(ink(found, ...band.head)).toBeLessThan(due * 1.6)
    expect(ink(found, ...band.rows), 'the rows below stay').toBe(ink(black, ...band.rows))
  })

  test('a page without such a ground stays as it is', async () => {
    const [plain, asked] = [await sheet([], []), await sheet([], ['red', 'grounds'])]
    expect(asked.pixels).toEqual(plain.pixels)
  })
})
