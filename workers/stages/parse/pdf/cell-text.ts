import type { Recognition } from '../../../../schemas/document.ts'
import type { Box } from '../../../../schemas/place.ts'
import { joinRecognitions } from '../../join-recognitions.ts'
import type { TextLine } from './compose-line.ts'
import { groupLines, joinText } from './group-lines.ts'
import type { Glyph } from './page-content.ts'

/** Whether a word is a number, or a dash in its place, as a cell prints it alone. */
export const isNumeric = (word: string): boolean => /^[≥≤<>＜＞≈约]?[-−－+]?\d[\d,，.．]*[%％‰]?$|^[-−－—–]+$/.test(word)

/** Thousands parted by a space are one number. */
const thousands = /(?<=\d) (?=\d{3}(?:[^\d]|$))/g

/** Whether a cell holds more than one number, or a number beside or above other print: print does not tell then what stands in the cell. */
function holdsSeveral(lines: readonly TextLine[]): boolean {
  const parts = lines.flatMap(({ text, segments }) => segments.map(({ start, end }) => text.slice(start, end).trim()))
  if (parts.length > 1 && parts.some(isNumeric)) return true
  return parts.flatMap((part) => part.replace(thousands, '').split(/\s+/)).filter(isNumeric).length > 1
}

/** Of print read from a picture: `recognition` is how it was read, `several` whether print stands in it of which one alone may belong there. */
export type CellText = { text: string; lines: number; recognition?: Recognition; several?: boolean }

/** A cell's text over its printed lines: CJK joined without spaces, words with one. `right` is the cell's right edge. */
export function readCellText(glyphs: readonly Glyph[], box: Box): CellText {
  const lines = groupLines(glyphs)
  let text = ''
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    text = before === undefined ? line.text : joinText(text, line.text, box[2] - before.box[2] < before.size * 1.5)
  }
  const recognition = joinRecognitions(lines.flatMap(({ recognised }) => recognised.map((span) => span.recognition)))
  if (recognition === undefined) return { text, lines: lines.length }
  return { text, lines: lines.length, recognition, several: holdsSeveral(lines) }
}
