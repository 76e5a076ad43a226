import type { Finding } from '../../schemas/finding.ts'
import type { Due } from '../variants/dossier/plant.ts'

export type FindingScore = {
  hit: number
  missed: number
  extra: number
  falseErrors: number
  causesRight: number
  causesAsked: number
  notes: string[]
}

type Told = Pick<Finding, 'rule' | 'subject' | 'year' | 'severity' | 'message' | 'diagnosis'>

const matches = (due: Due, told: Told): boolean =>
  due.rule === told.rule && (due.anySubject === true || due.subject === told.subject) && (due.anyYear === true || due.year === told.year)
const about = (one: { rule: string; subject: string | null; year: number | null }): string => [one.rule, one.subject, one.year].join('|')

type Match = { readonly told: Told; readonly due: Due | undefined; readonly first: boolean }

/** Each finding with what it answers to; the first to answer to a due finding counts as its hit. */
function matchAll(dues: readonly Due[], findings: readonly Told[]): Match[] {
  const seen = new Set<Due>()
  return findings.map((told) => {
    const due = dues.find((x) => matches(x, told) && !x.optional && !seen.has(x)) ?? dues.find((x) => matches(x, told))
    const first = due !== undefined && !seen.has(due)
    if (due) seen.add(due)
    return { told, due, first }
  })
}

/** Holds the findings of a review against what was planted: one counts once per rule, subject and year; what is optional counts neither way. */
export function scoreFindings(dues: readonly Due[], findings: readonly Told[], rules: readonly string[]): FindingScore {
  const matched = matchAll(dues, [...new Map(findings.filter((one) => rules.includes(one.rule)).map((one) => [about(one), one])).values()])
  const extras = matched.filter(({ due }) => due === undefined)
  const missing = dues.filter((due) => !due.optional && !matched.some((match) => match.due === due))
  const caused = matched.filter(({ due }) => due?.cause !== undefined)
  const wrong = caused.filter(({ due, told }) => told.diagnosis?.cause !== due?.cause)
  return {
    hit: matched.filter(({ due, first }) => first && !due?.optional).length,
    missed: missing.length,
    extra: extras.length,
    falseErrors: extras.filter(({ told }) => told.severity === 'error').length,
    causesRight: caused.length - wrong.length,
    causesAsked: caused.length,
    notes: [
      ...extras.map(({ told }) => `${told.severity === 'error' ? 'FALSE ERROR' : 'extra'} ${about(told)}  ${told.message}`),
      ...missing.map((due) => `MISSED ${about(due)}`),
      ...wrong.map(({ due, told }) => `cause ${about(told)}: ${told.diagnosis?.cause ?? 'none'}, is ${due?.cause}`),
    ],
  }
}
