import { compact } from '../../../rules/engine/normalise.ts'
import { arabicDates } from './dates.ts'

/** Print in the one spelling that the patterns of this stage are written in: half-width, no spaces, years in digits. */
export const spell = (text: string): string => arabicDates(compact(text))

/** A list of alternatives from the data as one pattern; YEAR stands for a year in digits. */
export const anyOf = (patterns: readonly string[], flags = 'g'): RegExp =>
  new RegExp(`(?:${patterns.join('|')})`.replaceAll('YEAR', '20\\d{2}'), flags)
