import type { Growth } from '../../../schemas/reading.ts'
import type { Dossier } from '../../dossier.ts'
import { Undefined } from '../evaluate-interval.ts'
import { changeBetween, findGrowthLevels, type GrowthLevels, type Level } from '../growth-levels.ts'
import { fromSpan, overlap } from '../interval.ts'
import { findSubject } from '../know-subject.ts'
import { findPriceBasis } from '../price-basis.ts'
import { type Answer, type Constraint, holds } from './constraint.ts'
import type { Voices } from './voices.ts'
import type { World } from './world.ts'

/** A level as it stands with the wrong values put right; undefined where nobody says what it is. */
function corrected({ fact, interval }: Level, voices: Voices, world: World) {
  const voice = fact ? voices.of(fact) : undefined
  if (fact === null || voice === undefined || !world.isWrong(voice.number)) return { interval, voice }
  return world.truthFor(fact)
}

/** Growth and levels of money speak of each other only where both name the same prices, which is seldom told. */
const comparable = ({ growth, earlier, later }: GrowthLevels, dossier: Dossier): boolean =>
  !growth.approximate &&
  (findSubject(growth.subject, dossier.standard)?.money === false ||
    [...earlier, ...later].every(({ fact }) => fact !== null && findPriceBasis(fact.priceBasis) === findPriceBasis(growth.priceBasis)))

function follows(growth: Growth, from: Level['interval'], to: Level['interval']): boolean {
  try {
    return overlap(changeBetween(growth, from, to), fromSpan(growth.interval))
  } catch (error) {
    if (error instanceof Undefined) return true
    throw error
  }
}

/** Whether a growth follows from some pair of its levels, and if from none, who took part in that. */
function askGrowth({ growth, earlier, later }: GrowthLevels, number: number, voices: Voices, world: World): Answer {
  const of = new Set([number])
  const pairs = later.flatMap((to) => earlier.map((from) => [corrected(from, voices, world), corrected(to, voices, world)] as const))
  for (const [from, to] of pairs) {
    if (!from || !to || follows(growth, from.interval, to.interval)) return holds
    for (const { voice } of [from, to]) if (voice) of.add(voice.number)
  }
  return { is: 'conflict', of }
}

/** The constraints that printed growths make between levels; each growth is an element of its own, numbered from `first`. */
export function findGrowthConstraints(dossier: Dossier, voices: Voices, first: number): Constraint[] {
  return [...findGrowthLevels(dossier)].flatMap((levels, index): Constraint[] => {
    const own = [...levels.earlier, ...levels.later].flatMap(({ fact }) => (fact ? (voices.of(fact)?.number ?? []) : []))
    if (own.length === 0 || levels.earlier.length === 0 || levels.later.length === 0 || !comparable(levels, dossier)) return []
    const number = first + index
    return [{ inputs: own, ask: (world) => (world.isWrong(number) ? holds : askGrowth(levels, number, voices, world)) }]
  })
}
