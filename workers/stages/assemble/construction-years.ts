import type { Stage } from '../../../schemas/dossier.ts'
import type { Kind } from '../../../schemas/fact.ts'
import type { Reading } from '../../../schemas/reading.ts'
import { toldYear } from './elect.ts'

export type ConstructionYears = { readonly baseYear: number | null; readonly finalYear: number | null }

/** A year that holds fewer than this part of the fullest year's values is a side remark, not a year under review. */
const SHARE = 4

/** The years that the values of these documents belong to, first to last, side remarks left out. */
function yearsOf(readings: readonly Reading[], kind: Kind): number[] {
  const counts = new Map<number, number>()
  for (const fact of readings.flatMap((reading) => reading.facts))
    if (fact.kind === kind && fact.year !== null) counts.set(fact.year, (counts.get(fact.year) ?? 0) + 1)
  const fullest = Math.max(0, ...counts.values())
  return [...counts]
    .filter(([, count]) => count * SHARE >= fullest)
    .map(([year]) => year)
    .sort((a, b) => a - b)
}

/**
 * Base and final year: as the documents state them (acceptance report first, then the plan), else as their values show:
 * first and last year of an acceptance, the last year reached and the year aimed at of a creation. The last year of an annual
 * report's values need not be the end of construction, so that is known only where it is told.
 */
export function findConstructionYears(readings: readonly Reading[], stage: Stage): ConstructionYears {
  const told = { baseYear: toldYear(readings, 'baseYear'), finalYear: toldYear(readings, 'finalYear') }
  if (told.baseYear !== null && told.finalYear !== null) return told
  const main = readings.filter(({ identity }) => identity.role === (stage === 'creation' ? 'plan' : 'acceptance_report'))
  const from = main.some((reading) => reading.facts.length > 0) ? main : readings
  const [actual, target] = [yearsOf(from, 'actual'), yearsOf(from, 'target')]
  const shown =
    stage === 'creation'
      ? { baseYear: actual.at(-1), finalYear: target.at(-1) }
      : { baseYear: actual.length > 1 ? actual[0] : undefined, finalYear: stage === 'annual' ? undefined : actual.at(-1) }
  const [baseYear, finalYear] = [told.baseYear ?? shown.baseYear ?? null, told.finalYear ?? shown.finalYear ?? null]
  return baseYear !== null && finalYear !== null && finalYear <= baseYear ? told : { baseYear, finalYear }
}
