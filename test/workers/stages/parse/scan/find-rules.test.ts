import { describe, expect, it } from 'vitest'
import { findRules } from '../../../../../workers/stages/parse/scan/find-rules.ts'
import type { Ink } from '../../../../../workers/stages/parse/scan/picture.ts'

const dpi = 200
const [left, top, right, bottom] = [100, 100, 900, 420]
const rows = [top, 180, 260, 340, bottom]
const columns = [left, 160, 500, 700, right]

/** A sheet to draw on: bars of ink by their corners. */
class Sheet {
  readonly ink: Ink = { width: 1000, height: 520, bits: new Uint8Array(1000 * 520) }

  fill(x0: number, y0: number, x1: number, y1: number, bit = 1): this {
    for (let y = y0; y < y1; y++) this.ink.bits.fill(bit, y * this.ink.width + x0, y * this.ink.width + x1)
    return this
  }

  wipe(x0: number, y0: number, x1: number, y1: number): this {
    return this.fill(x0, y0, x1, y1, 0)
  }
}

/** A table of four rows and four columns. */
function table(): Sheet {
  const sheet = new Sheet()
  for (const y of rows) sheet.fill(left, y, right + 2, y + 2)
  for (const x of columns) sheet.fill(x, top, x + 2, bottom + 2)
  return sheet
}

/** The rules found, as from–to at their place, those across first. */
function found({ ink }: Sheet, across: boolean): string[] {
  const near = (value: number) => Math.round(value / 5) * 5
  return findRules(ink, dpi)
    .filter((stroke) => stroke.across === across)
    .sort((a, b) => a.at - b.at || a.from - b.from)
    .map(({ at, from, to }) => `${near(at)}: ${near(from)}–${near(to)}`)
}

describe('the ruling lines of a scanned page', () => {
  it('are found whole', () => {
    expect(found(table(), true)).toEqual(['100: 100–900', '180: 100–900', '260: 100–900', '340: 100–900', '420: 100–900'])
    expect(found(table(), false)).toEqual(['100: 100–420', '160: 100–420', '500: 100–420', '700: 100–420', '900: 100–420'])
  })

  it('go on over gaps, also where only bits of them are left between two crossings', () => {
    const worn = table()
      .wipe(110, 178, 135, 184)
      .wipe(560, 258, 590, 264)
      .wipe(498, 200, 504, 225)
      .wipe(498, 265, 504, 290)
      .wipe(865, 338, 890, 344)
    expect(found(worn, true)).toEqual(found(table(), true))
    expect(found(worn, false)).toEqual(found(table(), false))
  })

  it('are not made where a merged cell has none, not even with a stroke in its middle', () => {
    const merged = table().wipe(103, 178, 159, 184).fill(118, 180, 142, 183)
    expect(found(merged, true)[1]).toBe('180: 160–900')
  })

  it('are no strokes of letters that make a line with their neighbours', () => {
    const written = table()
    for (let x = 170; x < 490; x += 26) {
      written.fill(x, 216, x + 25, 218)
      for (const y of [204, 210, 222, 228]) written.fill(x + 3, y, x + 22, y + 2)
    }
    expect(found(written, true)).toEqual(found(table(), true))
  })
})
