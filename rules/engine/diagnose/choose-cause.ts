import type { Cause, Diagnosis } from '../../../schemas/finding.ts'
import type { Candidate } from './candidate.ts'
import { chanceWords, RARE } from './chance.ts'

/**
 * Causes that hold others: where the first explains a print, the second may as well, being the looser of the two. A swap is two
 * wrong years; a point one place off, or a leading zero that changed places, is a digit too many; in a quotient of
 * two growths total ÷ n and the total are the same; next to rounding everything is near.
 */
const holds: Readonly<Partial<Record<Cause, readonly Cause[]>>> = {
  rounding: ['digit_typo', 'digit_transposition', 'wrong_input', 'unit_slip', 'decimal_shift', 'wrong_year'],
  swapped_rows: ['wrong_year', 'wrong_input', 'digit_typo', 'digit_transposition', 'unit_slip', 'decimal_shift'],
  arithmetic_mean_growth: ['wrong_input'],
  percent_fraction: ['unit_slip', 'decimal_shift', 'digit_typo'],
  decimal_shift: ['digit_typo'],
  unit_slip: ['digit_typo'],
  digit_transposition: ['digit_typo'],
}

/** A rival that meets this many times as many numbers by chance is none. */
const RIVAL = 5

const outdoes = (one: Candidate, other: Candidate): boolean =>
  one.cause !== other.cause && (holds[one.cause]?.includes(other.cause) === true || one.chance * RIVAL <= other.chance)

/**
 * The one cause that may be named: it explains the print exactly, would explain fewer than one in a hundred comparable numbers,
 * and no other does nearly as seldom. undefined where none may; `several` are those that rival each other.
 */
export function chooseCause(candidates: readonly Candidate[]): { named?: Candidate; several: readonly Candidate[] } {
  const rare = candidates.filter(({ chance }) => chance < RARE).sort((a, b) => a.chance - b.chance)
  const first = rare.filter((one, index) => rare.findIndex(({ cause }) => cause === one.cause) === index)
  const left = first.filter((one) => !first.some((other) => outdoes(other, one)))
  const [named, ...others] = left
  return named && others.length === 0 ? { named, several: [] } : { several: left }
}

/** The diagnosis with the odds of an accident told; rounding needs none. */
export const tellCause = ({ cause, chance, explanation, suggestion }: Candidate): Diagnosis => ({
  cause,
  explanation: cause === 'rounding' ? explanation : `${explanation}${chanceWords(chance)}`,
  suggestion,
})

/** What rival causes are told as: each possibility, and that they cannot be told apart. */
export const tellSeveral = (several: readonly Candidate[]): string =>
  `有${several.length}种可能，仅凭材料不能区分：${several.map(({ explanation }, index) => `（${index + 1}）${explanation.replace(/。$/, '')}`).join('；')}。`
