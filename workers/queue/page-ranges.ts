/** First and last page, from 1. */
export type PageRange = readonly [number, number]

/** A range is some ten to forty seconds of work: little is lost with a worker, and a long scan spreads over many. */
const mostPages = 8

/** Pages as ranges of neighbours, each of at most eight. */
export function pageRanges(pages: readonly number[]): PageRange[] {
  const ranges: [number, number][] = []
  for (const page of [...new Set(pages)].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last !== undefined && page === last[1] + 1 && page - last[0] < mostPages) last[1] = page
    else ranges.push([page, page])
  }
  return ranges
}
