import type { Reading } from '../../schemas/reading.ts'
import { defineRule, failed, type Outcome, passed, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'

type Papers = Target & { readonly papers: readonly Reading[] }

/** Papers of which a dossier holds one, or one a year. */
const single: ReadonlySet<string> = new Set(['plan', 'acceptance_report', 'annual_report', 'application', 'commitment'])

function* given({ documents }: Dossier): Generator<Papers> {
  const groups = new Map<string, Reading[]>()
  for (const document of documents.filter(({ identity }) => single.has(identity.role)))
    groups.set(keyOf(document), [...(groups.get(keyOf(document)) ?? []), document])
  for (const papers of groups.values()) {
    const [first] = papers
    if (first) yield { subject: first.identity.role, year: first.identity.year, facts: [], papers }
  }
}

const keyOf = ({ identity }: Reading) => `${identity.role} ${identity.year ?? ''} ${identity.stage ?? ''}`

function check({ papers }: Papers): Outcome {
  const different = new Set(papers.map(({ sha256 }) => sha256))
  if (papers.length < 2 || different.size < 2) return passed
  return failed({
    message: `${papers.map(({ file }) => file).join('、')}为同一种材料的不同文本，请确认以哪一份为准。`,
    expected: '每种材料一份',
    actual: `${papers.length}份`,
  })
}

/** Of each paper, and of each year's report, the archive holds one version (Art. 13). */
export default defineRule({
  id: 'completeness/version-conflict',
  severity: 'info',
  article: '13',
  summary: 'The dossier holds one version of each plan, report, application and letter of commitment.',
  title: '同一材料是否提交了不同文本',
  given,
  check,
})
