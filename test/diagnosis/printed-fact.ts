import { Decimal } from '../../rules/engine/decimal.ts'
import { exactly, intervalOf, toSpan } from '../../rules/engine/interval.ts'
import { findSubject } from '../../rules/engine/know-subject.ts'
import { conversion } from '../../rules/engine/units.ts'
import { readStandard } from '../../rules/standards/index.ts'
import type { Fact } from '../../schemas/fact.ts'
import { fact } from '../rules/make-dossier.ts'

export const standard = readStandard('hj274-2015')

/** How many canonical units one printed unit is. */
export function factorOf(subject: string, unit: string): Decimal {
  const canonical = findSubject(subject, standard)?.unit ?? '1'
  if (unit === '' || unit === '—' || canonical === '1') return new Decimal(1)
  const factor = conversion(unit.replaceAll('^', ''), canonical, { water: true })
  if (factor === undefined) throw new Error(`${subject} is not measured in ${unit}`)
  return factor
}

const plain = (value: Decimal): string => value.toSignificantDigits(20).toFixed()

/** What printed digits mean, as the extraction gives it: canonical value and interval; whole counts are exact. */
export function meaning(subject: string, unit: string, digits: string): Pick<Fact, 'canonical' | 'interval' | 'value' | 'raw'> {
  const factor = factorOf(subject, unit)
  const { unit: canonical = '1', counted = false } = findSubject(subject, standard) ?? {}
  const exact = counted && factor.eq(1) && !digits.includes('.')
  const { low, high } = exact ? exactly(digits) : intervalOf(digits, factor)
  return {
    value: digits,
    raw: digits,
    canonical: { value: plain(new Decimal(digits).times(factor)), unit: canonical },
    interval: toSpan({ low: new Decimal(plain(low)), high: new Decimal(plain(high)) }),
  }
}

/** A fact as the extraction gives it for digits printed in a unit. */
export const printedFact = (
  over: Pick<Fact, 'subject' | 'document' | 'role' | 'statedIn' | 'evidence'> & { year: number | null; kind: Fact['kind'] },
  unit: string,
  digits: string,
): Fact => fact({ ...over, unit: unit === '' || unit === '—' ? null : unit, ...meaning(over.subject, unit, digits) })

/** The same cell with other digits. */
export const reprinted = (one: Fact, digits: string): Fact => ({ ...one, ...meaning(one.subject, one.unit ?? '', digits) })

/** How a level would be printed in the cell of a fact: its unit and as many digits behind the point. */
export const printLike = (one: Fact, canonical: Decimal): string =>
  canonical.div(factorOf(one.subject, one.unit ?? '')).toFixed(one.value?.split('.')[1]?.length ?? 0, Decimal.ROUND_HALF_UP)
