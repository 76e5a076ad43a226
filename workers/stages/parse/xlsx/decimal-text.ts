const plain = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/
const scientific = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
/** A spreadsheet keeps doubles and shows 15 digits of them; what follows is the noise of binary fractions. */
const significantDigits = 15

/** 1.2e-7 → 0.00000012: a number as JavaScript prints it, without its exponent. */
function withoutExponent(text: string) {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? []
  if (whole === '') return text
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return point >= digits.length ? sign + digits.padEnd(point, '0') : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** 140.10 → 140.1, 5.0 → 5 */
export const withoutTrailingZeros = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

/**
 * The exact decimal that a stored number stands for, as a plain string: 0.30000000000000004 is 0.3, 1.5E-3 is 0.0015.
 * Undefined for what is no number.
 */
export function findDecimal(stored: string): string | undefined {
  if (stored.length <= significantDigits && plain.test(stored)) return stored === '-0' ? '0' : stored
  const trimmed = stored.trim()
  if (!scientific.test(trimmed)) return undefined
  const value = Number(trimmed)
  if (!Number.isFinite(value)) return undefined
  const text = withoutTrailingZeros(withoutExponent(withoutTrailingMantissaZeros(value.toPrecision(significantDigits))))
  return text === '-0' ? '0' : text
}

const withoutTrailingMantissaZeros = (text: string) => text.replace(/\.?0+e/, 'e')
