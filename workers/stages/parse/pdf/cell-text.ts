import type { Box } from '../../../../schemas/place.ts'
import { groupLines, joinText } from './group-lines.ts'
import type { Glyph } from './page-content.ts'

/** A cell's text over its printed lines: CJK joined without spaces, words with one. `right` is the cell's right edge. */
export function readCellText(glyphs: readonly Glyph[], box: Box): { text: string; lines: number } {
  const lines = groupLines(glyphs)
  let text = ''
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    text = before === undefined ? line.text : joinText(text, line.text, box[2] - before.box[2] < before.size * 1.5)
  }
  return { text, lines: lines.length }
}
