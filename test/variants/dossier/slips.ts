import { Decimal } from '../../../rules/engine/decimal.ts'

/** The ways in which a typist gets a printed number wrong: each takes and gives a plain decimal. */
export const slips = {
  /** Two neighbouring different digits change places, neither of them the first. */
  transpose: (plain: string): string => {
    const digits = [...plain]
    const at = digits.findIndex((d, i) => i > 0 && /\d/.test(d) && /\d/.test(digits[i + 1] ?? '') && d !== digits[i + 1])
    if (at < 0) throw new Error(`nothing to transpose in ${plain}`)
    const held = digits[at] as string
    digits[at] = digits[at + 1] as string
    digits[at + 1] = held
    return digits.join('')
  },
  /** The second digit is mistyped. */
  typo: (plain: string): string => {
    let seen = 0
    return plain.replace(/\d/g, (d) => (++seen === 2 ? String((Number(d) + 4) % 10) : d))
  },
  /** The number of another unit 10⁴ away stands under this unit. */
  tenThousand: (plain: string): string =>
    plain.includes('.') ? new Decimal(plain).mul(10000).toFixed() : new Decimal(plain).div(10000).toFixed(2),
  thousand: (plain: string): string => new Decimal(plain).mul(1000).toFixed(0),
  /** The point is one place off. */
  shift: (plain: string): string => new Decimal(plain).mul(10).toFixed(Math.max(0, (plain.split('.')[1]?.length ?? 0) - 1)),
  invert: (plain: string): string => new Decimal(1).div(plain).toFixed(3),
  fraction: (plain: string): string => new Decimal(plain).div(100).toFixed(4),
  times:
    (factor: string) =>
    (plain: string): string =>
      new Decimal(plain).mul(factor).toFixed(plain.split('.')[1]?.length ?? 0),
  set:
    (value: Decimal | string) =>
    (plain: string): string =>
      new Decimal(value).toFixed(plain.split('.')[1]?.length ?? 0),
}
