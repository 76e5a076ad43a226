import { isWide } from '../pdf/printed-character.ts'
import { heightOf } from './picture.ts'
import type { ReadLine } from './read-lines.ts'

const wide = new Map([
  ['(', '（'],
  [')', '）'],
])
/** A full-width bracket stands in a square as wide as a character, half of it white: the ink beside it is so many line heights away. */
const leastGap = { left: 0.3, right: 0.4 }

/** The white between a letter's own ink and that of its neighbour on one side, in pixels; undefined at the line's end. */
function gapBeside({ stretch: { patches }, letters }: ReadLine, at: number, side: 'left' | 'right'): number | undefined {
  const letter = letters[at]
  const middle = letter === undefined ? 0 : (letter.left + letter.right) / 2
  const [own] = [...patches].sort((a, b) => Math.abs((a.left + a.right) / 2 - middle) - Math.abs((b.left + b.right) / 2 - middle))
  if (own === undefined) return undefined
  const gaps = patches.flatMap((other) => {
    const gap = side === 'left' ? own.left - other.right : other.left - own.right
    return other !== own && gap > -2 ? [gap] : []
  })
  return gaps.length === 0 ? undefined : Math.min(...gaps)
}

/** Whether a bracket and the Chinese character outside of it stand apart as full-width ones do. */
const standsApart = (line: ReadLine, at: number, side: 'left' | 'right') => {
  const outside = line.letters[side === 'left' ? at - 1 : at + 1]
  return outside !== undefined && isWide(outside.text) && (gapBeside(line, at, side) ?? 0) >= heightOf(line.stretch.area) * leastGap[side]
}

/** The places of the brackets that belong together. */
function pairsIn({ letters }: ReadLine): [number, number][] {
  const open: number[] = []
  return letters.flatMap(({ text }, at): [number, number][] => {
    if (/[(（]/.test(text)) open.push(at)
    const from = /[)）]/.test(text) ? open.pop() : undefined
    return from === undefined ? [] : [[from, at]]
  })
}

/**
 * Sets brackets as wide as they are printed: the engine takes either width for the other. One of a pair that is wide makes both wide; so
 * does the white between them and the Chinese characters outside.
 */
export function setBrackets(line: ReadLine): void {
  for (const [from, to] of pairsIn(line)) {
    const pair = [line.letters[from], line.letters[to]]
    const isWidePair = pair.some((letter) => letter !== undefined && /[（）]/.test(letter.text))
    if (!isWidePair && !standsApart(line, from, 'left') && !standsApart(line, to, 'right')) continue
    for (const letter of pair) if (letter !== undefined) letter.text = wide.get(letter.text) ?? letter.text
  }
}
