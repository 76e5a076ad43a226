import type { Fact, Finding } from '../client/review-types.ts'
import { t } from '../words/index.ts'
import { type Marking, markFacts, markTexts } from './digits.ts'
import type { Names } from './vocabulary.ts'

/** What is at odds: the value's name with its year, or the rule's name where the finding is about no value. */
export function titleOf({ subject, year, rule }: Finding, names: Names): string {
  // What some rules ask about has no name of its own, only an id: then the rule's name tells it.
  const name = names.subject(subject)
  if (subject === null || (name === subject && /^[a-z][\w-]*$/.test(name)))
    return year === null ? names.rule(rule) : `${t('review.ofYear', { year })}${names.rule(rule)}`
  return `${year === null ? '' : name.startsWith('年') ? String(year) : t('review.ofYear', { year })}${name}`
}

const short = (text: string) => text.replace(/（.*$/s, '')

/** What the second value is, by the kind of rule: a recalculation, a target, a threshold, another place. */
function otherName(rule: string): string {
  if (rule.startsWith('formula/')) return 'recalculated'
  if (rule.startsWith('standard/')) return 'standard'
  if (rule === 'plan/target-missed') return 'target'
  return rule.startsWith('consistency/') ? 'elsewhere' : 'required'
}

/** One line under the title: what is printed, what it is held against, and the cause in a few words. */
export function lineOf({ actual, expected, rule, diagnosis, message }: Finding): string {
  const cause = diagnosis === null || diagnosis.cause === 'unknown' ? '' : ` · ${t(`review.causes.${diagnosis.cause}`)}`
  if (actual === null || expected === null) return `${message}${cause}`
  return `${t('review.printed', { value: short(actual) })}，${t(`review.${otherName(rule)}`, { value: short(expected) })}${cause}`
}

const sayTheSame = (one: Fact, other: Fact) => one.subject === other.subject && one.year === other.year && one.kind === other.kind

/** The digits to mark wherever the values of this finding stand. */
export function markingsOf({ rule, actual, expected }: Finding, facts: readonly Fact[]): Marking[] {
  if (rule.startsWith('formula/')) return actual === null || expected === null ? [] : markTexts(actual, expected)
  const [one, other] = facts
  return one !== undefined && other !== undefined && sayTheSame(one, other) ? markFacts(one, other) : []
}

/** The print with its unit, which in a table stands in a head or a column of its own. */
const withUnit = ({ raw, unit }: Fact) => (unit === null || !/[\d.]$/.test(raw) ? raw : `${raw} ${unit}`)
const roleName = ({ role, year }: { role: string; year?: number | null }) =>
  `${year ? t('review.ofYear', { year }) : ''}${t(`common.role.${role}`)}`

/** The sentence at the head of a finding, with both values. */
export function headOf(finding: Finding, facts: readonly Fact[], names: Names): string {
  const [one, other] = facts
  const title = titleOf(finding, names)
  if (finding.rule.startsWith('formula/') && finding.actual !== null && finding.expected !== null)
    return `${title}：${t('review.printed', { value: finding.actual })}，${t('review.recalculated', { value: short(finding.expected) })}`
  if (one !== undefined && other !== undefined && sayTheSame(one, other)) {
    const [left, right] =
      one.role === other.role ? [t('review.here'), t('review.there')] : [roleName({ role: one.role }), roleName({ role: other.role })]
    return `${title}：${left} ${withUnit(one)}，${right} ${withUnit(other)}`
  }
  if (finding.actual !== null && finding.expected !== null) return `${title}：${lineOf({ ...finding, diagnosis: null })}`
  return finding.message
}
