import type { Box } from '../../../../schemas/place.ts'
import type { TextLine } from './compose-line.ts'
import { around } from './page-content.ts'
import type { OpenStack } from './split-stack.ts'
import { captionPattern, notePattern, unitPattern } from './table-words.ts'
import { spansOf } from './text-columns.ts'

const columnGap = 0.6
/** Rows of one table stand at most this many font sizes apart. */
const farthestRow = 3.6

const middle = (line: TextLine) => (line.box[1] + line.box[3]) / 2

/**
 * A three-line table that a page break cuts has its last rule on another page: with only the two rules of its header it
 * goes on below them, as long as lines with several columns (and the wrapped text between them) follow.
 */
export function extendStack(stack: OpenStack, lines: readonly TextLine[]): OpenStack {
  if (stack.full.length !== 2) return stack
  const [left, top, right, bottom] = stack.box
  const below = lines.filter((line) => middle(line) > bottom && line.box[0] > left - 8 && line.box[2] < right + 8)
  const taken: TextLine[] = []
  let waiting: TextLine[] = []
  let last = bottom
  for (const line of below) {
    const isForeign = captionPattern.test(line.text) || notePattern.test(line.text) || unitPattern.test(line.text)
    if (isForeign || line.base - last > line.size * farthestRow || waiting.length > 3) break
    last = line.base
    waiting.push(line)
    if (spansOf(line, columnGap).length < 2) {
      if (line.box[2] - line.box[0] > (right - left) * 0.6) break
      continue
    }
    taken.push(...waiting)
    waiting = []
  }
  if (taken.length === 0) return stack
  const tail = waiting.filter(
    (line) => line.base - (taken[taken.length - 1]?.base ?? 0) < line.size * 1.9 && line.box[2] - line.box[0] < (right - left) * 0.4,
  )
  const all = [...taken, ...tail]
  const box: Box = [left, top, right, around(all.map((line) => line.box))[3] + 1]
  return { ...stack, box, lines: [...stack.lines, ...all] }
}
