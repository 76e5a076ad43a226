import type { Check, Severity } from '../client/review-types.ts'
import type { StoredFinding } from '../client/types.ts'
import type { Names } from '../review/vocabulary.ts'

type Source = { readonly names: Names; readonly checks: readonly Check[]; readonly findings: readonly StoredFinding[] }
export type ChapterRow = {
  readonly id: string
  readonly name: string
  readonly findings: number
  readonly open: number
  readonly worst: Severity | undefined
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const severities: readonly Severity[] = ['error', 'warning', 'info']

/** What was asked and found in each chapter of technical verification. No finding is told beside how many checks passed. */
export function chapterRows({ names, checks, findings }: Source): ChapterRow[] {
  return names.vocabulary.chapters.map(({ id, zh, clause }) => {
    const own = findings.filter(({ finding }) => names.chapter(finding.rule) === id)
    const asked = checks.filter(({ rule }) => names.chapter(rule) === id)
    const count = (outcome: Check['outcome']) => asked.filter((check) => check.outcome === outcome).length
    const open = own.filter(({ disposition }) => disposition === null).length
    return {
      ...{ id, name: `${/（.）/.exec(clause)?.[0] ?? ''}${zh}`, findings: own.length, open },
      worst: severities.find((severity) => own.some(({ finding }) => finding.severity === severity)),
      ...{ passed: count('passed'), failed: count('failed'), skipped: count('skipped') },
    }
  })
}

/** Why checks were left out, the most frequent reason first, with a few of what they were about. */
export function skippedRows({ names, checks }: Source): { why: string; count: number; about: string }[] {
  const reasons = new Map<string, Check[]>()
  for (const check of checks) {
    if (check.outcome !== 'skipped') continue
    const own = reasons.get(check.why ?? '')
    if (own === undefined) reasons.set(check.why ?? '', [check])
    else own.push(check)
  }
  const about = (skipped: readonly Check[]) =>
    [...new Set(skipped.map(({ subject, rule }) => names.subject(subject) || names.rule(rule)))].slice(0, 3).join('、')
  return [...reasons]
    .map(([why, skipped]) => ({ why, count: skipped.length, about: about(skipped) }))
    .sort((one, other) => other.count - one.count)
}
