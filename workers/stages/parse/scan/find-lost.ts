import { isWide } from '../pdf/printed-character.ts'
import { heightOf, widthOf } from './picture.ts'
import type { ReadLine } from './read-lines.ts'

/** Letters whose middles stand this many line heights apart have another between them, if so much ink stands there. */
const leastApart = 1.65
const leastInk = 0.4
/** What a letter beside a lost one is worth. */
const odds = 0.4

/** Lowers the odds of letters between which the engine passed over a character: ink stands where no letter was read. */
export function findLost({ stretch: { area, patches }, letters }: ReadLine): void {
  const high = heightOf(area)
  for (const [at, letter] of letters.entries()) {
    const next = letters[at + 1]
    if (next === undefined || !isWide(letter.text) || !isWide(next.text)) continue
    const [from, to] = [(letter.left + letter.right) / 2, (next.left + next.right) / 2]
    if (to - from < high * leastApart) continue
    const middle = (from + to) / 2
    const between = patches.filter((patch) => Math.abs((patch.left + patch.right) / 2 - middle) < high * 0.5)
    if (between.some((patch) => Math.max(widthOf(patch), heightOf(patch)) >= high * leastInk)) letter.odds = Math.min(letter.odds, odds)
  }
}
