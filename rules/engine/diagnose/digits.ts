import type { Fact } from '../../../schemas/fact.ts'
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
const meant = (fact: Fact, print: Printed): Interval => (fact.kind === 'target' && fact.canonical ? exactly(fact.canonical.value) : print.interval)

/** Both prints, each with what it would have to become. Beside a coarser print of few digits a single edit explains anything. */
function* turns({ wrong, right }: Odds): Generator<Turn> {
  const [print, other] = [findPrinted(wrong), findPrinted(right)]
  if (!print || !other) return
  const coarser = quantum(print).gt(quantum(other)) ? print : other
  if (!quantum(print).eq(quantum(other)) && significant(coarser.digits).length < 3) return
  yield { fact: wrong, print, other: right, to: meant(right, other) }
  yield { fact: right, print: other, other: wrong, to: meant(wrong, print) }
}

/** Two neighbouring digits change places. */
export const transposed: Test<Odds> = (odds) => {
  for (const { fact, print, other, to } of turns(odds)) {
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
  for (const { fact, print, other, to } of turns(odds)) {
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

/** The values differ by no more than one unit of the last digit of the coarser print: cut off instead of rounded, or rounded twice. */
export const rounded: Test<Odds> = ({ wrong, right, dossier }) => {
  const [print, other] = [findPrinted(wrong), findPrinted(right)]
  if (!print || !other || wrong.kind !== 'actual' || findSubject(wrong.subject, dossier.standard)?.counted) return undefined
  const apart = new Decimal(wrong.canonical?.value ?? 0).minus(right.canonical?.value ?? 0).abs()
  if (apart.gt(Decimal.max(quantum(print), quantum(other)))) return undefined
  return {
    cause: 'rounding',
    explanation: `${showFact(wrong)}与${showFact(right)}之差不超过末位一个单位，可能是尾数取舍（截尾或两次修约）所致。`,
    suggestion: '统一修约方法和保留位数。',
  }
}
