import type { Indicator } from '../../schemas/edition.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { Change } from '../../schemas/standing.ts'
import type { Dossier } from '../dossier.ts'
import { findAssessed, limitsFor, statedIn } from './assess-value.ts'
import { dayedOf } from './deadline-told.ts'
import { Decimal } from './decimal.ts'
import { fromSpan, overlap } from './interval.ts'

/** The year of the naming; where none is told, the first year that any paper states values of. */
function firstYear({ documents, facts }: Dossier): number | null {
  const [named] = dayedOf(documents, 'named').map(({ on }) => Number(on.from.slice(0, 4)))
  const years = facts.flatMap(({ year, kind, subject }) =>
    kind === 'actual' && year !== null && subject.startsWith('hj274.') ? [year] : [],
  )
  const known = [...new Set(years)].sort((a, b) => a - b)
  return known.find((year) => named === undefined || year >= named) ?? null
}

/** Which way a value moved in the sense of its threshold: up is better where the threshold is a floor. */
function changeOf(indicator: Indicator, from: Fact, to: Fact, dossier: Dossier): Change['change'] {
  const senses = new Set(limitsFor(indicator, dossier, undefined).limits.map(({ operator }) => operator[0]))
  const [sense] = senses
  if (senses.size !== 1 || from.interval === null || to.interval === null || from.canonical === null || to.canonical === null) return 'open'
  if (overlap(fromSpan(from.interval), fromSpan(to.interval))) return 'same'
  if (sense === '=') return 'open'
  const rises = new Decimal(to.canonical.value).gt(from.canonical.value)
  return rises === (sense === '>') ? 'better' : 'worse'
}

/** At a performance evaluation, every indicator of the latest report against the year of the naming (Art. 25). */
export function compareSinceNaming(dossier: Dossier): Change[] {
  const at = dossier.stage === 'evaluation' ? findAssessed(dossier) : undefined
  const first = firstYear(dossier)
  if (at === undefined || first === null || first >= at.year) return []
  return dossier.standard.indicators.flatMap((indicator) => {
    const [to] = statedIn(at.document.id, indicator.id, at.year, dossier)
    const from = dossier.facts.find(
      (one) => one.subject === indicator.id && one.year === first && one.kind === 'actual' && !one.approximate,
    )
    if (from === undefined || to === undefined) return []
    const end = (fact: Fact, year: number) => ({ year, fact: fact.id, raw: fact.raw })
    return [
      {
        subject: indicator.id,
        name: indicator.zh,
        from: end(from, first),
        to: end(to, at.year),
        change: changeOf(indicator, from, to, dossier),
      },
    ]
  })
}
