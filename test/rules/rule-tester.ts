import { describe, expect, test } from 'vitest'
import type { Rule } from '../../rules/define-rule.ts'
import type { Dossier } from '../../rules/dossier.ts'
import { dossier } from './make-dossier.ts'

export * from './make-dossier.ts'

export type Case = Partial<Dossier> & {
  name: string
  /** The outcome of every check, in order. */
  outcomes: ('passed' | 'failed' | 'skipped')[]
  /** What the first failure's message (or the first reason for skipping) must hold. */
  tells?: string[]
}

/** Runs one rule over small dossiers. A rule needs a case that passes, one that fails, and one it has nothing to say about. */
export function testRule(rule: Rule, cases: [Case, Case, Case, ...Case[]]) {
  describe(rule.id, () => {
    test.each(cases)('$name', ({ name: _, outcomes, tells = [], ...over }) => {
      const checks = rule.run(dossier(over))
      expect(checks.map((check) => check.outcome)).toEqual(outcomes)
      const told = checks.find((check) => check.failure !== null)?.failure?.message ?? checks.find((check) => check.why !== null)?.why ?? ''
      for (const words of tells) expect(told).toContain(words)
    })
  })
}
