import type { Fact } from '../../../schemas/fact.ts'
import type { Diagnosis } from '../../../schemas/finding.ts'
import { Decimal } from '../decimal.ts'
import { exactly, type Interval } from '../interval.ts'
import { findSubject } from '../know-subject.ts'
import { placeName } from '../place-name.ts'
import { showFact } from '../show-fact.ts'
import type { Odds, Test } from './cause.ts'
import { findTransposition, findTypo } from './edit-digits.ts'
import { findPrinted, type Printed, quantum, significant } from './printed.ts'

type Turn = { readonly fact: Fact; readonly print: Printed; readonly other: Fact; readonly to: Interval }

/** A goal is exactly what is printed; a measured value is anything that its digits stand for. */
const meant = (fact: Fact, print: Printed): Interval =>
  fact.kind === 'target' && fact.canonical ? exactly(fact.canonical.value) : print.interval

/** Both prints, each with what it would have to become. Beside a coarser print of fewer digits than `fewest` an edit explains anything. */
function* turns({ wrong, right }: Odds, fewest: number): Generator<Turn> {
  const [print, other] = [findPrinted(wrong), findPrinted(right)]
  if (!print || !other) return
  const coarser = quantum(print).gt(quantum(other)) ? print : other
  if (!quantum(print).eq(quantum(other)) && significant(coarser.digits).length < fewest) return
  yield { fact: wrong, print, other: right, to: meant(right, other) }
  yield { fact: right, print: other, other: wrong, to: meant(wrong, print) }
}

/** Two neighbouring digits change places. */
export const transposed: Test<Odds> = (odds) => {
  for (const { fact, print, other, to } of turns(odds, 2)) {
    const digits = findTransposition(print, to)
    if (digits !== undefined)
      return {
        cause: 'digit_transposition',
        explanation: `${placeName(fact, odds.dossier)}的${print.digits}调换相邻两位数字即为${digits}，与${placeName(other, odds.dossier)}的${showFact(other)}一致，可能是数字颠倒。`,
        suggestion: `核对两处原始数据，确认是${print.digits}还是${digits}。`,
      }
  }
  return undefined
}

/** One digit differs, is missing or is one too many. */
export const mistyped: Test<Odds> = (odds) => {
  for (const { fact, print, other, to } of turns(odds, 3)) {
    const digits = findTypo(print, to)
    if (digits !== undefined)
      return {
        cause: 'digit_typo',
        explanation: `${placeName(fact, odds.dossier)}的${print.digits}改动一位数字即为${digits}，与${placeName(other, odds.dossier)}的${showFact(other)}一致，可能是录入错误。`,
        suggestion: `核对两处原始数据，确认是${print.digits}还是${digits}。`,
      }
  }
  return undefined
}

const rounding = ({ wrong, right }: Odds, how: string): Diagnosis => ({
  cause: 'rounding',
  explanation: `${showFact(wrong)}与${showFact(right)}之差不超过末位一个单位，可能是${how}所致。`,
  suggestion: '统一修约方法和保留位数。',
})

/** Goals and counts of whole things are never rounded. */
const canBeRounded = ({ wrong, dossier }: Odds): boolean =>
  wrong.kind === 'actual' && !findSubject(wrong.subject, dossier.standard)?.counted

/** The coarser print is the finer one cut off where it should have been rounded. */
export const cutOff: Test<Odds> = (odds) => {
  const [a, b] = [findPrinted(odds.wrong), findPrinted(odds.right)]
  if (!a || !b || !canBeRounded(odds)) return undefined
  const [fine, coarse] = quantum(a).lt(quantum(b)) ? [a, b] : [b, a]
  const step = quantum(coarse)
  const cut = new Decimal(fine.digits).times(fine.factor).div(step).trunc().times(step)
  return quantum(fine).lt(step) && cut.eq(new Decimal(coarse.digits).times(coarse.factor))
    ? rounding(odds, '截去尾数而未四舍五入')
    : undefined
}

/** The values differ by no more than one unit of the last digit of the coarser print. */
export const rounded: Test<Odds> = (odds) => {
  const [print, other] = [findPrinted(odds.wrong), findPrinted(odds.right)]
  if (!print || !other || !canBeRounded(odds)) return undefined
  const apart = new Decimal(odds.wrong.canonical?.value ?? 0).minus(odds.right.canonical?.value ?? 0).abs()
  return apart.lte(Decimal.max(quantum(print), quantum(other))) ? rounding(odds, '尾数取舍（进位或两次修约）') : undefined
}
