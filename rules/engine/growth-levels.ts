import type { Fact } from '../../schemas/fact.ts'
import type { Growth } from '../../schemas/reading.ts'
import type { Dossier } from '../dossier.ts'
import { compoundRate, minus, over, times } from './evaluate-interval.ts'
import { factsByDocument } from './index-facts.ts'
import { exactly, fromSpan, type Interval } from './interval.ts'
import { findSubject } from './know-subject.ts'
import { createSeries, type Series } from './series.ts'

/** A level that a growth starts from or arrives at: printed in the sentence itself, or stated elsewhere. */
export type Level = { readonly interval: Interval; readonly fact: Fact | null }

/** A printed growth with the levels of its two years; `elsewhere` where another document states one of them. */
export type GrowthLevels = {
  readonly growth: Growth
  readonly earlier: readonly Level[]
  readonly later: readonly Level[]
  readonly elsewhere: boolean
}

const inSentence = (span: Growth['level']): Level[] => (span === null ? [] : [{ interval: fromSpan(span), fact: null }])

const stated = (series: Series, { subject }: Growth, year: number): Level[] =>
  series.bases([subject]).flatMap((basis) => series.stated(subject, year, basis).filter(({ fact }) => fact.priceBasis === basis))

/** Every printed growth with its levels: the sentence's own, else the same document's, else (never for money, whose prices differ) any other document's. */
export function* findGrowthLevels(dossier: Dossier): Generator<GrowthLevels> {
  const series = new Map(
    dossier.documents.map(({ id }) => [id, createSeries([...(factsByDocument(dossier).get(id)?.values() ?? [])].flat())]),
  )
  const all = createSeries(dossier.facts)
  for (const growth of dossier.growths) {
    const own = series.get(growth.document) ?? createSeries([])
    const money = findSubject(growth.subject, dossier.standard)?.money !== false
    const find = (span: Growth['level'], year: number) => {
      const near = span === null ? stated(own, growth, year) : inSentence(span)
      return near.length > 0 || money ? { levels: near, far: false } : { levels: stated(all, growth, year), far: true }
    }
    const [earlier, later] = [find(growth.fromLevel, growth.fromYear), find(growth.level, growth.year)]
    yield { growth, earlier: earlier.levels, later: later.levels, elsewhere: earlier.far || later.far }
  }
}

/** What two levels make of the printed measure, in its own unit. Throws Undefined where a level may be zero. */
export function changeBetween({ measure, year, fromYear }: Growth, from: Interval, to: Interval): Interval {
  const hundred = exactly(100)
  switch (measure) {
    case 'points':
      return minus(to, from)
    case 'multiple':
      return over(to, from)
    case 'rate':
      return times(minus(over(to, from), exactly(1)), hundred)
    case 'annual_rate':
      return times(compoundRate(from, to, year - fromYear), hundred)
  }
}
