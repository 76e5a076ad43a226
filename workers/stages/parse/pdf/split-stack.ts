import type { Box } from '../../../../schemas/place.ts'
import type { TextLine } from './compose-line.ts'
import { median } from './compose-line.ts'
import { findScheme } from './headings.ts'
import type { Rule } from './page-content.ts'
import { captionPattern, notePattern, sentenceEnd, unitPattern } from './table-words.ts'
import { spansOf } from './text-columns.ts'

export type OpenStack = { full: Rule[]; partial: Rule[]; box: Box; lines: TextLine[] }

/** A band without text this high (points) lies between two tables, not inside one. */
const emptyBand = 26

const isForeign = (text: string) => captionPattern.test(text) || unitPattern.test(text) || notePattern.test(text)

/** Lines of a table leave more than one gap of this many ems, lines of running text hardly one. */
const cellGap = 0.45
const isOnePiece = (line: TextLine) => line.segments.length === 1 && spansOf(line, cellGap).length <= 2

/** Running text: lines that fill the band from side to side in one piece. A table without columns' gaps is none. */
function isProse(lines: readonly TextLine[], width: number): boolean {
  const long = lines.filter((line) => isOnePiece(line) && line.box[2] - line.box[0] > width * 0.6 && line.text.length >= 15)
  if (long.length >= 2 && long.length >= lines.length * 0.2) return true
  const single = lines.every((line) => line.segments.length === 1)
  return single && lines.some((line) => sentenceEnd.test(line.text) || findScheme(line.text)?.strong === true)
}

/**
 * Parts a stack of rules of one width into tables: a band between two rules that holds a caption, prose, or nothing
 * but white is no row of a table. A caption without a number is told by its band being higher than the rows around it.
 */
export function splitStack(stack: { full: Rule[]; partial: Rule[] }, lines: readonly TextLine[]): OpenStack[] {
  const bands = stack.full.slice(1).map((rule, index) => {
    const above = stack.full[index] ?? rule
    const own = lines.filter(
      (line) => middle(line) > above.at && middle(line) < rule.at && line.box[2] > rule.from - 8 && line.box[0] < rule.to + 8,
    )
    return { top: above, bottom: rule, lines: own, height: rule.at - above.at }
  })
  const usual = median(bands.filter((band) => band.lines.length > 0).map((band) => band.height))
  const isRow = bands.map((band, index) => {
    if (band.lines.length === 0) return band.height < emptyBand
    if (band.lines.some((line) => isForeign(line.text))) return false
    const width = band.bottom.to - band.bottom.from
    if (isProse(band.lines, width)) return false
    const single = band.lines.every((line) => line.segments.length === 1)
    return !(single && bands.length > 4 && index > 0 && index < bands.length - 1 && band.height > usual * 1.9)
  })
  const stacks: OpenStack[] = []
  for (let start = 0; start < bands.length; start++) {
    if (!isRow[start]) continue
    let end = start
    while (isRow[end + 1]) end++
    const own = bands.slice(start, end + 1)
    const full = [own[0]?.top, ...own.map((band) => band.bottom)].filter((rule) => rule !== undefined)
    const [top, bottom] = [full[0], full[full.length - 1]]
    if (top !== undefined && bottom !== undefined) {
      const box: Box = [Math.min(...full.map((rule) => rule.from)), top.at, Math.max(...full.map((rule) => rule.to)), bottom.at]
      const partial = stack.partial.filter((rule) => rule.at > top.at && rule.at < bottom.at)
      stacks.push({ full, partial, box, lines: own.flatMap((band) => band.lines) })
    }
    start = end
  }
  return stacks
}

const middle = (line: TextLine) => (line.box[1] + line.box[3]) / 2
