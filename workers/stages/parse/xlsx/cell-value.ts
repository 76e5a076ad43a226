import { findDecimal } from './decimal-text.ts'
import type { NumberFormat } from './number-format.ts'

/** A cell's text as the sheet shows it, and its exact number where it holds one. */
export type CellValue = { text: string; number: string | null }

const text = (shown: string): CellValue => ({ text: shown, number: null })

/** An ISO date as Chinese Excel prints it; a time of midnight is no time. */
const isoDate = (stored: string) =>
  stored.replace(
    /^(\d{4})-(\d{2})-(\d{2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/,
    (_, year, month, day) => `${year}/${Number(month)}/${Number(day)}`,
  )

/** What a cell prints. Dates give their text only: the serial number of a day is no value. */
export function cellValue(type: string, stored: string, format: NumberFormat, strings: readonly string[]): CellValue {
  if (type === 's') return text(strings[Number(stored)] ?? '')
  if (type === 'b') return text(stored === '1' ? 'TRUE' : 'FALSE')
  if (type === 'd') return text(isoDate(stored))
  if (type !== 'n') return text(stored)
  const number = findDecimal(stored)
  if (number === undefined) return text(stored.trim())
  const shown = format.print(number).trim()
  return format.isDate ? text(shown) : { text: shown, number }
}
