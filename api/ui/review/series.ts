import type { Fact } from '../client/review-types.ts'

export type Point = { readonly year: number; readonly value: number; readonly label: string; readonly document: string }
export type Series = {
  readonly unit: string
  readonly years: readonly number[]
  readonly documents: readonly string[]
  readonly points: readonly Point[]
}

const fewest = 2
const most = { years: 10, documents: 6 }

/** A value over the years by document, in the unit that the finding's own fact prints; undefined where fewer than two years are printed. */
export function seriesOf(facts: readonly Fact[], first: Fact | undefined, nameOf: (document: string) => string): Series | undefined {
  const usable = facts.filter(({ year, canonical, approximate }) => year !== null && canonical !== null && !approximate)
  const own = usable.find(({ id }) => id === first?.id) ?? usable[0]
  if (own?.canonical == null || own.value === null) return undefined
  const factor = Number(own.value) === 0 ? 1 : Number(own.canonical.value) / Number(own.value)
  const seen = new Map<string, Point>()
  for (const { year, canonical, document } of usable) {
    const value = Number((Number(canonical?.value) / factor).toPrecision(12))
    const point = { year: year ?? 0, value, label: String(value), document: nameOf(document) }
    seen.set(`${point.year} ${point.value} ${point.document}`, point)
  }
  const points = [...seen.values()]
  const years = [...new Set(points.map(({ year }) => year))].sort((one, other) => one - other).slice(-most.years)
  const documents = [...new Set(points.map(({ document }) => document))].slice(0, most.documents)
  if (years.length < fewest) return undefined
  return {
    unit: own.unit ?? own.canonical.unit,
    years,
    documents,
    points: points.filter(({ year, document }) => years.includes(year) && documents.includes(document)),
  }
}

/** A difference above this share of the picture's height is seen without help. */
const visible = 0.5

/** The sources of one year side by side, where they differ by less than the series can show. */
export function stripOf({ points }: Series, year: number | null): { value: number; label: string; documents: string[] }[] {
  const there = points.filter((point) => point.year === year)
  const values = [...new Set(there.map(({ value }) => value))].sort((one, other) => one - other)
  const spread = Math.max(...points.map(({ value }) => value)) - Math.min(...points.map(({ value }) => value))
  const apart = (values.at(-1) ?? 0) - (values[0] ?? 0)
  if (values.length < 2 || values.length > 3 || apart > spread * visible) return []
  return values.map((value) => ({
    value,
    label: String(value),
    documents: there.filter((point) => point.value === value).map(({ document }) => document),
  }))
}
