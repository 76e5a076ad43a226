import type { Sum } from '../../schemas/reading.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { Decimal } from '../engine/decimal.ts'
import { plus } from '../engine/evaluate-interval.ts'
import { decimalPlaces, exactly, fromSpan, type Interval, overlap, toSpan } from '../engine/interval.ts'
import { placeName } from '../engine/place-name.ts'

type Printed = Target & { readonly sum: Sum }

const middle = ({ low, high }: Interval) => low.plus(high).div(2)

/** Digits of the finest part, so that a sum is written no coarser than what it is made of. */
const digitsOf = ({ parts, total }: Sum) =>
  Math.max(...[...parts, total].map((one) => decimalPlaces(middle(fromSpan(one.interval)).toFixed())))

const MOST_WRITTEN = 8

const write = ({ parts, unit }: Sum, computed: string): string => {
  const terms = parts.slice(0, MOST_WRITTEN).map((part) => part.raw)
  return `${terms.join('＋')}${parts.length > MOST_WRITTEN ? `＋…（共${parts.length}项）` : ''}＝${computed}${unit ?? ''}`
}

function wrong(sum: Sum, added: Interval, dossier: Dossier): Outcome {
  const { total, parts, document, completeness } = sum
  const computed = middle(added).toFixed(digitsOf(sum))
  const verdict = completeness === 'all' ? '两者不一致' : '其中各项之和超过总数'
  return failed({
    message: `${sum.label}：${total.label}印${total.raw}${total.raw.includes(sum.unit ?? '') ? '' : (sum.unit ?? '')}（${placeName({ document, evidence: total.evidence }, dossier)}），各分项相加为${computed}（${write(sum, computed)}），${verdict}。`,
    expected: write(sum, computed),
    actual: total.raw,
    tolerance: `各项按印刷位数取区间，和为${new Decimal(added.low).toFixed()}～${new Decimal(added.high).toFixed()}`,
    expectedValue: toSpan(added),
    places: [total, ...parts].map(({ evidence }) => ({ document, evidence })),
  })
}

/** Printed parts add up to their printed total (合计, 小计, 100 %); parts of which only some are named (其中) do not exceed it (Art. 17(6)). */
export default defineRule({
  id: 'formula/component-sum',
  severity: 'error',
  article: '17(6)',
  summary: 'The parts printed in a table or sentence add up to the total printed for them.',
  title: '分项之和与合计、小计、总数是否一致',
  given: (dossier: Dossier): Printed[] => dossier.sums.map((sum) => ({ subject: null, year: null, facts: [], sum })),
  check: ({ sum }, dossier) => {
    if (sum.parts.length === 0) return skipped('没有读到分项')
    const added = sum.parts.map((part) => fromSpan(part.interval)).reduce(plus, exactly(0))
    const total = fromSpan(sum.total.interval)
    const holds = sum.completeness === 'all' ? overlap(added, total) : added.low.lte(total.high)
    return holds ? passed : wrong(sum, added, dossier)
  },
})
