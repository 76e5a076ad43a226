import type { Fact } from '../../schemas/fact.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { isSure } from '../engine/agree-facts.ts'
import { type Assessed, findAssessed, limitsFor, statedIn } from '../engine/assess-value.ts'
import { Decimal } from '../engine/decimal.ts'
import { fromSpan } from '../engine/interval.ts'
import { subjectName } from '../engine/know-subject.ts'
import { placeName, roleName } from '../engine/place-name.ts'
import { comparablePrices } from '../engine/price-basis.ts'
import { showFact } from '../engine/show-fact.ts'
import type { Operator } from '../engine/threshold.ts'
import { type Judgement, judgeNumber, judgeWord } from '../engine/threshold-judge.ts'

type Goal = Target & { readonly goals: readonly Fact[]; readonly values: readonly Fact[] }

/** The plan first, its supporting report next, then the goals that the judged report itself repeats. */
const goalsOf = (subject: string, at: Assessed, dossier: Dossier): Fact[] => {
  const sources = [
    ...dossier.documents.filter((one) => one.identity.role === 'plan'),
    ...dossier.documents.filter((one) => one.identity.role === 'support_report'),
    at.document,
  ]
  const found = sources.map((document) =>
    statedIn(document.id, subject, dossier.finalYear ?? at.year, dossier, 'target').filter((goal) => !goal.approximate),
  )
  return found.find((goals) => goals.length > 0) ?? []
}

/** Every subject for which there is both a goal for the final year and a value reached in it. */
function* given(dossier: Dossier): Generator<Goal> {
  const at = findAssessed(dossier)
  if (at === undefined || at.year !== dossier.finalYear) return
  for (const subject of new Set(dossier.facts.filter((fact) => fact.kind === 'target').map((fact) => fact.subject))) {
    const goals = goalsOf(subject, at, dossier)
    const values = statedIn(at.document.id, subject, at.year, dossier).filter((value) => !value.approximate)
    if (goals.length > 0 && values.length > 0) yield { subject, year: at.year, goals, values, facts: [...values, ...goals] }
  }
}

/** Which way a goal is meant: as printed, else as the Standard's own threshold points. */
function senseOf(goal: Fact, dossier: Dossier): Operator | undefined {
  if (goal.operator !== null && goal.operator !== '=') return goal.operator
  const indicator = dossier.standard.indicators.find((one) => one.id === goal.subject)
  const senses = indicator === undefined ? [] : limitsFor(indicator, dossier, findAssessed(dossier)).limits.map((limit) => limit.operator)
  const [sense, ...others] = new Set(senses)
  return others.length > 0 ? undefined : (sense ?? goal.operator ?? undefined)
}

function judge(value: Fact, goal: Fact, dossier: Dossier): Judgement {
  const indicator = dossier.standard.indicators.find((one) => one.id === goal.subject)
  if (goal.text !== null && value.text !== null) return judgeWord(value.text, goal.text, { passWords: indicator?.passWords ?? [] })
  const sense = senseOf(goal, dossier)
  if (
    goal.canonical === null ||
    value.canonical === null ||
    value.interval === null ||
    sense === undefined ||
    !comparablePrices(value, goal)
  )
    return 'undetermined'
  return judgeNumber(new Decimal(value.canonical.value), fromSpan(value.interval), sense, new Decimal(goal.canonical.value))
}

function missed(value: Fact, goal: Fact, dossier: Dossier): Outcome {
  const unsure = !isSure(value) || !isSure(goal)
  return failed({
    message: `${value.year ?? dossier.finalYear}年${subjectName(value.subject, dossier.standard)}实际为${showFact(value)}（${placeName(value, dossier)}），未达到${roleName(goal.role)}目标值${showFact(goal)}（${placeName(goal, dossier)}）${unsure ? '；识别可信度低，请对照原件核对' : ''}。`,
    expected: goal.raw,
    actual: value.raw,
    tolerance:
      value.interval === null ? '按文字表述判定' : `印刷位数代表的区间${value.interval.low}～${value.interval.high}整体未达到目标值`,
    suspect: value,
    ...(unsure ? { severity: 'warning' as const } : {}),
  })
}

/** Every goal of the plan for the final year is met by the value that the acceptance report prints (Art. 17(3)). */
export default defineRule({
  id: 'plan/target-missed',
  severity: 'error',
  article: '17(3)',
  summary: 'The final-year value of every subject with a goal in the plan meets that goal.',
  title: '验收年数值是否达到规划自身的目标值',
  given,
  check: ({ goals, values }, dossier) => {
    const pairs = goals.flatMap((goal) => values.map((value) => ({ goal, value, verdict: judge(value, goal, dossier) })))
    const wrong = pairs.find((pair) => pair.verdict === 'fail')
    if (pairs.some((pair) => pair.verdict === 'pass'))
      return wrong === undefined ? passed : skipped('同一文件对该指标的目标值或完成值前后不一，达标与否不能判定')
    return wrong === undefined ? skipped('目标方向、价格口径或印刷位数不足以判定') : missed(wrong.value, wrong.goal, dossier)
  },
})
