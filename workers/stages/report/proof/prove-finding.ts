import { fromSpan, overlap } from '../../../../rules/engine/interval.ts'
import type { Fact } from '../../../../schemas/fact.ts'
import type { Finding } from '../../../../schemas/finding.ts'
import type { ReportIndex } from '../report-index.ts'
import { causeWords } from '../wording.ts'
import { aboutOf, proveFact, provePrint, type Step, whereOf } from './prove-fact.ts'

/** The chain of one value within a finding. */
export type Chain = { readonly about: string; readonly fact: string | null; readonly steps: readonly Step[] }

/** More values than these are counted, not proved: the report lists them all. */
const MOST = 4

function compare([a, b]: readonly Fact[]): Step[] {
  if (!a?.interval || !b?.interval || a.subject !== b.subject) return []
  const [left, right] = [fromSpan(a.interval), fromSpan(b.interval)]
  return [
    {
      step: '比较',
      text: `${a.interval.low}～${a.interval.high}与${b.interval.low}～${b.interval.high}（${a.canonical?.unit ?? ''}）${overlap(left, right) ? '有重叠' : '没有重叠，两处不一致'}`,
      place: null,
    },
  ]
}

/** The values that contradict each other are proved each by itself; the inputs of a result stand in the result's own chain. */
function provedFacts({ rule, facts }: Finding, index: ReportIndex): Fact[] {
  const all = facts.flatMap((id) => index.factOf(id) ?? [])
  return rule === 'formula/recalculation' ? all.slice(0, 1) : all.slice(0, MOST)
}

/** Every value of a finding from its print on, then what they make together and what the review concludes. */
export function proveFinding(finding: Finding, index: ReportIndex): Chain[] {
  const facts = provedFacts(finding, index)
  const compared = /^(consistency|scope)\//.test(finding.rule)
  const chains = facts.map((fact, at): Chain => {
    const steps = compared && at > 0 ? provePrint(fact, index) : proveFact(fact, index)
    return { about: aboutOf(fact, index), fact: fact.id, steps: compared ? steps.filter(({ step }) => step !== '判定') : steps }
  })
  const places = finding.facts.length > 0 ? [] : finding.places
  const quoted = places.slice(0, 12).map((place): Step => ({ step: '印', text: place.evidence.text, place: whereOf(place, index) }))
  const { diagnosis, tolerance } = finding
  const verdict: Step[] = [
    ...(compared ? compare(facts) : []),
    ...(tolerance === null || compared ? [] : [{ step: '比较' as const, text: tolerance, place: null }]),
    { step: '判定', text: finding.message, place: null },
    ...(diagnosis === null
      ? []
      : [{ step: '原因' as const, text: `${causeWords[diagnosis.cause]}。${diagnosis.explanation}`, place: null }]),
  ]
  return [...chains, { about: '结论', fact: null, steps: [...quoted, ...verdict] }]
}
