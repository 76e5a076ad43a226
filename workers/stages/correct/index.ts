import type { Correction } from '../../../schemas/correction.ts'
import type { Standard } from '../../../schemas/edition.ts'
import type { Fact } from '../../../schemas/fact.ts'
import type { Reading } from '../../../schemas/reading.ts'
import { correctFact } from './correct-fact.ts'
import { correctNeighbours } from './correct-neighbours.ts'

export { CorrectionError } from './correction-error.ts'

/**
 * The readings with these of their facts put right, each with what was read before in `misread`. Facts are named as the report counts
 * them, through all readings in their order; nothing else moves. The same print is put right where it was read as part of a sum or an
 * input of a calculation. Throws a CorrectionError for a print that is no value of its subject.
 */
export function correct(readings: readonly Reading[], corrections: readonly Correction[], standard: Standard): Reading[] {
  const byFact = new Map(corrections.map((correction) => [correction.fact, correction]))
  let count = 0
  return readings.map((reading) => {
    const changed: { from: Fact; to: Fact }[] = []
    const facts = reading.facts.map((fact) => {
      count += 1
      const correction = byFact.get(`f${count}`)
      if (correction === undefined) return fact
      const to = correctFact(fact, correction, standard)
      changed.push({ from: fact, to })
      return to
    })
    return changed.length === 0 ? reading : correctNeighbours({ ...reading, facts }, changed)
  })
}
