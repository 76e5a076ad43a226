import type { Fact } from '../../../schemas/fact.ts'
import type { Diagnosis } from '../../../schemas/finding.ts'
import type { Dossier } from '../../dossier.ts'
import { SURE } from '../agree-facts.ts'
import { exactly, fromSpan } from '../interval.ts'
import { placeName } from '../place-name.ts'
import { showFact } from '../show-fact.ts'
import { byFormula } from './by-formula.ts'
import type { Against, Candidate, Odds, Question, Test } from './candidate.ts'
import { chooseCause, tellCause, tellSeveral } from './choose-cause.ts'
import { mistyped, rounded, transposed } from './digits.ts'
import { swapped, wrongYear } from './other-cell.ts'
import { prices, pricesOpen } from './prices.ts'
import { findPrinted } from './printed.ts'
import { scale } from './scale.ts'

/** How a right value may have been copied wrongly. */
const slips: readonly Test[] = [swapped, wrongYear, scale, transposed, mistyped]

const placed = (fact: Fact, dossier: Dossier): string => `${placeName(fact, dossier)}的${showFact(fact)}`

/** A goal is exactly what is printed; a measured value is anything that its digits stand for. */
function againstFact(fact: Fact, dossier: Dossier): Against[] {
  if (fact.interval === null) return []
  const interval = fact.kind === 'target' && fact.canonical ? exactly(fact.canonical.value) : fromSpan(fact.interval)
  return [{ interval, fact, what: placed(fact, dossier) }]
}

/** Every slip that turns some right value (the finest first) into the print, and every mistake in calculating that gives it. */
export function findCandidates(wrong: Fact, against: readonly Against[], dossier: Dossier): Candidate[] {
  const print = findPrinted(wrong)
  if (!print) return []
  const question = (one: Against): Question => ({ fact: wrong, print, what: placed(wrong, dossier), against: one, dossier })
  // The finest of the right prints tells whether the difference is one of rounding: beside a coarse one much is.
  const [finest] = against
  const near = finest && rounded(question(finest))
  return [
    ...(near ? [near] : []),
    ...slips.flatMap((test) => against.flatMap((one) => test(question(one)) ?? [])),
    ...byFormula(wrong, dossier),
  ]
}

/** Poor recognition is named before any fault of the author's. */
function recognition(facts: readonly Fact[], dossier: Dossier): Diagnosis | undefined {
  const poor = facts.find((fact) => fact.confidence < SURE)
  return (
    poor && {
      cause: 'ocr_suspect',
      explanation: `${placed(poor, dossier)}由扫描件识别得到，可信度低，可能是识别错误。`,
      suggestion: '对照扫描件原图核对该数。',
    }
  )
}

/** More right prints than these add nothing: they agree with each other. */
const MOST_RIGHT = 6

function unexplained({ wrong, right, dossier }: Odds, several: readonly Candidate[]): Diagnosis {
  const suggestion = `对照原始台账核对${placeName(wrong, dossier)}与${placeName(right, dossier)}。`
  if (several.length > 0) return { cause: 'unknown', explanation: tellSeveral(several), suggestion }
  const what = wrong.kind === 'target' ? '可能是目标值经过调整而未说明，或抄录有误' : '可能是统计口径、数据来源不同或抄录有误'
  const ask = pricesOpen({ wrong, right, sure: false, dossier }) ? '两处只有一处注明价格口径，请一并核对。' : ''
  return { cause: 'unknown', explanation: `${showFact(wrong)}与${showFact(right)}之间未发现单一的笔误规律，${what}。${ask}`, suggestion }
}

/**
 * The likely cause of a printed value being at odds with others: what the print itself says first (recognition, prices), then the
 * one slip or mistake that explains it alone and by no accident (chooseCause); `unknown` where none does. `recalculated` is
 * what the document's own inputs give for it, if that is known.
 */
export function explainOdds(
  { wrong, right, sure, dossier }: Odds,
  others: readonly Fact[] = [],
  recalculated: readonly Against[] = [],
): Diagnosis {
  const told = recognition([wrong, right], dossier) ?? prices({ wrong, right, sure, dossier })
  if (told) return told
  const rights = [...new Set([right, ...others])].slice(0, MOST_RIGHT)
  const forward = findCandidates(wrong, [...rights.flatMap((fact) => againstFact(fact, dossier)), ...recalculated], dossier)
  const backward = sure ? [] : findCandidates(right, againstFact(wrong, dossier), dossier)
  const { named, several } = chooseCause([...forward, ...backward])
  return named ? tellCause(named) : unexplained({ wrong, right, sure, dossier }, several)
}

/** The same of a value that only a calculation contradicts. */
export function explainAgainst(suspect: Fact, against: Against, dossier: Dossier): Diagnosis {
  const poor = recognition([suspect], dossier)
  if (poor) return poor
  const { named, several } = chooseCause(findCandidates(suspect, [against], dossier))
  if (named) return tellCause(named)
  const suggestion = '请提供计算过程，核对公式、年份和所用数据。'
  if (several.length > 0) return { cause: 'unknown', explanation: tellSeveral(several), suggestion }
  const what = placed(suspect, dossier)
  return {
    cause: 'unknown',
    explanation: `${what}与${against.what}不符，未发现单一的笔误规律，可能是计算口径、所用数据或抄录有误。`,
    suggestion,
  }
}
