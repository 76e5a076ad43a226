import type { Fact } from '../../schemas/fact.ts'
import type { Reading } from '../../schemas/reading.ts'
import { defineRule, type Outcome, skipped } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { compareSides, contradiction } from '../engine/compare-sides.ts'
import { factsByDocument, groupFacts } from '../engine/index-facts.ts'
import { comparable, pairDocuments, type Sides } from '../engine/pair-facts.ts'

const withRole = ({ documents }: Dossier, roles: readonly string[]) =>
  documents.filter((document) => roles.includes(document.identity.role))

/** The goals of a document by subject and year; a goal bound to no year is one for the end of the construction period. */
function goals(document: Reading, dossier: Dossier): Map<string, Fact[]> {
  const all = [...(factsByDocument(dossier).get(document.id)?.values() ?? [])]
    .flat()
    .filter((fact) => fact.kind === 'target' && fact.subject !== 'park_area')
  return groupFacts(all, (fact) => `${fact.subject}|${fact.year ?? dossier.finalYear}`)
}

function* goalSides(plan: Reading, report: Reading, dossier: Dossier): Generator<Sides> {
  const reported = goals(report, dossier)
  for (const [key, left] of goals(plan, dossier)) {
    const right = reported.get(key)
    const [first] = left
    if (first && right) yield { subject: first.subject, year: first.year ?? dossier.finalYear, left, right, facts: [...left, ...right] }
  }
}

function* given(dossier: Dossier): Generator<Sides> {
  const reached = (fact: Fact) =>
    comparable(fact) && fact.kind === 'actual' && (dossier.baseYear === null || (fact.year ?? 0) <= dossier.baseYear)
  for (const plan of withRole(dossier, ['plan', 'support_report']))
    for (const report of withRole(dossier, ['acceptance_report', 'application'])) {
      yield* pairDocuments(dossier, plan, report, reached)
      yield* goalSides(plan, report, dossier)
    }
}

const upward = new Set(['>=', '>'])
const downward = new Set(['<=', '<'])

/** Two goals that point in opposite directions (≥ and ≤); a goal without a sign points nowhere. */
const opposed = (a: Fact, b: Fact) =>
  a.operator !== null &&
  b.operator !== null &&
  ((upward.has(a.operator) && downward.has(b.operator)) || (downward.has(a.operator) && upward.has(b.operator)))

function check(sides: Sides, dossier: Dossier): Outcome {
  if (sides.left[0]?.kind !== 'target') return compareSides(sides, dossier, '规划与验收报告的基准年数据不一致')
  // Intermediate goals may all lack a year; then which of them the report means cannot be told.
  if (new Set(sides.left.filter((fact) => fact.year === null).map((fact) => fact.interval?.low)).size > 1)
    return skipped('规划有多个未注明年份的目标值，无从对应')
  for (const a of sides.left)
    for (const b of sides.right) if (opposed(a, b)) return contradiction(a, b, dossier, '规划与验收报告的目标方向相反')
  return compareSides(sides, dossier, '规划与验收报告的目标值不一致')
}

export default defineRule({
  id: 'consistency/plan-acceptance',
  severity: 'error',
  article: '17(3)',
  summary: 'The acceptance report repeats the base-year values and the goals of the plan.',
  title: '验收报告中的基准年数据和目标值是否与建设规划一致',
  given,
  check,
})
