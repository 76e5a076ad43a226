import type { Indicator } from '../../schemas/edition.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { isSure } from '../engine/agree-facts.ts'
import { findAssessed, findJudged, type Judged, standing, whyNotYet } from '../engine/assess-value.ts'
import { placeName } from '../engine/place-name.ts'
import { showFact } from '../engine/show-fact.ts'
import { showLimits } from '../engine/threshold-words.ts'

type Group = Target & { readonly members: readonly Indicator[]; readonly judged: readonly Judged[] }

/** The either-or groups in the Standard's order, each under its first indicator. */
const groupsOf = (indicators: readonly Indicator[]): Indicator[][] => {
  const groups = new Map<string, Indicator[]>()
  for (const one of indicators) if (one.group !== undefined) groups.set(one.group, [...(groups.get(one.group) ?? []), one])
  return [...groups.values()]
}

function* given(dossier: Dossier): Generator<Group> {
  const at = findAssessed(dossier)
  if (at === undefined && dossier.stage === 'creation') return
  for (const members of groupsOf(dossier.standard.indicators)) {
    const judged = members.flatMap((one) => findJudged(one, dossier) ?? [])
    yield {
      subject: members[0]?.id ?? null,
      year: at?.year ?? dossier.finalYear,
      facts: judged.flatMap((one) => one.facts[0] ?? []),
      members,
      judged,
    }
  }
}

const line = ({ indicator, facts: [fact], limits }: Judged, dossier: Dossier) =>
  fact === undefined ? '' : `${indicator.zh}为${showFact(fact)}（${placeName(fact, dossier)}，限值${showLimits(limits, indicator.unit)}）`

function missed({ judged, members, year, facts }: Group, dossier: Dossier): Outcome {
  const notes = [...new Set(judged.flatMap((one) => one.indicator.footnotes))].flatMap((id) => dossier.standard.footnotes[id]?.text ?? [])
  const unsure = facts.some((fact) => !isSure(fact))
  return failed({
    message: `${year}年${members.map((one) => one.no).join('、')}项指标（任选其一）均未达到${dossier.standard.shortName}的限值：${judged.map((one) => line(one, dossier)).join('；')}${unsure ? '；识别可信度低，请对照原件核对' : ''}。`,
    expected: `至少一项达标：${members.map((one) => one.zh).join('、')}`,
    actual: judged.map(({ facts: [fact] }) => fact?.raw ?? '').join('；'),
    tolerance: `按印刷位数判定${notes.length > 0 ? `；另请核对：${notes.join('')}` : ''}`,
    ...(facts[0] ? { suspect: facts[0] } : {}),
    ...(unsure ? { severity: 'warning' as const } : {}),
  })
}

/** Of every either-or group that the judged report states at all, one indicator meets the Standard (Art. 17(2)). */
export default defineRule({
  id: 'standard/group',
  severity: 'error',
  article: '17(2)',
  summary: 'At least one indicator of each either-or group meets the Standard in the final year.',
  title: '各组可选指标是否至少有一项达到标准限值',
  given,
  check: (group, dossier) => {
    const verdicts = group.judged.map((one) => standing(one, dossier))
    if (verdicts.length === 0) return skipped('验收材料未给出该组任何一项指标的数值')
    if (verdicts.includes('pass')) return passed
    if (verdicts.includes('undetermined')) return skipped('该组没有确定达标的指标，且至少一项不能判定')
    const early = whyNotYet(dossier, findAssessed(dossier))
    return early === null ? missed(group, dossier) : skipped(early)
  },
})
