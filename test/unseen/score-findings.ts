import type { Finding } from '../../schemas/finding.ts'
import type { Due } from '../variants/dossier/plant.ts'

export type FindingScore = { hit: number; missed: number; extra: number; falseErrors: number; causesRight: number; causesAsked: number; notes: string[] }

type Told = Pick<Finding, 'rule' | 'subject' | 'year' | 'severity' | 'message' | 'diagnosis'>

const matches = (due: Due, told: Told): boolean =>
  due.rule === told.rule && (due.anySubject === true || due.subject === told.subject) && (due.anyYear === true || due.year === told.year)
const about = (one: { rule: string; subject: string | null; year: number | null }): string => [one.rule, one.subject, one.year].join('|')

/** Holds the findings of a review against what was planted: one counts once per rule, subject and year; what is optional counts neither way. */
export function scoreFindings(dues: readonly Due[], findings: readonly Told[], rules: readonly string[]): FindingScore {
  const seen = new Set<Due>()
  const told = new Map(findings.filter((one) => rules.includes(one.rule)).map((one) => [about(one), one]))
  const score: FindingScore = { hit: 0, missed: 0, extra: 0, falseErrors: 0, causesRight: 0, causesAsked: 0, notes: [] }
  for (const one of [...told.values()]) {
    const due = dues.find((x) => matches(x, one) && !x.optional && !seen.has(x)) ?? dues.find((x) => matches(x, one))
    if (!due) {
      score.extra++
      if (one.severity === 'error') score.falseErrors++
      score.notes.push(`${one.severity === 'error' ? 'FALSE ERROR' : 'extra'} ${about(one)}  ${one.message}`)
      continue
    }
    if (!seen.has(due) && !due.optional) score.hit++
    seen.add(due)
    if (!due.cause) continue
    score.causesAsked++
    if (one.diagnosis?.cause === due.cause) score.causesRight++
    else score.notes.push(`cause ${about(one)}: ${one.diagnosis?.cause ?? 'none'}, is ${due.cause}`)
  }
  for (const due of dues) {
    if (seen.has(due) || due.optional) continue
    score.missed++
    score.notes.push(`MISSED ${about(due)}`)
  }
  return score
}
