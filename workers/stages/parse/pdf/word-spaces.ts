import type { Glyph } from './page-content.ts'

/** A gap of this many ems between a CJK and a Latin character may be a space, or the printer's own spacing between scripts. */
const spaceGap = 0.17
const widestGap = 1.1

const isIdeograph = (letter: string) => /\p{Script=Han}/u.test(letter)
const isLatin = (letter: string) => /[A-Za-z0-9]/.test(letter)

const isMixed = (left: Glyph, right: Glyph) =>
  Math.abs(left.base - right.base) < 1 &&
  left.turned === right.turned &&
  ((isIdeograph(left.text) && isLatin(right.text)) || (isLatin(left.text) && isIdeograph(right.text)))

const gapInEms = (left: Glyph, right: Glyph) => (right.x0 - left.x1) / Math.max(left.size, right.size)

/**
 * Some printers write no space characters, only gaps. Where a gap parts an ideograph and a Latin letter or digit, adds the space; but
 * not on a page that sets all such pairs apart (2019年 with a quarter em), where the gap is typography.
 */
export function addWordSpaces(glyphs: Glyph[]): Glyph[] {
  let tight = 0
  let apart = 0
  for (const [index, right] of glyphs.entries()) {
    const left = glyphs[index - 1]
    if (left === undefined || !isMixed(left, right)) continue
    const gap = gapInEms(left, right)
    if (gap > -0.3 && gap <= spaceGap) tight++
    else if (gap < widestGap) apart++
  }
  if (apart === 0 || apart > tight) return glyphs
  const spaced: Glyph[] = []
  for (const glyph of glyphs) {
    const left = spaced[spaced.length - 1]
    if (left !== undefined && isMixed(left, glyph)) {
      const gap = gapInEms(left, glyph)
      if (gap > spaceGap && gap < widestGap) spaced.push({ ...left, text: ' ', x0: left.x1, x1: glyph.x0 })
    }
    spaced.push(glyph)
  }
  return spaced
}
