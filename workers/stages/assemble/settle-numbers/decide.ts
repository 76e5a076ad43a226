import type { Fact } from '../../../../schemas/fact.ts'
import { recorded } from '../../repair/record.ts'
import type { Doubtful } from './doubtful.ts'
import type { Surroundings, Witness } from './witness.ts'
import { formula } from './witnesses/formula.ts'
import { growth } from './witnesses/growth.ts'
import { printedAgain, printedElsewhere } from './witnesses/printed-again.ts'
import { series } from './witnesses/series.ts'

/** All that may bear out a reading. They are independent of each other: each leans on other print. */
const witnesses: readonly Witness[] = [printedAgain, printedElsewhere, formula, growth, series]

/** How sure a value is that one witness bears out; and one that two do and that the second reader saw: only that one may accuse. */
const sureness = { likely: 0.85, decided: 0.92 }
const enough = 2

/** Why a value stands rather than the other: what agrees with it, and not with the other. Empty where anything objects to it. */
function borneOut(value: Fact, other: Fact, surroundings: Surroundings): string[] {
  const said = witnesses.map((witness) => ({ witness, own: witness.says(value, surroundings), other: witness.says(other, surroundings) }))
  if (said.some(({ own }) => own === false)) return []
  return said.flatMap(({ witness, own, other }) => (own === true && other === false ? [witness.why] : []))
}

/** The fact as one of its two readings, the decision told among its repairs. */
function settled({ fact, other }: Doubtful, chosen: Fact, why: readonly string[]): Fact {
  const { recognition } = fact
  if (recognition === undefined) return fact
  const rejected = chosen === fact ? other : fact
  const seenTwice = chosen !== fact && why.length >= enough
  const confidence = seenTwice ? sureness.decided : Math.max(fact.confidence, sureness.likely)
  const repaired = { text: chosen.raw, why: `两次识别不同，取与${why.join('、')}相符的一读`, confidence }
  const told = recorded(recognition, rejected.raw, repaired)
  return { ...chosen, confidence: told.confidence, recognition: told }
}

/**
 * The fact settled as that of its two readings which something else bears out, where nothing objects to it and nothing bears out the
 * other; undefined where the doubt stays.
 */
export function decide(doubtful: Doubtful, surroundings: Surroundings): Fact | undefined {
  const { fact, other } = doubtful
  const [forFact, forOther] = [borneOut(fact, other, surroundings), borneOut(other, fact, surroundings)]
  if (forFact.length > 0 === forOther.length > 0) return undefined
  return forFact.length > 0 ? settled(doubtful, fact, forFact) : settled(doubtful, other, forOther)
}
