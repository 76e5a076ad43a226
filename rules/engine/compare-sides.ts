import type { Fact } from '../../schemas/fact.ts'
import type { Outcome } from '../define-rule.ts'
import { failed, passed, skipped } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { agree, isSure } from './agree-facts.ts'
import { looksMisread } from './diagnose/looks-misread.ts'
import type { Sides } from './pair-facts.ts'
import { showPlaced, showSubject } from './show-fact.ts'

/** One fact for each different print of a side: fifty sentences with the same number are asked once. */
function distinct(facts: readonly Fact[]): Fact[] {
  const seen = new Map<string, Fact>()
  for (const fact of facts) {
    const print = [fact.interval?.low, fact.interval?.high, fact.text, fact.priceBasis, fact.priceBasisFrom, isSure(fact)].join('|')
    if (!seen.has(print)) seen.set(print, fact)
  }
  return [...seen.values()]
}

const range = ({ interval }: Fact) => (interval ? `${interval.low}～${interval.high}` : '')

/** The failure that two facts at odds make, whichever rule compares them. */
export function contradiction(a: Fact, b: Fact, dossier: Dossier, verdict = '两者不一致'): Outcome {
  const unit = a.canonical?.unit ?? ''
  return failed({
    message: `${showSubject(a, dossier)}：${showPlaced(a, dossier)}，${showPlaced(b, dossier)}，${verdict}。`,
    actual: a.raw,
    expected: b.raw,
    ...(a.interval && b.interval ? { tolerance: `按印刷位数，前者为${range(a)}，后者为${range(b)}（${unit}），两个区间不相交` } : {}),
    odds: [a, b],
  })
}

/**
 * Holds every value of one side against every value of the other: fails on two sure ones that disagree, skips where only
 * unsure ones (约, poor OCR) do or nothing can be compared, else passes.
 */
export function compareSides({ left, right }: Pick<Sides, 'left' | 'right'>, dossier: Dossier, verdict?: string): Outcome {
  let unsure: readonly [Fact, Fact] | null = null
  let agreed = false
  for (const a of distinct(left))
    for (const b of distinct(right)) {
      const same = a === b || agree(a, b, dossier.standard)
      if (same === false && isSure(a) && isSure(b)) return contradiction(a, b, dossier, verdict)
      if (same === false) unsure ??= [a, b]
      if (same === true) agreed = true
    }
  if (unsure) return doubt(...unsure, dossier)
  return agreed ? passed : skipped('价格口径不同，或文字与数值无从比较')
}

/** Two values at odds, one of which is approximate or was read with little confidence. */
function doubt(a: Fact, b: Fact, dossier: Dossier): Outcome {
  const both = `${showPlaced(a, dossier)}，${showPlaced(b, dossier)}`
  if (a.approximate || b.approximate) return skipped(`有一处为约数，不据以判定：${both}`)
  if (looksMisread(a, b)) return skipped(`扫描件识别可信度低，差异可能来自识别，请对照原件：${both}`)
  const outcome = contradiction(a, b, dossier, '识别可信度低，请对照原件核对')
  return outcome.outcome === 'failed' ? failed({ ...outcome.failure, severity: 'warning' }) : outcome
}
