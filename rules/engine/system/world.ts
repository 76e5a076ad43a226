import type { Fact } from '../../../schemas/fact.ts'
import type { Dossier } from '../../dossier.ts'
import { agree } from '../agree-facts.ts'
import { Decimal } from '../decimal.ts'
import { fromSpan, type Interval } from '../interval.ts'
import type { Voice, Voices } from './voices.ts'

/** What a value must be once some voices are held to be wrong, and the voice that says so. */
export type Truth = { readonly interval: Interval; readonly fact: Fact; readonly voice: Voice }

/** A story of who is wrong: the numbers of the elements that are, and what the others say. */
export type World = {
  readonly isWrong: (element: number) => boolean
  /** What the rest of the dossier says in place of a fact held to be wrong; undefined where nobody else speaks. */
  readonly truthFor: (fact: Fact) => Truth | undefined
}

const width = ({ interval }: Fact): Decimal => (interval ? new Decimal(interval.high).minus(interval.low) : new Decimal(0))

/** Prints coarser than this share of their value may be slips of the unit themselves and say nothing of rounding. */
const COARSE = '0.01'

/** The right value as this document would have rounded it: it may have gone on computing with the rounded one. */
function rounded(truth: Interval, like: Fact): Interval {
  const middle = truth.low.plus(truth.high).div(2)
  const own = width(like)
  if (own.gt(middle.abs().times(COARSE))) return truth
  return { low: Decimal.min(truth.low, middle.minus(own.div(2))), high: Decimal.max(truth.high, middle.plus(own.div(2))) }
}

/** The finest of the voices that remain about the same subject and year in comparable prices. */
export function createWorld(wrong: ReadonlySet<number>, voices: Voices, { standard }: Dossier): World {
  const truthFor = (fact: Fact): Truth | undefined => {
    const own = voices.of(fact)
    if (own === undefined) return undefined
    let best: { fact: Fact; voice: Voice } | undefined
    for (const voice of voices.about(own.key)) {
      const [finest] = voice.facts
      if (voice === own || wrong.has(voice.number) || !finest?.interval || agree(finest, fact, standard) === undefined) continue
      if (best === undefined || width(finest).lt(width(best.fact))) best = { fact: finest, voice }
    }
    return best?.fact.interval ? { ...best, interval: rounded(fromSpan(best.fact.interval), fact) } : undefined
  }
  return { isWrong: (element) => wrong.has(element), truthFor }
}
