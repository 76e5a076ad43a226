import type { Growth } from '../../schemas/reading.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { isSure } from '../engine/agree-facts.ts'
import { Decimal } from '../engine/decimal.ts'
import { Undefined } from '../engine/evaluate-interval.ts'
import { changeBetween, findGrowthLevels, type GrowthLevels, type Level } from '../engine/growth-levels.ts'
import { decimalPlaces, fromSpan, type Interval, overlap, toSpan } from '../engine/interval.ts'
import { findSubject, subjectName } from '../engine/know-subject.ts'
import { documentName, placeName } from '../engine/place-name.ts'
import { findPriceBasis, sameBasis } from '../engine/price-basis.ts'
import { showFact } from '../engine/show-fact.ts'

type Changed = Target & GrowthLevels

function* given(dossier: Dossier): Generator<Changed> {
  for (const levels of findGrowthLevels(dossier)) {
    const facts = [...levels.later, ...levels.earlier].flatMap(({ fact }) => fact ?? [])
    yield { subject: levels.growth.subject, year: levels.growth.year, facts, ...levels }
  }
}

/** 翻一番, 翻两番: said loosely, and of more than that too. */
const isDoubling = ({ measure, approximate }: Growth): boolean => measure === 'multiple' && approximate
/** What falls short of a doubling by more than this part was none. */
const LEAST_OF_DOUBLING = '0.85'

const follows = (growth: Growth, computed: Interval): boolean =>
  isDoubling(growth) ? computed.high.gte(new Decimal(growth.value).times(LEAST_OF_DOUBLING)) : overlap(computed, fromSpan(growth.interval))

type Pair = { readonly from: Level; readonly to: Level; readonly change: Interval }

/** Every change that the levels allow, levels of differing price bases never mixed. */
function pairsOf({ growth, earlier, later }: Changed): Pair[] {
  return later.flatMap((to) =>
    earlier.flatMap((from) => {
      if (from.fact && to.fact && from.fact.priceBasis !== to.fact.priceBasis) return []
      try {
        return [{ from, to, change: changeBetween(growth, from.interval, to.interval) }]
      } catch (error) {
        if (error instanceof Undefined) return []
        throw error
      }
    }),
  )
}

const units = { rate: '%', annual_rate: '%', points: '个百分点', multiple: '倍' } as const

const writeChange = ({ value, measure }: Growth, { low, high }: Interval): string => {
  const digits = decimalPlaces(value)
  const written = low.plus(high).div(2).toFixed(digits)
  return `${
    new Decimal(written).eq(value)
      ? low
          .plus(high)
          .div(2)
          .toFixed(digits + 2)
      : written
  }${units[measure]}`
}

const writeLevel = ({ interval, fact }: Level, growth: Growth, dossier: Dossier): string => {
  if (fact === null)
    return `${interval.low.plus(interval.high).div(2).toFixed()}${findSubject(growth.subject, dossier.standard)?.unit ?? ''}`
  return `${showFact(fact)}（${placeName(fact, dossier)}）`
}

/** True where the printed change is in other prices than the levels, or nobody says in which: then it is asked, not accused. */
function pricesOpen({ growth }: Changed, { from, to }: Pair, dossier: Dossier): boolean {
  if (!dossier.standard.quantities.some((quantity) => quantity.id === growth.subject && quantity.money)) return false
  const said = findPriceBasis(growth.priceBasis)
  const bases = [from, to].map(({ fact }) => findPriceBasis(fact?.priceBasis ?? null))
  return said === undefined || bases.some((basis) => basis === undefined || !sameBasis(basis, said))
}

function contradicted(target: Changed, pair: Pair, dossier: Dossier): Outcome {
  const { growth, elsewhere } = target
  const computed = writeChange(growth, pair.change)
  const asks = pricesOpen(target, pair, dossier)
    ? '；两者价格口径是否相同？如增长率按可比价计算，请注明'
    : elsewhere
      ? '；请核对各文件数据'
      : ''
  const { low, high } = toSpan(pair.change)
  return failed({
    message: `${growth.year}年${subjectName(growth.subject, dossier.standard)}较${growth.fromYear}年的变化印“${growth.raw}”（${placeName(growth, dossier)}），按${growth.year}年${writeLevel(pair.to, growth, dossier)}和${growth.fromYear}年${writeLevel(pair.from, growth, dossier)}计算为${computed}${asks || '，两者不一致'}。`,
    expected: computed,
    actual: growth.raw,
    tolerance: `印刷位数代表的区间${growth.interval.low}～${growth.interval.high}与计算区间${new Decimal(low).toSignificantDigits(8).toFixed()}～${new Decimal(high).toSignificantDigits(8).toFixed()}不相交`,
    expectedValue: { low, high },
    places: [{ document: growth.document, evidence: growth.evidence }],
  })
}

/** A printed growth, multiple or difference follows from the printed levels of its two years (Art. 17(6)). */
export default defineRule({
  id: 'formula/growth',
  severity: 'warning',
  article: '17(6)',
  summary: 'A printed growth, multiple or share follows from the printed levels of the years it compares.',
  title: '增长率、倍数与所印各年数值是否相符',
  given,
  check: (target, dossier) => {
    const { growth, earlier, later } = target
    if (growth.approximate && !isDoubling(growth)) return skipped('增长率为约数，不据以判定')
    const lacking = [earlier.length === 0 ? growth.fromYear : null, later.length === 0 ? growth.year : null].filter((year) => year !== null)
    if (lacking.length > 0)
      return skipped(
        `${documentName(growth.document, dossier)}未给出${lacking.map((year) => `${year}年`).join('、')}的${subjectName(growth.subject, dossier.standard)}`,
      )
    const pairs = pairsOf(target)
    const [best] = pairs
    if (best === undefined) return skipped('两年数值价格口径不同或基数为零，不能计算')
    if (pairs.some((pair) => follows(growth, pair.change))) return passed
    if ([best.from, best.to].some(({ fact }) => fact !== null && !isSure(fact))) return skipped('数值识别可信度低，请对照原件核对增长率')
    const said = findPriceBasis(growth.priceBasis)
    const bases = [best.from, best.to].map(({ fact }) => findPriceBasis(fact?.priceBasis ?? null))
    if (said !== undefined && bases.every((basis) => basis !== undefined && !sameBasis(basis, said)))
      return skipped('增长率与各年数值价格口径不同，无从比较')
    return contradicted(target, best, dossier)
  },
})
