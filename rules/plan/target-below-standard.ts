import type { Indicator } from '../../schemas/edition.ts'
import type { Fact } from '../../schemas/fact.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { limitsFor } from '../engine/assess-value.ts'
import { placeName } from '../engine/place-name.ts'
import { showFact } from '../engine/show-fact.ts'
import { type Judgement, judgeUnder } from '../engine/threshold-judge.ts'
import { showLimits } from '../engine/threshold-words.ts'

type Goal = Target & { readonly indicators: readonly Indicator[]; readonly goals: readonly (readonly [Indicator, Fact])[] }

/** The plan's goals of an indicator for the final year, or bound to no year. */
const goalsOf = ({ id }: Indicator, { facts, finalYear }: Dossier): Fact[] =>
  facts.filter(
    (fact) =>
      fact.role === 'plan' &&
      fact.kind === 'target' &&
      fact.subject === id &&
      !fact.approximate &&
      (fact.year === null || fact.year === finalYear),
  )

const groupOf = (one: Indicator, all: readonly Indicator[]) =>
  one.group === undefined ? [one] : all.filter(({ group }) => group === one.group)

function* given(dossier: Dossier): Generator<Goal> {
  const all = dossier.standard.indicators
  for (const one of all) {
    const indicators = groupOf(one, all)
    if (indicators[0] !== one) continue
    const goals = indicators.flatMap((each) => goalsOf(each, dossier).map((goal) => [each, goal] as const))
    if (goals.length > 0) yield { subject: one.id, year: null, facts: goals.map(([, goal]) => goal), indicators, goals }
  }
}

const verdictOf = ([indicator, goal]: readonly [Indicator, Fact], dossier: Dossier): Judgement => {
  const { limits } = limitsFor(indicator, dossier, undefined)
  return limits.length === 0 ? 'undetermined' : judgeUnder(goal, limits, indicator)
}

function check({ goals, indicators }: Goal, dossier: Dossier): Outcome {
  const verdicts = goals.map((goal) => verdictOf(goal, dossier))
  if (verdicts.includes('pass')) return passed
  if (verdicts.includes('undetermined')) return skipped('目标值或适用的限值不足以判定')
  const told = goals.map(([indicator, goal]) => {
    const limit = showLimits(limitsFor(indicator, dossier, undefined).limits, indicator.unit)
    return `${indicator.zh}的目标为${showFact(goal)}（${placeName(goal, dossier)}），${dossier.standard.shortName}要求${limit}`
  })
  return failed({
    message: `规划目标低于标准：${told.join('；')}${indicators.length > 1 ? '；该组指标至少应有一项达到标准' : ''}。`,
    expected: '规划目标不低于标准限值',
    actual: goals.map(([, goal]) => goal.raw).join('、'),
  })
}

/** No goal of the plan is looser than the Standard; of an either-or group one goal is not (Art. 8). */
export default defineRule({
  id: 'plan/target-below-standard',
  severity: 'warning',
  article: '8、10',
  summary: 'The goals of the plan meet the thresholds of the Standard, in an either-or group one of them does.',
  title: '规划目标值是否不低于标准限值',
  given,
  check,
})
