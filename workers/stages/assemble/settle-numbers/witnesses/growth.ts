import { SURE } from '../../../../../rules/engine/agree-facts.ts'
import { Undefined } from '../../../../../rules/engine/evaluate-interval.ts'
import { changeBetween } from '../../../../../rules/engine/growth-levels.ts'
import { fromSpan, overlap } from '../../../../../rules/engine/interval.ts'
import { findSubject } from '../../../../../rules/engine/know-subject.ts'
import type { Standard } from '../../../../../schemas/edition.ts'
import type { Fact } from '../../../../../schemas/fact.ts'
import type { Growth } from '../../../../../schemas/reading.ts'
import { together, type Witness } from '../witness.ts'

/** Whether a printed change lies between two levels; undefined where it may be in other prices than these. */
function follows(growth: Growth, from: Fact, to: Fact, standard: Standard): boolean | undefined {
  if (from.interval === null || to.interval === null || from.priceBasis !== to.priceBasis) return undefined
  const money = findSubject(growth.subject, standard)?.money !== false
  if (money && (growth.priceBasis === null || growth.priceBasis !== to.priceBasis)) return undefined
  try {
    return overlap(changeBetween(growth, fromSpan(from.interval), fromSpan(to.interval)), fromSpan(growth.interval))
  } catch (error) {
    if (error instanceof Undefined) return undefined
    throw error
  }
}

/** A printed growth from or to the value, the other year's level being surely read. */
export const growth: Witness = {
  why: '所印增长率',
  says(value, { own, reading, standard }) {
    if (value.kind !== 'actual') return undefined
    const levels = (year: number) => own.filter((fact) => fact.subject === value.subject && fact.year === year && fact.kind === 'actual')
    return together(
      reading.growths
        .filter(({ subject, approximate, evidence }) => subject === value.subject && !approximate && (evidence.confidence ?? 1) >= SURE)
        .flatMap((one) => {
          if (one.year === value.year && one.level === null) return levels(one.fromYear).map((from) => follows(one, from, value, standard))
          if (one.fromYear === value.year && one.fromLevel === null) return levels(one.year).map((to) => follows(one, value, to, standard))
          return []
        }),
    )
  },
}
