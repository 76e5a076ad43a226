import { isSure } from '../../../../rules/engine/agree-facts.ts'
import type { Standard } from '../../../../schemas/edition.ts'
import type { Fact } from '../../../../schemas/fact.ts'
import type { Reading } from '../../../../schemas/reading.ts'
import { correctNeighbours } from '../../correct/correct-neighbours.ts'
import { vocabularyOf } from '../../extract/vocabulary.ts'
import { decide } from './decide.ts'
import { findDoubt } from './doubtful.ts'

/**
 * Settles numbers in which two readers of a scan differ, by what else the dossier says surely: the same value printed elsewhere, the
 * formulas of the Standard, printed growth, the size of the other years.
 *
 * Nothing is put in that no reader saw, and nothing is touched that both saw alike: a wrong number that was clearly printed must be found,
 * not mended. Dossiers differ from themselves by a digit, and that is what a review is for; so what bears out a reading only lifts it out of
 * doubt (from which it accuses nobody) where two things do that have nothing in common, and the independent reader saw that very number.
 * All decisions are made on what was surely read before any of them, so that none leans on another.
 */
export function settleNumbers(readings: readonly Reading[], standard: Standard): Reading[] {
  const vocabulary = vocabularyOf(standard)
  const sure = readings.flatMap(({ facts }) => facts.filter(isSure))
  return readings.map((reading) => {
    if (reading.ocrPages === 0) return reading
    const [own, others] = [sure.filter(({ document }) => document === reading.id), sure.filter(({ document }) => document !== reading.id)]
    const changes: { from: Fact; to: Fact }[] = []
    const facts = reading.facts.map((fact) => {
      const doubtful = findDoubt(fact, vocabulary)
      const to = doubtful && decide(doubtful, { standard, reading, own, others })
      if (to === undefined) return fact
      if (to.value !== fact.value) changes.push({ from: fact, to })
      return to
    })
    return correctNeighbours({ ...reading, facts }, changes)
  })
}
