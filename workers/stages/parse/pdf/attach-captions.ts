import type { TextLine } from './compose-line.ts'
import { findScheme } from './headings.ts'
import type { PageTable } from './page-table.ts'
import { captionPattern, continuedPattern, notePattern, sentenceEnd, unitPattern } from './table-words.ts'

/** A table with what is printed above it. */
export type CaptionedTable = { table: PageTable; caption: string | null; unit: string | null }

/** A caption stands at most this many font sizes above its table (or above the next caption line). */
const farthest = 2.6
const mostLines = 4

const isCentredOver = (line: TextLine, table: PageTable) =>
  Math.abs((line.box[0] + line.box[2] - table.box[0] - table.box[2]) / 2) < 18 &&
  line.box[2] - line.box[0] < (table.box[2] - table.box[0]) * 0.92

function isName(line: TextLine, table: PageTable): boolean {
  if (captionPattern.test(line.text) || continuedPattern.test(line.text)) return !sentenceEnd.test(line.text)
  if (line.text.length > 60 || sentenceEnd.test(line.text) || notePattern.test(line.text)) return false
  const named = isCentredOver(line, table)
  return named && findScheme(line.text) === undefined
}

/** Whether a centred line is the rest of a caption that began one line above it. */
const wraps = (line: TextLine, above: TextLine | undefined, table: PageTable) =>
  above !== undefined &&
  captionPattern.test(above.text) &&
  !unitPattern.test(line.text) &&
  Math.abs(above.size - line.size) < 0.6 &&
  isCentredOver(line, table) &&
  line.base - above.base < line.size * 2.2

/**
 * Finds the caption above a table among the lines over it (nearest last): its name, and the unit line below or beside it.
 * Gives the lines taken; the caption is name and unit joined by a space.
 */
export function findCaption(
  table: PageTable,
  above: readonly TextLine[],
): { caption: string | null; unit: string | null; lines: TextLine[] } {
  const taken: TextLine[] = []
  let edge = table.box[1]
  let name = ''
  let unit: string | null = null
  for (let index = above.length - 1; index >= 0 && taken.length < mostLines; index--) {
    const line = above[index]
    if (line === undefined || edge - line.box[3] > line.size * farthest) break
    const text = line.text.trim()
    if (unit === null && name === '' && unitPattern.test(text)) unit = text
    else if (name === '' && isName(line, table)) name = text
    else break
    taken.push(line)
    edge = line.box[1]
    const before = above[index - 1]
    if (name !== '' && !captionPattern.test(name) && before !== undefined && wraps(line, before, table)) {
      name = `${before.text.trim()}${name}`
      taken.push(before)
      break
    }
    if (name !== '') break
  }
  const caption = [name, unit].filter((part) => part !== '' && part !== null).join(' ')
  return { caption: caption === '' ? null : caption, unit: unit ?? findUnit(name), lines: taken }
}

/** The unit that a caption names at its end: 表4-3 … 单位：万元. */
export function findUnit(caption: string): string | null {
  return /[（(]?\s*(?:计量|金额)?单位\s*[:：]\s*[^\s）)]{1,20}[）)]?\s*$/.exec(caption)?.[0].trim() ?? null
}
