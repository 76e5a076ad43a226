import { findScheme } from './headings.ts'
import type { PlacedLine } from './paragraphs.ts'
import { captionPattern, sentenceEnd } from './table-words.ts'

/** A title stands on one of the first pages. */
const titlePages = 3
const longestTitle = 120

const isCentred = ({ line, frame }: PlacedLine) => Math.abs((line.box[0] + line.box[2]) / 2 - frame.width / 2) < 14

const mayBeTitle = ({ line }: PlacedLine) =>
  /[一-龥A-Za-z]{2}/.test(line.text) &&
  findScheme(line.text) === undefined &&
  !sentenceEnd.test(line.text) &&
  !captionPattern.test(line.text)

/**
 * The lines of the document's title: the largest text on the first page that has any, over as many lines as it takes;
 * without larger text, its first line where that is centred. Empty where there is none.
 */
export function findTitle(lines: readonly PlacedLine[]): PlacedLine[] {
  const first = lines[0]?.frame.page ?? 1
  if (first > titlePages) return []
  const page = lines.filter(({ frame }) => frame.page === first)
  const candidates = page.filter(mayBeTitle)
  const largest = Math.max(0, ...candidates.map(({ line }) => line.size))
  const body = lines[0]?.style.size ?? 0
  if (largest < body * 1.12) {
    const top = page[0]
    return top !== undefined && mayBeTitle(top) && isCentred(top) && page.length > 1 && top.line.text.length <= 45 ? [top] : []
  }
  const start = page.findIndex((placed) => candidates.includes(placed) && placed.line.size >= largest * 0.97)
  const title: PlacedLine[] = []
  for (const placed of page.slice(start)) {
    const last = title[title.length - 1]
    const same = placed.line.size >= largest * 0.97 && mayBeTitle(placed)
    if (!same || (last !== undefined && placed.line.base - last.line.base > largest * 4)) break
    title.push(placed)
  }
  return title.reduce((sum, { line }) => sum + line.text.length, 0) > longestTitle ? [] : title
}
