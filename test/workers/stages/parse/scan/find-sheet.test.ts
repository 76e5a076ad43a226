import { expect, test } from 'vitest'
import { findSheet } from '../../../../../workers/stages/parse/scan/find-sheet.ts'
import { scan } from '../../../../scans/page.ts'
import { blank, type Raster, shade } from '../../../../scans/raster.ts'
import { lay, type Quad } from '../../../../scans/warp.ts'

const pictureOf = ({ width, height, pixels }: Raster) => ({ width, height, rgb: new Uint8Array(pixels), dpi: 72 })

async function printed(): Promise<Raster> {
  const rows = Array.from({ length: 12 }, (_, at) => [`第${at + 1}项`, `${at * 37}.5`, '达标'])
  const { leaves } = await scan('sheet', [{ kind: 'table', heads: 1, rows }], { dpi: 60, damage: [] })
  const [leaf] = leaves
  if (leaf === undefined) throw new Error('nothing was printed')
  return leaf.raster
}

const desk = (width: number, height: number) =>
  shade(blank(width, height), (_, x, y, channel) => ([110, 84, 66][channel] as number) + ((x * 7 + y * 3) % 11))

test('a sheet photographed aslant on a darker desk is found by its corners, also where a shadow falls across it', async () => {
  const corners: Quad = [
    [60, 40],
    [560, 70],
    [540, 760],
    [30, 740],
  ]
  const photo = lay(await printed(), corners, desk(600, 800))
  const shadowed = shade(photo, (value, x) => (x > 380 ? value * 0.65 : value))
  for (const picture of [photo, shadowed]) {
    const found = findSheet(pictureOf(picture)) ?? []
    for (const [at, [x, y]] of corners.entries()) {
      expect(Math.abs((found[at]?.[0] ?? 0) - x)).toBeLessThan(6)
      expect(Math.abs((found[at]?.[1] ?? 0) - y)).toBeLessThan(6)
    }
  }
})

test('a scan that fills its picture is left as it is', async () => {
  expect(findSheet(pictureOf(await printed()))).toBeUndefined()
  expect(findSheet(pictureOf(desk(300, 400)))).toBeUndefined()
})
