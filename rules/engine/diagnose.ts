import type { Fact } from '../../schemas/fact.ts'
import type { Diagnosis, Finding } from '../../schemas/finding.ts'
import type { CheckResult, Rule } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { rules as allRules } from '../index.ts'
import { doubtReading, doubtWords } from './diagnose/doubt-reading.ts'
import { explainCalculation, explainGrowth } from './diagnose/explain-calculation.ts'
import { explainJump } from './diagnose/explain-jump.ts'
import { explainOdds } from './diagnose/explain-odds.ts'
import type { Fault } from './fold/fault.ts'
import { fold } from './fold.ts'
import { placeName } from './place-name.ts'
import { showFact } from './show-fact.ts'

/** More facts than these are not listed with one finding. */
const MOST_FACTS = 24

/** Rules whose failures are no odds between two prints, and are explained in ways of their own. */
const ownExplanations: Readonly<Record<string, (result: CheckResult, dossier: Dossier) => Diagnosis | undefined>> = {
  'formula/recalculation': explainCalculation,
  'formula/growth': explainGrowth,
  'trend/outlier': explainJump,
}

function explain({ main, wrong, right, sure }: Fault, dossier: Dossier): Diagnosis | null {
  const [a, b] = [wrong[0] ?? main.failure?.odds?.[0], right[0] ?? main.failure?.odds?.[1]]
  const own = ownExplanations[main.rule]
  if (own) return own(main, dossier) ?? null
  if (!a || !b || a.interval === null || b.interval === null || main.failure?.odds === undefined) return null
  const diagnosis = explainOdds({ wrong: a, right: b, sure, dossier })
  return { ...diagnosis, explanation: `${diagnosis.explanation}${whichIsWrong(a, right, sure, dossier)}` }
}

function whichIsWrong(wrong: Fact, right: readonly Fact[], sure: boolean, dossier: Dossier): string {
  if (!sure) return '仅凭材料尚不能判断哪一处有误。'
  if (wrong.kind === 'target') return '目标值以规划为准。'
  const others = new Set(right.map((fact) => fact.document)).size
  return `${others > 1 ? `另有${others}份文件的数值彼此一致` : '从各年数据和指标复算关系看'}，更可能是${placeName(wrong, dossier)}有误。`
}

/** What the report names first: the wrong value, then the right one, then all others that bear on it. */
const factsOf = ({ main, also, wrong, right }: Fault): string[] => {
  const alike = also.filter((result) => result.rule === main.rule)
  const odds = main.failure?.odds ?? []
  const first = main.failure?.odds
    ? [...wrong.slice(0, 1), ...right.slice(0, 1), ...odds]
    : main.failure?.suspect
      ? [main.failure.suspect]
      : []
  const all = [
    ...first,
    ...wrong,
    ...main.facts,
    ...alike.flatMap((result) => [...(result.failure?.suspect ? [result.failure.suspect] : []), ...result.facts]),
  ]
  return [...new Set(all.map((fact) => fact.id))].slice(0, MOST_FACTS)
}

/** A slip of the last digit is no error of the same weight as a wrong number, and a doubtful reading is no ground for one. */
const lighter: ReadonlySet<string> = new Set(['rounding', 'ocr_suspect'])
const severityOf = (main: CheckResult, diagnosis: Diagnosis | null) =>
  lighter.has(diagnosis?.cause ?? '') && main.severity === 'error' ? 'warning' : main.severity

function toFinding(fault: Fault, dossier: Dossier): Omit<Finding, 'id'> {
  const { main, also, wrong, right } = fault
  const doubt = doubtReading(main, dossier)
  const diagnosis = doubt ?? explain(fault, dossier)
  const message = main.failure?.message ?? ''
  const [a, b] = main.failure?.odds === undefined ? [] : [wrong[0], right[0]]
  return {
    rule: main.rule,
    severity: severityOf(main, diagnosis),
    subject: main.subject,
    year: main.year,
    article: main.article,
    message: doubt === undefined || /可信度低|对照原件/.test(message) ? message : `${message.replace(/。$/, '')}${doubtWords}。`,
    facts: factsOf(fault),
    expected: b ? showFact(b) : (main.failure?.expected ?? null),
    actual: a ? showFact(a) : (main.failure?.actual ?? null),
    tolerance: main.failure?.tolerance ?? null,
    diagnosis,
    alsoFails: also.map(({ rule, subject, year, failure }) => ({ rule, subject, year, message: failure?.message ?? '' })),
    places: [...(main.failure?.places ?? [])],
  }
}

const weight = { error: 0, warning: 1, info: 2 } as const

/**
 * Turns failed checks into findings: folds what comes of one cause, names the likely cause of each (tested against the
 * printed digits, never more than 可能), and numbers them x1, x2 … in the order of `rules`, errors first within a rule.
 */
export function diagnoseWith(rules: readonly Rule[], results: readonly CheckResult[], dossier: Dossier): Finding[] {
  const places = new Map(rules.map((rule, index) => [rule.id as string, index]))
  const place = ({ rule }: Omit<Finding, 'id'>) => places.get(rule) ?? rules.length
  return fold(results, dossier, rules)
    .map((fault) => toFinding(fault, dossier))
    .sort((a, b) => place(a) - place(b) || weight[a.severity] - weight[b.severity])
    .map((finding, index) => ({ id: `x${index + 1}`, ...finding }))
}

/** The same with every rule of the product. */
export const diagnose = (results: readonly CheckResult[], dossier: Dossier): Finding[] => diagnoseWith(allRules, results, dossier)
