import { normalise } from '../../../rules/engine/normalise.ts'
import { findUnit } from '../../../rules/engine/units.ts'
import { measures, unitFactor } from '../extract/make-fact.ts'
import type { Subject } from '../extract/vocabulary.ts'
import alike from './alike.json' with { type: 'json' }

const changes = alike.units.map(([read = '', printed = '']) => [new RegExp(read), printed] as const)

/** Units of length, area and volume differ by a raised figure only, which recognition loses or mistakes. */
const raised = /(?:^|[万亿/])k?h?m[23]?(?:\/|$)/

/**
 * The unit that a print stands for which names none of this subject's: another reading, or a look-alike, that can measure it.
 * undefined where the print is a unit of the subject as it stands or of another dimension, where no look-alike is one, or where
 * two that mean different sizes are.
 */
export function repairUnit(print: string, others: readonly string[], subject: Subject): string | undefined {
  const read = normalise(print).text.replaceAll(' ', '')
  if (subject.qualitative || read === '' || measures(subject, read)) return undefined
  const known = findUnit(read)?.dimension
  if (known !== undefined && known !== 'none' && !raised.test(read)) return undefined
  // 万 and 亿 are print of their own: what lacks one that was read is another size.
  const keepsSize = (unit: string) => [...read].every((character) => !/[万亿]/.test(character) || unit.includes(character))
  const fits = (unit: string) => unit !== read && findUnit(unit) !== undefined && measures(subject, unit) && keepsSize(unit)
  for (const possible of [others, changes.map(([pattern, printed]) => read.replace(pattern, printed))]) {
    const units = [...new Set(possible.map((unit) => normalise(unit).text.replaceAll(' ', '')))].filter(fits)
    const sizes = new Set(units.map((unit) => unitFactor(subject, unit)?.toString()))
    if (sizes.size > 0) return sizes.size === 1 ? units[0] : undefined
  }
  return undefined
}
