import { expect, it } from 'vitest'
import type { Patch } from '../../../../../workers/stages/parse/scan/components.ts'
import type { Gray } from '../../../../../workers/stages/parse/scan/picture.ts'
import { findSign } from '../../../../../workers/stages/parse/scan/read-sign.ts'

/** Two arms that meet at the right, the lower one so thick, before a digit. */
function beforeDigit(lower: number): { gray: Gray; patches: Patch[] } {
  const gray: Gray = { width: 60, height: 40, pixels: new Uint8Array(60 * 40).fill(255) }
  const bar = (x: number, y: number, depth: number) => {
    for (let at = y; at < y + depth; at++) gray.pixels[at * gray.width + x] = 0
  }
  for (let x = 0; x < 14; x++) {
    bar(5 + x, 10 + Math.floor(x / 2.6), 2)
    bar(5 + x, 19 - Math.floor(x / 2.6), lower)
  }
  for (let x = 30; x < 40; x++) bar(x, 8, 20)
  const sign = { left: 5, top: 10, right: 19, bottom: 19 + lower, ink: 28 + 14 * lower }
  return { gray, patches: [sign, { left: 30, top: 8, right: 40, bottom: 28, ink: 200 }] }
}

it('a sign whose lower arm is twice as thick as the upper one has a bar along it; with arms alike it has none', () => {
  const [plain, barred] = [beforeDigit(2), beforeDigit(5)]
  expect(findSign(plain.gray, plain.patches, 20)?.text).toBe('>')
  expect(findSign(barred.gray, barred.patches, 20)?.text).toBe('≥')
})
