import type { Fact } from '../schemas/fact.ts'
import type { Check, Severity } from '../schemas/finding.ts'
import type { Evidence } from '../schemas/place.ts'
import type { Dossier } from './dossier.ts'

type Meta = {
  id: `${string}/${string}`
  severity: Severity
  /** The article of the regulation that asks for this: `17(6)` is 第十七条（六）. */
  article: string
  /** One English sentence: what holds when the rule passes. */
  summary: string
  /** One Chinese sentence for reviewers: what the rule checks. */
  title: string
}

/** What one check looks at: its subject and year as the report names them, and the facts compared. */
export type Target = { subject: string | null; year: number | null; facts: readonly Fact[] }

export type Failure = {
  /** One Chinese sentence with both values and both places. */
  message: string
  expected?: string
  actual?: string
  tolerance?: string
  /** Overrides the rule's severity where the contract grades by case. */
  severity?: Severity
  /** The fact that is most likely wrong, if the rule can tell. */
  suspect?: Fact
  /** The two facts at odds, where the rule holds one against another. */
  odds?: readonly [Fact, Fact]
  /** Places that are not facts. */
  places?: readonly { document: string; evidence: Evidence }[]
  /** What the value would be if everything else is right (canonical unit): diagnosis tests causes against it. */
  expectedValue?: { low: string; high: string }
}
export type Outcome = { outcome: 'passed' } | { outcome: 'skipped'; why: string } | { outcome: 'failed'; failure: Failure }

/** A rule's answer for one target; a failed one is diagnosed and folded into findings. */
export type CheckResult = Check & { severity: Severity; article: string; facts: readonly Fact[]; failure: Failure | null }
export type Rule = Meta & { run: (dossier: Dossier) => CheckResult[] }

/** A rule is data plus one pure question, asked of every target it is given. Every target leaves a check, also when it passes. */
export function defineRule<T extends Target>({
  given,
  check,
  ...meta
}: Meta & { given: (dossier: Dossier) => Iterable<T>; check: (target: T, dossier: Dossier) => Outcome }): Rule {
  const answer = (target: T, dossier: Dossier): CheckResult => {
    const outcome = check(target, dossier)
    const failure = outcome.outcome === 'failed' ? outcome.failure : null
    return {
      rule: meta.id,
      subject: target.subject,
      year: target.year,
      outcome: outcome.outcome,
      why: outcome.outcome === 'skipped' ? outcome.why : null,
      severity: failure?.severity ?? meta.severity,
      article: meta.article,
      facts: target.facts,
      failure,
    }
  }
  return { ...meta, run: (dossier) => Array.from(given(dossier), (target) => answer(target, dossier)) }
}

export const passed: Outcome = { outcome: 'passed' }
export const skipped = (why: string): Outcome => ({ outcome: 'skipped', why })
export const failed = (failure: Failure): Outcome => ({ outcome: 'failed', failure })
