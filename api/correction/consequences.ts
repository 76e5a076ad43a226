import type { z } from 'zod'
import type { Finding } from '../../schemas/finding.ts'
import type { Assessment, Report } from '../../schemas/report.ts'
import type { Id } from '../../workers/store/entities.ts'
import { matchFindings } from '../../workers/store/match-findings.ts'
import type { Store } from '../../workers/store/store.ts'
import { listFindings } from '../show/list-findings.ts'
import { type ConsequencesShape, showFinding } from '../show/review.ts'

/** Its number in the report says nothing of a finding. */
const contentOf = ({ id: _, ...finding }: Finding): string => JSON.stringify(finding)

const countsOf = (all: readonly Finding[]) => {
  const count = (severity: Finding['severity']) => all.filter((finding) => finding.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), infos: count('info') }
}

function turned(before: readonly Assessment[], after: readonly Assessment[]) {
  const verdicts = new Map(before.map(({ subject, verdict }) => [subject, verdict]))
  return after.flatMap(({ subject, verdict: to }) => {
    const from = verdicts.get(subject)
    return from === undefined || from === to ? [] : [{ subject, from, to }]
  })
}

/** What a review's new report changes against what is stored of it. */
export async function tellConsequences(
  store: Pick<Store, 'findings' | 'reports'>,
  revisionId: Id,
  report: Report,
  fact: string,
): Promise<z.infer<typeof ConsequencesShape>> {
  const corrected = report.facts.find(({ id }) => id === fact)
  if (corrected === undefined) throw new Error(`the report of ${revisionId} has no fact ${fact}`)
  const [before, assessment] = await Promise.all([listFindings(store, revisionId), store.reports.assessment(revisionId)])
  const { kept, fresh, lost } = matchFindings(before, ({ finding }) => finding, report.findings)
  const changed = kept.filter((pair) => contentOf(pair.before.finding) !== contentOf(pair.after))
  return {
    fact: corrected,
    findings: {
      appeared: fresh.map(({ after }) => after),
      changed: changed.map((pair) => showFinding({ ...pair.before, finding: pair.after })),
      gone: lost.map(showFinding),
    },
    verdicts: turned(assessment, report.assessment),
    before: countsOf(before.map(({ finding }) => finding)),
    after: countsOf(report.findings),
  }
}
