import type { Regulation } from '../../../schemas/edition.ts'
import type { Check, Finding, Severity } from '../../../schemas/finding.ts'
import type { Report } from '../../../schemas/report.ts'

/** A finding with the number by which all forms of the report cite it. */
export type NumberedFinding = { readonly number: number; readonly finding: Finding }

/** One chapter of the report: an item of technical verification (Art. 17) or 程序与时限, with what was found and what was asked. */
export type Chapter = {
  readonly id: string
  readonly zh: string
  readonly clause: string
  readonly findings: readonly NumberedFinding[]
  readonly checks: readonly Check[]
}

const order: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

/**
 * The report's chapters in the regulation's order, findings numbered from 1 through all of them, errors first.
 * Rules that no chapter names come last under 其他; nothing found is left out.
 */
export function chaptersOf(report: Report, regulation: Regulation): Chapter[] {
  const chapterOf = new Map(regulation.chapters.flatMap(({ id, rules }) => rules.map((rule) => [rule, id] as const)))
  const other = { id: 'other', zh: '其他', clause: '' }
  const parts = [...regulation.chapters, other].map(({ id, zh, clause }) => {
    const belongs = ({ rule }: { rule: string }) => (chapterOf.get(rule) ?? other.id) === id
    const findings = report.findings.filter(belongs).sort((a, b) => order[a.severity] - order[b.severity])
    return { id, zh, clause, findings, checks: report.checks.filter(belongs) }
  })
  let number = 0
  return parts
    .filter(({ id, findings, checks }) => id !== other.id || findings.length + checks.length > 0)
    .map((part) => ({ ...part, findings: part.findings.map((finding) => ({ number: ++number, finding })) }))
}
