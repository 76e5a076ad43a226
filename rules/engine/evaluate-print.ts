import type { Calculation } from '../../schemas/reading.ts'
import { Decimal } from './decimal.ts'
import { minus, negative, over, plus, times, Undefined } from './evaluate-interval.ts'
import { exactly, type Interval, intervalOf, overlap } from './interval.ts'
import { compact } from './normalise.ts'

type Token = { readonly kind: 'number'; readonly digits: string; readonly unit: string } | { readonly kind: 'sign'; readonly sign: string }

// A slash before a digit or bracket divides; before a letter it belongs to a unit (万元/人).
const pattern = /(\d[\d,]*(?:\.\d+)?)((?:%|‰|[\p{L}]+[23]?(?:\/[\p{L}]+[23]?)*)?)|([÷×*+\-^()[\]{}/])/uy

const brackets: Readonly<Record<string, string>> = { '[': '(', '{': '(', ']': ')', '}': ')', '÷': '/', '×': '*' }

/** The tokens of one side of a printed equation; undefined where something else than numbers, units and signs stands there. */
function findTokens(side: string): Token[] | undefined {
  const tokens: Token[] = []
  let at = 0
  while (at < side.length) {
    pattern.lastIndex = at
    const match = pattern.exec(side)
    if (match === null) return undefined
    const [whole, digits, unit, sign] = match
    tokens.push(
      digits === undefined
        ? { kind: 'sign', sign: brackets[sign ?? ''] ?? sign ?? '' }
        : { kind: 'number', digits: digits.replaceAll(',', ''), unit: unit ?? '' },
    )
    at += whole.length
  }
  return tokens
}

/** A bare whole number (3 years, ×100%) is exact; a printed quantity is as fine as its digits. */
const spanOf = ({ digits, unit }: Token & { kind: 'number' }): Interval =>
  !digits.includes('.') && (unit === '' || (unit === '%' && digits === '100')) ? exactly(digits) : intervalOf(digits)

class Reader {
  readonly tokens: readonly Token[]
  at = 0
  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  take(sign: string): boolean {
    const token = this.tokens[this.at]
    if (token?.kind !== 'sign' || token.sign !== sign) return false
    this.at += 1
    return true
  }

  sum(): Interval {
    let left = this.take('-') ? negative(this.product()) : this.product()
    for (;;) {
      if (this.take('+')) left = plus(left, this.product())
      else if (this.take('-')) left = minus(left, this.product())
      else return left
    }
  }

  product(): Interval {
    let left = this.power()
    for (;;) {
      if (this.take('*')) left = times(left, this.power())
      else if (this.take('/')) left = over(left, this.power())
      else return left
    }
  }

  power(): Interval {
    const base = this.atom()
    if (!this.take('^')) return base
    const exponent = this.exponent()
    if (base.low.lte(0)) throw new Undefined('负数开方')
    const ends = [base.low.pow(exponent), base.high.pow(exponent)]
    return { low: Decimal.min(...ends), high: Decimal.max(...ends) }
  }

  /** 1/3 after ^ is a third also without its brackets. */
  exponent(): Decimal {
    const { low } = this.atom()
    const [slash, next] = [this.tokens[this.at], this.tokens[this.at + 1]]
    if (slash?.kind !== 'sign' || slash.sign !== '/' || next?.kind !== 'number' || next.unit !== '' || !low.eq(1)) return low
    this.at += 1
    return low.div(this.atom().low)
  }

  atom(): Interval {
    if (this.take('(')) {
      const inside = this.sum()
      if (!this.take(')')) throw new Undefined('括号不配对')
      return inside
    }
    const token = this.tokens[this.at]
    if (token?.kind !== 'number') throw new Undefined('算式不完整')
    this.at += 1
    return spanOf(token)
  }
}

/** What the printed numbers of a calculation give, as printed, whatever their units; undefined where it cannot be read. */
function findValue(tokens: readonly Token[]): Interval | undefined {
  try {
    const reader = new Reader(tokens)
    const value = reader.sum()
    return reader.at === tokens.length ? value : undefined
  } catch (error) {
    if (error instanceof Undefined) return undefined
    throw error
  }
}

const scaled = ({ low, high }: Interval, power: number): Interval => ({
  low: low.times(new Decimal(10).pow(power)),
  high: high.times(new Decimal(10).pow(power)),
})

/** Between differing units a power of ten is a matter of units, which the facts themselves settle. */
const MOST_TENFOLD = 9

function powersOf(tokens: readonly Token[], resultUnit: string | null): number[] {
  const numbers = tokens.flatMap((token) => (token.kind === 'number' ? [token] : []))
  const units = new Set(numbers.map(({ unit }) => unit).filter((unit) => unit !== '' && unit !== '%'))
  const hasPercent = numbers.some(({ digits, unit }) => digits === '100' && (unit === '%' || unit === ''))
  if (resultUnit === '%') return hasPercent || numbers.some(({ unit }) => unit === '%') ? [0] : [0, 2]
  return units.size <= 1 && resultUnit === null ? [0] : Array.from({ length: 2 * MOST_TENFOLD + 1 }, (_, at) => at - MOST_TENFOLD)
}

/** Whether a printed calculation gives its printed result; undefined where it cannot be read. `computed` is in the print's own scale. */
export function checkPrint({ expression, result }: Calculation): { readonly holds: boolean; readonly computed: Interval } | undefined {
  for (const side of compact(expression).split('=')) {
    const tokens = findTokens(side)
    if (tokens === undefined || tokens.length < 3 || /亩/.test(side)) continue
    const computed = findValue(tokens)
    if (computed === undefined) continue
    const printed = intervalOf(result.value)
    return { holds: powersOf(tokens, result.unit).some((power) => overlap(scaled(computed, power), printed)), computed }
  }
  return undefined
}
