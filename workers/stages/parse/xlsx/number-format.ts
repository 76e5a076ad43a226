import { Decimal } from '../../../../rules/engine/decimal.ts'
import { withoutTrailingZeros } from './decimal-text.ts'
import { roundDecimal } from './round-decimal.ts'

/** Prints a stored decimal as a number format shows it. `isDate` formats give the serial number of a day, which is no value. */
export type NumberFormat = { isDate: boolean; print: (decimal: string) => string }
/** The spreadsheet engine's own formatter, for what is printed rarely: dates, fractions, exponents, conditions. */
export type Formatter = (code: string, value: number) => string

type Section = {
  prefix: string
  suffix: string
  places: number
  least: number
  group: boolean
  scale: number
  wholes: number
  shows: boolean
}

/** Excel gives a number without a format 11 characters. */
const generalWidth = 11

function printGeneral(decimal: string) {
  if (decimal.length <= generalWidth) return decimal
  const point = decimal.indexOf('.')
  const whole = (point < 0 ? decimal.length : point) - (decimal.startsWith('-') ? 1 : 0)
  // Excel would show 3.56E+11 and 1.5E-07; the digits are what a reviewer can use.
  if (point < 0 || whole >= generalWidth) return roundDecimal(decimal, 0)
  if (/^-?0\.0000/.test(decimal)) return new Decimal(decimal).toSignificantDigits(6).toFixed()
  return withoutTrailingZeros(roundDecimal(decimal, generalWidth - 1 - whole))
}

/** Cuts a format code at its semicolons, quoted ones apart. */
function splitSections(code: string): string[] {
  const parts = ['']
  for (const token of code.match(/"[^"]*"?|\\.|\[[^\]]*\]|./gs) ?? []) {
    if (token === ';') parts.push('')
    else parts[parts.length - 1] += token
  }
  return parts
}

/** What a section prints around its digits: quoted and escaped text as it is, [$¥-804] its sign, padding and colours nothing. */
const literal = (text: string) =>
  text
    .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '$1')
    .replace(/\[[^\]]*\]|[_*]./g, '')
    .replace(/"([^"]*)"?|\\(.)/g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? '')

const digitPattern =
  /^((?:"[^"]*"|\\.|\[[^\]]*\]|[_*].|[^"\\[_*#0?.,])*)([#0,]*)(?:\.([#0]*))?(,*)((?:"[^"]*"|\\.|\[[^\]]*\]|[_*].|[^"\\[_*#0?.,])*)$/s

const percents = (text: string) => text.replace(/"[^"]*"|\\./g, '').split('%').length - 1

function findSection(code: string): Section | undefined {
  const found = digitPattern.exec(code)
  if (!found) return undefined
  const [, prefix = '', whole = '', fraction = '', thousands = '', suffix = ''] = found
  const trailing = /,*$/.exec(whole)?.[0].length ?? 0
  const digits = whole.slice(0, whole.length - trailing)
  return {
    prefix: literal(prefix),
    suffix: literal(suffix),
    places: fraction.length,
    least: fraction.lastIndexOf('0') + 1,
    group: digits.includes(','),
    scale: 2 * (percents(prefix) + percents(suffix)) - 3 * (thousands.length + trailing),
    wholes: digits.replace(/[^0]/g, '').length,
    shows: whole + fraction !== '',
  }
}

function printSection(section: Section, decimal: string) {
  if (!section.shows) return section.prefix + section.suffix
  const scaled = section.scale === 0 ? decimal : new Decimal(decimal).times(new Decimal(10).pow(section.scale)).toFixed()
  const [whole = '0', fraction = ''] = roundDecimal(scaled.replace('-', ''), section.places).split('.')
  const padded = whole.replace(/^0+/, '').padStart(section.wholes, '0')
  const grouped = section.group ? padded.replace(/\B(?=(?:\d{3})+$)/g, ',') : padded
  let kept = fraction.length
  while (kept > section.least && fraction[kept - 1] === '0') kept--
  return `${section.prefix}${grouped}${kept > 0 ? `.${fraction.slice(0, kept)}` : ''}${section.suffix}`
}

const isZero = (text: string) => !/[1-9]/.test(text)

/** The section for a value: positive; negative; zero. With one section a negative value gets a minus, unless it rounds to nothing. */
function print(parts: readonly Section[], decimal: string) {
  const [positive, negative, zero] = parts
  const isNegative = decimal.startsWith('-')
  if (zero && isZero(decimal)) return printSection(zero, decimal)
  if (isNegative && negative) return printSection(negative, decimal)
  if (!positive) return decimal
  const text = printSection(positive, decimal)
  return isNegative && !isZero(text.slice(positive.prefix.length)) ? `-${text}` : text
}

const bare = (code: string) => code.replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, '')
const isDateCode = (code: string) => /[ymdhs]|AM\/PM|上午|下午/i.test(bare(code).replace(/General/gi, '')) || /\[(?:h+|m+|s+)\]/i.test(code)

/**
 * Compiles a number format code. Rounding is exact and away from zero, as a sheet shows it (1.005 as 0.00 is 1.01). `formatter`
 * prints the formats that are not plain digits; without it their numbers are printed as they are.
 */
export function compileFormat(code: string, formatter: Formatter | undefined): NumberFormat {
  if (code === '' || code === '@' || /^(?:\[[^\]]*\])*General$/i.test(code)) return { isDate: false, print: printGeneral }
  const isDate = isDateCode(code)
  const parts = isDate ? [] : splitSections(code).slice(0, 3).map(findSection)
  const simple = parts.filter((part) => part !== undefined)
  const conditional = /\[[<>=]/.test(code)
  if (!isDate && !conditional && simple.length === parts.length) return { isDate, print: (decimal) => print(simple, decimal) }
  return { isDate, print: (decimal) => formatter?.(code, Number(decimal)) ?? decimal }
}

/** Whether a format needs the spreadsheet engine's formatter. */
export const needsFormatter = (code: string): boolean =>
  isDateCode(code) ||
  /\[[<>=]/.test(code) ||
  (!/^(?:\[[^\]]*\])*General$/i.test(code) &&
    splitSections(code)
      .slice(0, 3)
      .some((part) => !findSection(part)))
