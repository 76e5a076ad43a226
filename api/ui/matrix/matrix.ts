import { tellVerdicts } from '../../../schemas/told-verdict.ts'
import type { Assessment, Check, Fact, Finding, Severity, ToldVerdict } from '../client/review-types.ts'
import type { StoredDocument, StoredFinding } from '../client/types.ts'

/** One row: a subject with what the plan, each year's report and the acceptance report print of it. */
export type MatrixRow = {
  readonly subject: string
  readonly number: string
  readonly assessment: Assessment | undefined
  /** What a reader is told of its verdict. */
  readonly told: ToldVerdict | undefined
  readonly target: Fact | undefined
  readonly years: ReadonlyMap<number, Fact>
  readonly final: Fact | undefined
  readonly recalculation: Check['outcome'] | undefined
  readonly fault: Finding | undefined
  readonly worst: Severity | undefined
}
export type Matrix = { readonly years: readonly number[]; readonly finalYear: number | null; readonly rows: readonly MatrixRow[] }

type Source = {
  readonly subjects: readonly string[]
  readonly facts: readonly Fact[]
  readonly documents: readonly StoredDocument[]
  readonly assessment: readonly Assessment[]
  readonly checks: readonly Check[]
  readonly findings: readonly StoredFinding[]
  readonly baseYear: number | null
  readonly finalYear: number | null
}

const severities: readonly Severity[] = ['error', 'warning', 'info']
const order: Readonly<Record<string, number>> = { annual_report: 0, acceptance_report: 1, supporting_data: 2, plan: 3 }
/** Tables state values in full; sentences round them. */
const rank = ({ role, statedIn, confidence }: Fact) => (order[role] ?? 4) * 10 + (statedIn === 'table' ? 0 : 5) - confidence

/** Of several prints of one value the one that its own year's report prints in a table; the base year stands in the plan. */
const best = (facts: readonly Fact[]): Fact | undefined => [...facts].sort((one, other) => rank(one) - rank(other))[0]

/** The matrix of one review: rows in the order of `subjects`, a column for each year from base to final. */
export function matrixOf({ subjects, facts, documents, assessment, checks, findings, baseYear, finalYear }: Source): Matrix {
  const reportYears = new Map(documents.map(({ position, year, yearOverride }) => [`d${position}`, yearOverride ?? year]))
  const printed = new Set(facts.flatMap(({ year, kind }) => (year !== null && kind === 'actual' ? [year] : [])))
  const years = [...printed]
    .filter((year) => (baseYear === null || year >= baseYear) && (finalYear === null || year <= finalYear))
    .sort((one, other) => one - other)
  const bySubject = new Map<string, Fact[]>()
  for (const fact of facts) {
    const own = bySubject.get(fact.subject)
    if (own === undefined) bySubject.set(fact.subject, [fact])
    else own.push(fact)
  }
  const told = tellVerdicts(assessment)
  const rows = subjects.map((subject): MatrixRow => {
    const own = bySubject.get(subject) ?? []
    const actual = own.filter(({ kind }) => kind === 'actual')
    const ofYear = (year: number) => {
      const there = actual.filter((fact) => fact.year === year)
      return best(there.filter(({ role, document }) => role === 'annual_report' && reportYears.get(document) === year)) ?? best(there)
    }
    const faults = findings.filter(({ finding }) => finding.subject === subject).map(({ finding }) => finding)
    const recalculations = checks.filter(
      ({ rule, subject: about, year }) => rule === 'formula/recalculation' && about === subject && year === finalYear,
    )
    return {
      subject,
      number: /^hj274\.(\d+)$/.exec(subject)?.[1] ?? '',
      assessment: assessment.find((each) => each.subject === subject),
      told: told.get(subject),
      target: best(own.filter(({ kind }) => kind === 'target')),
      years: new Map(
        years.flatMap((year) => {
          const fact = ofYear(year)
          return fact === undefined ? [] : [[year, fact] as const]
        }),
      ),
      final: best(actual.filter(({ role, year }) => role === 'acceptance_report' && year === finalYear)),
      recalculation: recalculations.find(({ outcome }) => outcome === 'failed')?.outcome ?? recalculations[0]?.outcome,
      fault: faults.find(({ rule, year }) => rule === 'formula/recalculation' && year === finalYear),
      worst: severities.find((severity) => faults.some((finding) => finding.severity === severity)),
    }
  })
  return { years, finalYear, rows }
}

/** How far the value is beyond its threshold, as a share of it: above 0 it is met. undefined where that says nothing. */
export function marginOf({ assessment }: MatrixRow): number | undefined {
  const [, sign, limit] = /^(>=|<=|>|<)\s*(-?[\d.]+)/.exec(assessment?.threshold ?? '') ?? []
  const [value, bound] = [Number(assessment?.value ?? Number.NaN), Number(limit)]
  if (sign === undefined || Number.isNaN(value) || Number.isNaN(bound) || bound === 0) return undefined
  return (sign.startsWith('>') ? value - bound : bound - value) / Math.abs(bound)
}

/** >=30 → ≥30 */
export const limitText = (text: string | null | undefined): string => (text ?? '—').replaceAll('>=', '≥').replaceAll('<=', '≤')
