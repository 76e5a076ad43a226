import type { Standard } from '../../schemas/edition.ts'
import type { Fact } from '../../schemas/fact.ts'
import { Decimal } from './decimal.ts'
import { fromSpan, overlap } from './interval.ts'
import { findSubject } from './know-subject.ts'
import { comparablePrices } from './price-basis.ts'
import { reckonedApart } from './reckoning.ts'

/** A fact below this confidence (after OCR) accuses nobody alone. */
export const SURE = 0.9

export const isSure = (fact: Fact): boolean => !fact.approximate && fact.confidence >= SURE

/** Words that turn a verdict round: 未达标, 不具备, 部分完成. */
const negative = /未|不|没|无|否|部分|尚|×/

/**
 * Whether two facts about the same subject, year and kind say the same; undefined where they cannot be compared (a word and a
 * number, other prices). Numbers agree when the intervals of their printed digits overlap. Where two prints are equally fine, a
 * goal and a count of whole things must be equal: neither is a rounded number. Words agree when both affirm or both deny.
 */
export function agree(a: Fact, b: Fact, standard: Standard): boolean | undefined {
  if (a.interval && b.interval) {
    const subject = findSubject(a.subject, standard)
    if ((subject?.money !== false && !comparablePrices(a, b)) || reckonedApart(a, b)) return undefined
    const [left, right] = [fromSpan(a.interval), fromSpan(b.interval)]
    const equallyFine = left.high.minus(left.low).eq(right.high.minus(right.low))
    if (equallyFine && (subject?.counted || a.kind === 'target') && a.canonical && b.canonical)
      return new Decimal(a.canonical.value).eq(b.canonical.value)
    return overlap(left, right)
  }
  if (a.text !== null && b.text !== null) return negative.test(a.text) === negative.test(b.text)
  return undefined
}
