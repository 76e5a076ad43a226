import type { Recognition } from '../../../../schemas/document.ts'
import type { Box } from '../../../../schemas/place.ts'
import { joinRecognitions } from '../../join-recognitions.ts'
import { groupLines, joinText } from './group-lines.ts'
import type { Glyph } from './page-content.ts'

/** `recognition`: how it was read, where it was read from a picture. */
export type CellText = { text: string; lines: number; recognition?: Recognition }

/** A cell's text over its printed lines: CJK joined without spaces, words with one. `right` is the cell's right edge. */
export function readCellText(glyphs: readonly Glyph[], box: Box): CellText {
  const lines = groupLines(glyphs)
  let text = ''
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    text = before === undefined ? line.text : joinText(text, line.text, box[2] - before.box[2] < before.size * 1.5)
  }
  const recognition = joinRecognitions(lines.flatMap(({ recognised }) => recognised.map((span) => span.recognition)))
  return { text, lines: lines.length, ...(recognition === undefined ? {} : { recognition }) }
}
