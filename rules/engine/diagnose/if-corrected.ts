import type { Indicator } from '../../../schemas/edition.ts'
import type { Fact } from '../../../schemas/fact.ts'
import type { IfCorrected } from '../../../schemas/finding.ts'
import type { Verdict } from '../../../schemas/report.ts'
import type { Dossier } from '../../dossier.ts'
import { findAssessed, findJudged, standing } from '../assess-value.ts'
import { recalculate } from '../evaluate-series.ts'
import { correctFacts, sayInterval } from '../fold/correct-facts.ts'
import { parseFormula } from '../formula.ts'
import { fromSpan, overlap, toSpan } from '../interval.ts'
import { subjectName, subjectsOf } from '../know-subject.ts'

const verdictOf = (indicator: Indicator, dossier: Dossier): Verdict => {
  const judged = findJudged(indicator, dossier)
  if (judged === undefined) return 'not_reported'
  return judged.limits.length === 0 ? 'not_applicable' : standing(judged, dossier)
}

/** The indicators that a corrected value concerns: itself, or those whose formula or threshold reads it. */
const concerned = (subjects: ReadonlySet<string>, { standard }: Dossier): Indicator[] =>
  standard.indicators.filter(
    (one) =>
      subjects.has(one.id) ||
      subjectsOf(standard)
        .get(one.id)
        ?.inputs.some((input) => subjects.has(input)) ||
      [...subjects].some((subject) => JSON.stringify(one.threshold).includes(subject)),
  )

/** An indicator that no longer follows from the corrected inputs would be corrected with them: it is made to say what they give. */
function followInputs(indicators: readonly Indicator[], dossier: Dossier): Dossier {
  const at = findAssessed(dossier)
  if (at === undefined) return dossier
  const changes = new Map<string, Fact>()
  for (const { id, formula } of indicators) {
    if (formula === null) continue
    const years = { year: at.year, base: dossier.baseYear, final: at.year }
    const result = recalculate(parseFormula(formula), at.series, years)
    const found = 'found' in result ? result.found : []
    const [best] = found
    for (const fact of at.document.facts.filter((one) => one.subject === id && one.year === at.year && one.kind === 'actual')) {
      const { interval } = fact
      if (best && interval && !found.some((one) => overlap(one.interval, fromSpan(interval))))
        changes.set(fact.id, sayInterval(fact, toSpan(best.interval)))
    }
  }
  return changes.size === 0 ? dossier : correctFacts(dossier, changes)
}

/** Whether a park stands: all mandatory indicators, and one of each group. Open where some verdict is. */
function parkOf(verdicts: ReadonlyMap<string, Verdict>, { standard }: Dossier): IfCorrected['park'] {
  const groups = new Map<string, Verdict[]>()
  for (const { id, rule, group } of standard.indicators) {
    const key = rule === 'mandatory' ? id : (group ?? id)
    groups.set(key, [...(groups.get(key) ?? []), verdicts.get(id) ?? 'not_reported'])
  }
  const all = [...groups.values()]
  const passes = (one: readonly Verdict[]) => one.some((verdict) => verdict === 'pass' || verdict === 'not_applicable')
  if (all.every(passes)) return 'pass'
  return all.some((one) => one.every((verdict) => verdict === 'fail')) ? 'fail' : 'undetermined'
}

const words: Readonly<Record<Verdict, string>> = {
  pass: '达标',
  fail: '不达标',
  undetermined: '待定',
  not_reported: '未报',
  not_applicable: '不适用',
}

/**
 * What the correction of a wrong value would change in the judgement of the park: the verdicts that turn, and whether the park
 * then meets the Standard. null where nothing is judged at this stage.
 */
export function findIfCorrected(corrections: ReadonlyMap<string, Fact>, dossier: Dossier): IfCorrected | null {
  const at = findAssessed(dossier)
  if (at === undefined || dossier.stage === 'creation') return null
  const before = new Map(dossier.standard.indicators.map((one) => [one.id, verdictOf(one, dossier)]))
  const own = [...corrections.values()].filter((fact) => fact.document === at.document.id)
  const indicators = concerned(new Set(own.map(({ subject }) => subject)), dossier)
  const corrected = own.length === 0 ? dossier : followInputs(indicators, correctFacts(dossier, corrections))
  const after = new Map(before)
  for (const one of own.length === 0 ? [] : dossier.standard.indicators) after.set(one.id, verdictOf(one, corrected))
  const verdicts = [...after].flatMap(([subject, to]) => {
    const from = before.get(subject) ?? 'not_reported'
    return from === to ? [] : [{ subject, from, to }]
  })
  return { verdicts, park: parkOf(after, dossier), before: parkOf(before, dossier) }
}

const parkWords = { pass: '园区各项指标均符合标准', fail: '园区有指标不符合标准', undetermined: '园区是否全部符合标准尚待确定' } as const

/** The same as one plain sentence. */
export function tellIfCorrected({ verdicts, park, before }: IfCorrected, { standard }: Dossier): string {
  if (verdicts.length === 0) return '更正后各项指标的达标判定不变。'
  const turned = verdicts.map(({ subject, from, to }) => `${subjectName(subject, standard)}由${words[from]}变为${words[to]}`).join('，')
  return `更正后${turned}，${park === before ? '总体上仍是：' : ''}${parkWords[park]}。`
}
