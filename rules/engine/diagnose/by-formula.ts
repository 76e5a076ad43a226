import type { Fact } from '../../../schemas/fact.ts'
import type { Dossier } from '../../dossier.ts'
import { type FormulaCause, findFormulaAttempts } from '../formula-causes.ts'
import { fromSpan } from '../interval.ts'
import { placeName } from '../place-name.ts'
import { showFact } from '../show-fact.ts'
import type { Candidate } from './candidate.ts'
import { chanceOf, printsReached } from './chance.ts'
import { coincide, findPrinted } from './printed.ts'

/** The mistakes in calculating that give just what is printed; the more ways a kind of mistake has, the likelier it meets a number by chance. */
export function byFormula(suspect: Fact, dossier: Dossier): Candidate[] {
  const print = findPrinted(suspect)
  if (!print || suspect.interval === null) return []
  const printed = fromSpan(suspect.interval)
  const attempts = findFormulaAttempts(suspect, dossier)
  const chance = (one: FormulaCause) =>
    chanceOf(
      printsReached(
        print,
        attempts.filter(({ family }) => family === one.family).map(({ interval }) => interval),
      ),
      print,
    )
  return attempts
    .filter(({ interval }) => coincide(interval, printed))
    .map((one) => ({
      cause: one.cause,
      chance: chance(one),
      explanation: `${placeName(suspect, dossier)}的${showFact(suspect)}可能是：${one.explanation}。`,
      suggestion: '核对计算公式、年份和所用数据，更正后重新计算。',
    }))
    .sort((a, b) => a.chance - b.chance)
}
