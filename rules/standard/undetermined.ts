import type { Fact } from '../../schemas/fact.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { findAssessed, findJudged, type Judged } from '../engine/assess-value.ts'
import { Decimal } from '../engine/decimal.ts'
import { recalculate } from '../engine/evaluate-series.ts'
import { parseFormula } from '../engine/formula.ts'
import { writeComputed } from '../engine/formula-words.ts'
import type { Interval } from '../engine/interval.ts'
import { placeName } from '../engine/place-name.ts'
import { showFact } from '../engine/show-fact.ts'
import { judgeInterval } from '../engine/threshold-judge.ts'
import { showLimits } from '../engine/threshold-words.ts'

type One = Target & { readonly judged: Judged; readonly computed: Interval | undefined }

const recompute = ({ indicator: { formula } }: Judged, dossier: Dossier): Interval | undefined => {
  const at = findAssessed(dossier)
  if (formula === null || at === undefined) return undefined
  const result = recalculate(parseFormula(formula), at.series, { year: at.year, base: dossier.baseYear, final: at.year })
  return 'found' in result ? result.found[0]?.interval : undefined
}

function* given(dossier: Dossier): Generator<One> {
  for (const indicator of dossier.standard.indicators) {
    const judged = findJudged(indicator, dossier)
    if (judged !== undefined && judged.facts[0]?.interval != null && judged.limits.some((limit) => limit.value !== null))
      yield {
        subject: indicator.id,
        year: findAssessed(dossier)?.year ?? null,
        facts: judged.facts,
        judged,
        computed: recompute(judged, dossier),
      }
  }
}

/** What the inputs say of a value whose print equals the limit or is too coarse for it: the sure verdict, or that both stay possible. */
function open({ judged: { facts, limits, indicator }, computed, year }: One, dossier: Dossier): Outcome {
  const [fact] = facts
  const [limit] = limits
  if (fact === undefined || limit?.value == null) return passed
  const told = computed === undefined ? '' : `，按其自身数据重算为${writeComputed(computed, fact)}`
  return failed({
    message: `${year}年${indicator.zh}印${showFact(fact)}（${placeName(fact, dossier)}），与限值${showLimits(limits, indicator.unit)}相比，印刷位数内达标与否均有可能${told}。`,
    expected: showLimits(limits, indicator.unit),
    actual: fact.raw,
    tolerance: `印刷位数代表的区间${fact.interval?.low}～${fact.interval?.high}`,
  })
}

/** A counted thing is what is printed. */
const isExact = ({ interval }: Fact): boolean => interval === null || interval.low === interval.high

/** The printed digits of every judged value settle whether it meets the Standard; where they do not, its inputs are asked. */
export default defineRule({
  id: 'standard/undetermined',
  severity: 'info',
  article: '17(2)',
  summary: 'The printed digits of a value settle whether it meets the threshold.',
  title: '印刷位数是否足以判定达标',
  given,
  check: (target, dossier) => {
    const { judged, computed } = target
    const [fact] = judged.facts
    const [limit, ...others] = judged.limits
    if (limit?.value == null || others.length > 0 || fact?.canonical == null) return skipped(judged.why || '适用哪一限值尚不能确定')
    const fromInputs = computed === undefined ? undefined : judgeInterval(computed, limit.operator, limit.value)
    const onTheLimit = judged.verdict === 'pass' && limit.operator !== '=' && new Decimal(fact.canonical.value).eq(limit.value)
    if (onTheLimit) return isExact(fact) || fromInputs === 'pass' ? passed : open(target, dossier)
    if (judged.verdict !== 'undetermined') return passed
    return judged.why.startsWith('印刷位数') && (fromInputs === undefined || fromInputs === 'undetermined')
      ? open(target, dossier)
      : skipped(judged.why)
  },
})
