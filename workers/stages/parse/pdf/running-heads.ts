import type { TextLine } from './compose-line.ts'
import { captionPattern, continuedPattern, unitPattern } from './table-words.ts'

export type HeadPage = { height: number; lines: TextLine[] }

/** Running heads and page numbers stand in the outer eighth of the page. */
const zone = 0.125
/** They keep their distance from the page's edge within this many points. */
const samePlace = 6

const pageNumber = /^[-—–~·•\s]*(?:第\s*)?(?:\d{1,4}|[ivxlcIVXLC]{1,7})(?:\s*页)?(?:\s*[/／]?\s*共?\s*\d{1,4}\s*页?)?[-—–~·•\s]*$/

/** A sentence of the body may open several pages with the same words; a running head is a name, not a sentence. */
const isProse = (text: string) => text.length > 20 && /[，。；]/.test(text)

type Candidate = { line: TextLine; page: number; key: string; top: boolean; distance: number }

function candidatesOf(pages: readonly HeadPage[]): Candidate[] {
  return pages.flatMap(({ height, lines }, page) =>
    lines.flatMap((line) => {
      const top = line.box[3] < height * zone
      if (!top && line.box[1] < height * (1 - zone)) return []
      if (captionPattern.test(line.text) || continuedPattern.test(line.text) || unitPattern.test(line.text)) return []
      const key = line.text.replace(/\s+/g, '').replace(/\d+/g, '#')
      return [{ line, page, key, top, distance: top ? line.base : height - line.base }]
    }),
  )
}

/** A document's title is set this many times as large as where a running head repeats it. */
const titleSize = 1.3
const shortestTitle = 6
const bare = (text: string) => text.replace(/\s+/g, '')

/** Whether a page opens with small print of what the first page sets large: the title as running head, even if on one page only. */
function repeatsTitle({ line, page, top }: Candidate, pages: readonly HeadPage[]): boolean {
  const text = bare(line.text)
  if (!top || page === 0 || text.length < shortestTitle || pages[page]?.lines[0] !== line) return false
  const large = (pages[0]?.lines ?? []).filter((other) => other.size >= line.size * titleSize)
  return large.some((_, start) =>
    [1, 2, 3].some(
      (count) =>
        bare(
          large
            .slice(start, start + count)
            .map((other) => other.text)
            .join(''),
        ) === text,
    ),
  )
}

/**
 * Finds the lines that repeat at one place of many pages (digits may differ), lone page numbers, and the title as a head.
 * Gives the lines to leave out of the body, and each text once.
 */
export function findRunningHeads(pages: readonly HeadPage[]): { lines: Set<TextLine>; texts: string[] } {
  const lines = new Set<TextLine>()
  const texts = new Map<string, string>()
  const byKey = new Map<string, Candidate[]>()
  for (const candidate of candidatesOf(pages)) {
    const name = `${candidate.top ? 'top' : 'foot'} ${candidate.key}`
    byKey.set(name, [...(byKey.get(name) ?? []), candidate])
  }
  const needed = pages.length <= 5 ? 2 : 3
  for (const [name, candidates] of byKey) {
    for (const candidate of candidates) {
      const alike = candidates.filter((other) => Math.abs(other.distance - candidate.distance) <= samePlace)
      const repeated =
        new Set(alike.map((other) => other.page)).size >= (isProse(candidate.line.text) ? Math.max(3, pages.length * 0.6) : needed)
      const numbered = !candidate.top && pageNumber.test(candidate.line.text)
      if (!repeated && !numbered && !repeatsTitle(candidate, pages)) continue
      lines.add(candidate.line)
      if (!texts.has(name)) texts.set(name, candidate.line.text)
    }
  }
  return { lines, texts: [...texts.values()] }
}
