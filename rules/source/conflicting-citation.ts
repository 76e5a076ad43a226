import type { Fact } from '../../schemas/fact.ts'
import { defineRule, failed, passed, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { agree } from '../engine/agree-facts.ts'
import { factsByKey } from '../engine/index-facts.ts'
import { compact } from '../engine/normalise.ts'
import { placeName } from '../engine/place-name.ts'
import { showFact, showSubject } from '../engine/show-fact.ts'

/** A citation without what differs between two ways of naming the same source: marks, years, numbers of materials. */
const bare = (citation: string) => compact(citation).replace(/[《》“”"'（）()〔〕[\]，,、；;：:。.]|\d+年?度?|数据来源|来源于|来自/g, '')

/** Two citations are of one source when one holds the other, or both name the same body or yearbook in four characters running. */
function sameSource(a: string, b: string): boolean {
  const [left, right] = [bare(a), bare(b)]
  if (left === '' || right === '' || left.includes(right) || right.includes(left)) return true
  for (let start = 0; start + 4 <= left.length; start++) if (right.includes(left.slice(start, start + 4))) return true
  return false
}

function* given(dossier: Dossier): Generator<Target> {
  for (const facts of factsByKey(dossier).values()) {
    const cited = facts.filter((fact) => fact.source !== null && fact.kind === 'actual')
    const [first] = cited
    if (first && new Set(cited.map((fact) => fact.document)).size > 1) yield { subject: first.subject, year: first.year, facts: cited }
  }
}

function findConflict(facts: readonly Fact[], dossier: Dossier): [Fact, Fact] | undefined {
  const [first, ...others] = facts
  const other =
    first &&
    others.find(
      (fact) =>
        fact.document !== first.document &&
        agree(first, fact, dossier.standard) &&
        !sameSource(first.source?.text ?? '', fact.source?.text ?? ''),
    )
  return first && other && [first, other]
}

export default defineRule({
  id: 'source/conflicting-citation',
  severity: 'info',
  article: '8',
  summary: 'Documents that state the same value cite the same source for it.',
  title: '同一数据在不同文件中引用的来源是否一致',
  given,
  check: ({ facts }, dossier) => {
    const conflict = findConflict(facts, dossier)
    if (!conflict) return passed
    const [a, b] = conflict
    const says = (fact: Fact) => `${placeName(fact, dossier)}注明来源为“${fact.source?.text}”`
    return failed({
      message: `${showSubject(a, dossier)}同为${showFact(a)}，${says(a)}，${says(b)}，来源不同。`,
      actual: a.source?.text ?? '',
      expected: b.source?.text ?? '',
      odds: [a, b],
    })
  },
})
