import type { Fact } from '../../schemas/fact.ts'
import type { Diagnosis, Finding } from '../../schemas/finding.ts'
import type { CheckResult, Rule } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { rules as allRules } from '../index.ts'
import type { Against } from './diagnose/candidate.ts'
import { doubtReading, doubtWords } from './diagnose/doubt-reading.ts'
import { explainGrowth } from './diagnose/explain-growth.ts'
import { explainJump } from './diagnose/explain-jump.ts'
import { explainAgainst, explainOdds } from './diagnose/explain-number.ts'
import { explainSum } from './diagnose/explain-sum.ts'
import { findIfCorrected, tellIfCorrected } from './diagnose/if-corrected.ts'
import { correctionsOf, sayInterval } from './fold/correct-facts.ts'
import type { Fault } from './fold/fault.ts'
import { fold } from './fold.ts'
import { writeComputed } from './formula-words.ts'
import { fromSpan } from './interval.ts'
import { placeName } from './place-name.ts'
import { showFact } from './show-fact.ts'

/** More facts than these are not listed with one finding. */
const MOST_FACTS = 24

/** Rules whose failures are no odds between two prints, and are explained in ways of their own. */
const ownExplanations: Readonly<Record<string, (result: CheckResult, dossier: Dossier) => Diagnosis | undefined>> = {
  'formula/growth': explainGrowth,
  'formula/component-sum': explainSum,
  'trend/outlier': explainJump,
}

/** What the document's own inputs give for a value that is also at odds with others. */
const recalculated = ({ main, also }: Fault, wrong: Fact): Against[] =>
  [main, ...also].flatMap(({ rule, subject, year, failure }) =>
    rule === 'formula/recalculation' &&
    subject === wrong.subject &&
    year === wrong.year &&
    failure?.suspect?.document === wrong.document &&
    failure.expectedValue
      ? [{ interval: fromSpan(failure.expectedValue), fact: null, what: `重算值${failure.expected ?? ''}` }]
      : [],
  )

function explain(fault: Fault, dossier: Dossier): Diagnosis | null {
  const { main, right, sure, solved } = fault
  const own = ownExplanations[main.rule]
  if (own) return own(main, dossier) ?? null
  const wrong = fault.wrong[0] ?? main.failure?.odds?.[0] ?? main.failure?.suspect
  const other = right[0] ?? main.failure?.odds?.[1]
  if (!wrong || wrong.interval === null) return null
  if (other && other.interval !== null) {
    const diagnosis = explainOdds({ wrong, right: other, sure, dossier }, right, recalculated(fault, wrong))
    return { ...diagnosis, explanation: `${diagnosis.explanation}${whichIsWrong(wrong, right, sure, dossier)}` }
  }
  const [given] = solved
    ? [{ interval: fromSpan(solved), fact: null, what: `由各指标反推的数值${writeComputed(fromSpan(solved), wrong)}${wrong.unit ?? ''}` }]
    : recalculated(fault, wrong)
  if (!given) return null
  const diagnosis = explainAgainst(wrong, given, dossier)
  if (!solved) return diagnosis
  const results = [main, ...fault.also].filter(({ rule }) => rule === 'formula/recalculation').length
  return {
    ...diagnosis,
    explanation: `${results}项指标都按此数重算不符，而与其余数据相符，更可能是${placeName(wrong, dossier)}有误。${diagnosis.explanation}`,
  }
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
    : [...wrong, ...(main.failure?.suspect ? [main.failure.suspect] : [])]
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

/** What the wrong value should be; for one that only its document's own inputs contradict, what those give. */
function correct({ main, wrong, right, solved }: Fault): Map<string, Fact> {
  const { suspect, expectedValue } = main.failure ?? {}
  if (right.length === 0 && solved === undefined && suspect && expectedValue && main.rule === 'formula/recalculation')
    return new Map([suspect, ...wrong].map((fact) => [fact.id, sayInterval(fact, expectedValue)]))
  return new Map(correctionsOf({ wrong, right, solved }))
}

/** Rules whose findings hold one value to be wrong; a verdict or a jump accuses no print. */
const blames = (rule: string): boolean => /^(consistency|scope)\/|^formula\/recalculation/.test(rule)

function culpritOf(fault: Fault, corrections: ReadonlyMap<string, Fact>): Finding['culprit'] {
  const fact = fault.wrong[0] ?? fault.main.failure?.suspect
  if (!fact || !blames(fault.main.rule)) return null
  return { fact: fact.id, sure: fault.sure, shouldBe: corrections.get(fact.id)?.interval ?? null }
}

function toFinding(fault: Fault, dossier: Dossier): Omit<Finding, 'id'> {
  const { main, also, wrong, right } = fault
  const corrections = blames(main.rule) ? correct(fault) : new Map<string, Fact>()
  const ifCorrected = corrections.size > 0 && (fault.sure || right.length === 0) ? findIfCorrected(corrections, dossier) : null
  const doubt = doubtReading(main, dossier)
  const told = doubt ?? explain(fault, dossier)
  // What may only be a misreading is not reckoned with.
  const diagnosis =
    told && ifCorrected && !doubt ? { ...told, explanation: `${told.explanation}${tellIfCorrected(ifCorrected, dossier)}` } : told
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
    culprit: culpritOf(fault, corrections),
    ifCorrected: doubt ? null : ifCorrected,
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
