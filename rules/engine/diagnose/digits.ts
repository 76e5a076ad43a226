import { Decimal } from '../decimal.ts'
import { findSubject } from '../know-subject.ts'
import { showFact } from '../show-fact.ts'
import type { Candidate, Question, Test } from './candidate.ts'
import { chanceOf, printsIn } from './chance.ts'
import { findTransposition, findTypo } from './edit-digits.ts'
import { findPrinted, quantum, significant } from './printed.ts'

const sizeOf = (digits: string): number => significant(digits).length

function edited(
  cause: Candidate['cause'],
  { what, print, against }: Question,
  digits: string,
  how: string,
  why: string,
  ways: number,
): Candidate {
  return {
    cause,
    chance: chanceOf(ways * printsIn(print, against.interval), print),
    explanation: `${what}的${print.digits}${how}即为${digits}，与${against.what}一致，可能是${why}。`,
    suggestion: `核对两处原始数据，确认是${print.digits}还是${digits}。`,
  }
}

/** Two neighbouring digits change places. */
export const transposed: Test = (question) => {
  const { print, against } = question
  const digits = findTransposition(print, against.interval)
  return digits === undefined
    ? undefined
    : edited('digit_transposition', question, digits, '调换相邻两位数字', '数字颠倒', sizeOf(print.digits) - 1)
}

/** One digit differs, is missing or is one too many. */
export const mistyped: Test = (question) => {
  const { print, against } = question
  const digits = findTypo(print, against.interval)
  if (digits === undefined) return undefined
  const ways = (sizeOf(digits) === sizeOf(print.digits) ? 9 : 10) * sizeOf(print.digits)
  return edited('digit_typo', question, digits, '改动一位数字', '录入错误', ways)
}

/** Goals and counts of whole things are never rounded. */
const canBeRounded = ({ fact, dossier }: Question): boolean =>
  fact !== null && fact.kind === 'actual' && !findSubject(fact.subject, dossier.standard)?.counted

/** Rounding accuses nobody, so that it need not be rarer than chance: what is as near as this is never told as anything worse. */
function rounding({ fact, against }: Question, how: string): Candidate {
  const both = `${fact ? showFact(fact) : ''}与${against.fact ? showFact(against.fact) : against.what}`
  return {
    cause: 'rounding',
    chance: 0,
    explanation: `${both}之差不超过末位一个单位，可能是${how}所致。`,
    suggestion: '统一修约方法和保留位数。',
  }
}

/** The values differ by no more than one unit of the last digit of the coarser print; cut off where it should have been rounded, or nearly so. */
export const rounded: Test = (question) => {
  const { print, against } = question
  const other = against.fact && findPrinted(against.fact)
  if (!other || !canBeRounded(question)) return undefined
  const [fine, coarse] = quantum(print).lt(quantum(other)) ? [print, other] : [other, print]
  const step = quantum(coarse)
  const cut = new Decimal(fine.digits).times(fine.factor).div(step).trunc().times(step)
  if (quantum(fine).lt(step) && cut.eq(new Decimal(coarse.digits).times(coarse.factor))) return rounding(question, '截去尾数而未四舍五入')
  const apart = new Decimal(question.fact?.canonical?.value ?? 0).minus(against.fact?.canonical?.value ?? 0).abs()
  return apart.lte(Decimal.max(quantum(print), quantum(other))) ? rounding(question, '尾数取舍（进位或两次修约）') : undefined
}
