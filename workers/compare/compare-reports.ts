import type { ChangedDocument, Comparison } from '../../schemas/comparison.ts'
import type { Report } from '../../schemas/report.ts'
import { findChangedValues } from './changed-values.ts'
import { type Answers, followFindings } from './follow-findings.ts'
import { identifyDocuments } from './identify-documents.ts'

function findChangedDocuments(old: Report, current: Report): ChangedDocument[] {
  const [before, after] = [identifyDocuments(old, current), identifyDocuments(current, old)]
  const earlier = new Map(old.documents.map((one) => [before.get(one.id), one]))
  const later = new Set(after.values())
  const tell = (change: ChangedDocument['change'], { file, role, year }: Report['documents'][number]): ChangedDocument => ({
    change,
    file,
    role,
    year,
  })
  return [
    ...current.documents.flatMap((one) => {
      const match = earlier.get(after.get(one.id))
      if (match === undefined) return [tell('added', one)]
      return match.sha256 === one.sha256 ? [] : [tell('replaced', one)]
    }),
    ...old.documents.filter((one) => !later.has(before.get(one.id) ?? '')).map((one) => tell('removed', one)),
  ]
}

/**
 * Follows a submission's findings into the next (整改对照): pure, the same two reports give the same comparison.
 * `answers` are the reviewers' answers to the old report's findings, by finding id (x1 …); they are carried over, marked to be
 * given again where the values behind an open finding have changed. Old findings come in their order, new ones after them.
 */
export function compareReports(old: Report, current: Report, answers: Answers = new Map()): Comparison {
  const findings = followFindings(old, current, answers)
  const values = findChangedValues(old, current)
  const count = (status: string) => findings.filter((one) => one.status === status).length
  return {
    schemaVersion: 1,
    dossier: { park: current.dossier.park, stage: current.dossier.stage },
    findings,
    values,
    documents: findChangedDocuments(old, current),
    summary: {
      resolved: count('resolved'),
      open: count('open'),
      new: count('new'),
      unverified: count('unverified'),
      unasked: values.filter(({ because }) => because === 'unasked').length,
    },
  }
}
