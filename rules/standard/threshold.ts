import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { isSure } from '../engine/agree-facts.ts'
import { findAssessed, findJudged, type Judged, whyNotYet } from '../engine/assess-value.ts'
import { placeName, roleName } from '../engine/place-name.ts'
import { showFact } from '../engine/show-fact.ts'
import { showLimits } from '../engine/threshold-words.ts'

type One = Target & { readonly judged: Judged | null }

function* given(dossier: Dossier): Generator<One> {
  if (dossier.stage !== 'creation' && findAssessed(dossier) === undefined)
    yield { subject: null, year: dossier.finalYear, facts: [], judged: null }
  for (const indicator of dossier.standard.indicators.filter((one) => one.rule === 'mandatory')) {
    const judged = findJudged(indicator, dossier)
    if (judged !== undefined) yield { subject: indicator.id, year: findAssessed(dossier)?.year ?? null, facts: judged.facts, judged }
  }
}

function missed({ facts, limits, indicator }: Judged, year: number | null, dossier: Dossier): Outcome {
  const [fact] = facts
  if (fact === undefined) return passed
  const limit = showLimits(limits, indicator.unit)
  const unsure = !isSure(fact)
  return failed({
    message: `${year}年${indicator.zh}为${showFact(fact)}（${placeName(fact, dossier)}），未达到${dossier.standard.shortName}${indicator.clause}的限值${limit}（${roleName(fact.role)}）${unsure ? '；识别可信度低，请对照原件核对' : ''}。`,
    expected: limit,
    actual: fact.raw,
    tolerance: fact.interval === null ? '按文字表述判定' : `印刷位数代表的区间${fact.interval.low}～${fact.interval.high}整体不满足限值`,
    suspect: fact,
    ...(unsure ? { severity: 'warning' as const } : {}),
  })
}

/** Every mandatory indicator that the judged report states meets the Standard (Art. 17(2)); one that it does not state belongs to completeness. */
export default defineRule({
  id: 'standard/threshold',
  severity: 'error',
  article: '17(2)',
  summary: 'The value of each mandatory indicator in the final year meets the threshold of the Standard that applies to the park.',
  title: '必选指标验收年数值是否达到标准限值',
  given,
  check: ({ judged, year }, dossier) => {
    if (judged === null) return skipped('没有可读的验收材料，或验收年未知，未判定达标情况')
    if (judged.verdict === 'undetermined') return skipped(judged.why)
    const early = whyNotYet(dossier, findAssessed(dossier))
    return judged.verdict === 'pass' ? passed : early === null ? missed(judged, year, dossier) : skipped(early)
  },
})
