import type { Finding } from '../../schemas/finding.ts'
import type { Evidence } from '../../schemas/place.ts'

const standsAt = ({ page, bbox, table, row, column, sheet, cell, paragraph }: Evidence) => [
  ...[page, bbox, table, row, column],
  ...[sheet, cell, paragraph],
]

/** What makes two findings of one revision the same: the rule, what it is about, and where it looks. Not the values, which a correction changes. */
const natureOf = ({ rule, subject, year, facts, places }: Finding): string =>
  JSON.stringify([rule, subject, year, facts, places.map(({ document, evidence }) => [document, standsAt(evidence)])])

/** Each item by the nature of its finding, those of one nature told apart by their order. */
function named<T>(items: readonly T[], findingOf: (item: T) => Finding): Map<string, T> {
  const seen = new Map<string, number>()
  return new Map(
    items.map((item) => {
      const nature = natureOf(findingOf(item))
      const nth = (seen.get(nature) ?? 0) + 1
      seen.set(nature, nth)
      return [`${nth} ${nature}`, item]
    }),
  )
}

/** The findings of a review beside those of the same review after a correction. `ordinal` counts them from 1 in the report. */
export type Matched<T> = {
  readonly kept: readonly { readonly before: T; readonly after: Finding; readonly ordinal: number }[]
  readonly fresh: readonly { readonly after: Finding; readonly ordinal: number }[]
  readonly lost: readonly T[]
}

export function matchFindings<T>(before: readonly T[], findingOf: (item: T) => Finding, after: readonly Finding[]): Matched<T> {
  const known = named(before, findingOf)
  const numbered = after.map((finding, i) => ({ after: finding, ordinal: i + 1 }))
  const kept: { before: T; after: Finding; ordinal: number }[] = []
  const fresh: { after: Finding; ordinal: number }[] = []
  for (const [name, placed] of named(numbered, (item) => item.after)) {
    const found = known.get(name)
    if (found === undefined) fresh.push(placed)
    else kept.push({ ...placed, before: found })
  }
  const found = new Set(kept.map((pair) => pair.before))
  return { kept, fresh, lost: before.filter((item) => !found.has(item)) }
}
