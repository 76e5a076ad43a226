import type { Fact, Finding } from '../client/review-types.ts'
import { t } from '../words/index.ts'

/** Two decimals as whole numbers of one scale, so that their difference is exact. */
function scaled(one: string, other: string): { left: bigint; right: bigint; decimals: number } {
  const fraction = (value: string) => value.split('.')[1]?.length ?? 0
  const decimals = Math.max(fraction(one), fraction(other))
  const whole = (value: string) => BigInt(value.replace('.', '') + '0'.repeat(decimals - fraction(value)))
  return { left: whole(one), right: whole(other), decimals }
}

function show(value: bigint, decimals: number): string {
  const digits = value.toString().padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

const mostPercent = 200

/** How far two facts of one unit are apart, in that unit and in per cent of the smaller: 差 0.90 亿元（0.29%）. Empty where they are not of one unit. */
export function gapOf({ rule }: Finding, facts: readonly Fact[]): string {
  const [one, other] = facts
  if (!rule.startsWith('consistency/') || one?.value == null || other?.value == null || one.subject !== other.subject) return ''
  const [a, b, unit] =
    one.unit === other.unit ? [one.value, other.value, one.unit] : [one.canonical?.value, other.canonical?.value, one.canonical?.unit]
  if (a === undefined || b === undefined || (one.unit !== other.unit && one.canonical?.unit !== other.canonical?.unit)) return ''
  const { left, right, decimals } = scaled(a, b)
  const apart = left > right ? left - right : right - left
  const base = Math.min(Math.abs(Number(a)), Math.abs(Number(b)))
  const percent = base === 0 ? Number.POSITIVE_INFINITY : (Math.abs(Number(a) - Number(b)) / base) * 100
  // Values apart by more than themselves differ in size, which a percentage does not tell.
  const share = percent > mostPercent ? '' : t('review.share', { value: Number(percent.toPrecision(2)) })
  return apart === 0n ? '' : `${t('review.apart', { value: show(apart, decimals), unit: unit ?? '' })}${share}`
}
