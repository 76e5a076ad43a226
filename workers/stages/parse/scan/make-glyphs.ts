import type { Recognition } from '../../../../schemas/document.ts'
import type { Glyph } from '../pdf/page-content.ts'
import { isWide } from '../pdf/printed-character.ts'
import type { Letter } from './engines/engine.ts'
import type { Stretch } from './group-lines.ts'
import { heightOf } from './picture.ts'

/** A stretch of print with its letters (places in pixels of the page) and how each was read. */
export type ReadStretch = { stretch: Stretch; letters: Letter[]; recognitions: Recognition[] }

/** What share of its size a line's ink is high: full characters, and digits and capitals. */
const wideInk = 0.93
const narrowInk = 0.72
/** Sizes nearer to one another than this are one size, measured twice. */
const sameSize = 0.09
/** Lines of few words may hold none that is as high as its type. */
const fewWords = 8
const roughlySame = 0.16
const descent = 0.1
/** Lower ink than this share of its size has no foot on the line: dashes and strokes, whose middle stands so high above it. */
const strokeInk = 0.4
const strokeRise = 0.37

const isWord = ({ text }: Letter) => isWide(text) && !/[\p{P}\p{S}]/u.test(text)

/** The size of the type, in pixels, that the ink of a stretch speaks of; undefined where it is only strokes. */
function sizeOf({ stretch, letters }: ReadStretch, usual: number): number | undefined {
  const height = heightOf(stretch.area)
  if (letters.some(isWord)) return height >= usual * 0.6 ? height / wideInk : undefined
  return letters.some(({ text }) => /[0-9A-Za-z]/.test(text)) && height >= usual * 0.45 ? height / narrowInk : undefined
}

/** The size that the most letters have, among sizes measured with some error. */
function commonest(known: readonly { size: number; weight: number }[]): number {
  const support = (size: number) =>
    known.reduce((sum, other) => (Math.abs(other.size - size) <= size * sameSize ? sum + other.weight : sum), 0)
  return known.reduce((best, { size }) => (support(size) > support(best) ? size : best), known[0]?.size ?? 0)
}

/** Sizes of one page, near ones made equal, beginning with the commonest: a line's ink tells its size only roughly. */
function settleSizes(read: readonly ReadStretch[], usual: number): number[] {
  const settled = read.map(() => usual / wideInk)
  let known = read.flatMap((own, index) => {
    const size = sizeOf(own, usual)
    return size === undefined ? [] : [{ index, size, weight: own.letters.filter(isWord).length + 0.01 }]
  })
  while (known.length > 0) {
    const size = commonest(known)
    const near = known.filter((other) => Math.abs(other.size - size) <= size * (other.weight < fewWords ? roughlySame : sameSize))
    const total = near.reduce((sum, { weight }) => sum + weight, 0)
    const mean = near.reduce((sum, other) => sum + other.size * other.weight, 0) / total
    for (const { index } of near) settled[index] = mean
    known = known.filter((other) => !near.includes(other))
  }
  return settled
}

/** Left and right edges of the letters: half way between neighbours, and no wider than a letter is. */
function edgesOf(letters: readonly Letter[], left: number, right: number, size: number): { x0: number; x1: number }[] {
  const middles = letters.map((letter) => (letter.left + letter.right) / 2)
  return letters.map((letter, at) => {
    const middle = middles[at] ?? 0
    const reach = isWide(letter.text) ? size * 0.55 : size * 0.36
    const before = at === 0 ? left : (middle + (middles[at - 1] ?? 0)) / 2
    const after = at === letters.length - 1 ? right : (middle + (middles[at + 1] ?? 0)) / 2
    return {
      x0: at === 0 ? left : Math.max(before, middle - reach),
      x1: at === letters.length - 1 ? right : Math.min(after, middle + reach),
    }
  })
}

/** The y on which the letters of a stretch stand. */
function baseOf({ stretch: { area }, letters }: ReadStretch, size: number): number {
  if (heightOf(area) < size * strokeInk) return (area.top + area.bottom) / 2 + size * strokeRise
  return letters.some(isWord) ? area.bottom - size * descent * 0.6 : area.bottom
}

/** The letters of a page as its characters, in points, each knowing how it was read. */
export function makeGlyphs(read: readonly ReadStretch[], usual: number, scale: number): Glyph[] {
  const sizes = settleSizes(read, usual)
  return read.flatMap((own, run) => {
    const { area } = own.stretch
    const size = sizes[run] ?? usual
    const base = baseOf(own, size)
    const edges = edgesOf(own.letters, area.left, area.right, size)
    return own.letters.map((letter, at): Glyph => {
      const { x0, x1 } = edges[at] ?? { x0: area.left, x1: area.right }
      const recognition = own.recognitions[at]
      return {
        text: letter.text,
        x0: x0 * scale,
        x1: Math.max(x0 + 1, x1) * scale,
        top: (area.top - 1) * scale,
        bottom: (area.bottom + 1) * scale,
        base: base * scale,
        size: size * scale,
        bold: false,
        turned: 0,
        hidden: false,
        run,
        ...(recognition === undefined ? {} : { recognition }),
      }
    })
  })
}
