import type { Answer, FollowedFinding, ToldFinding } from '../../schemas/comparison.ts'
import type { Finding } from '../../schemas/finding.ts'
import type { Report } from '../../schemas/report.ts'
import { identifyDocuments } from './identify-documents.ts'

/** Answers to the old report's findings, by finding id. */
export type Answers = ReadonlyMap<string, Answer>

const told = ({ id, rule, severity, subject, year, message }: Finding): ToldFinding => ({ id, rule, severity, subject, year, message })

const bare = (text: string): string => text.replace(/[\s\d.,，%％]+/g, '')

/** What the words of a finding are about where it has no subject: a sum's label, the sentence that tells of an event. */
const wordsOf = ({ message, places, subject }: Finding): string =>
  subject === null ? `${bare(message.split('：')[0] ?? '')}|${bare(places[0]?.evidence.text ?? '')}` : ''

type Key = (finding: Finding) => string | null

/** Rules that hold numbers against each other: corrected halfway, the same number may break another of them. */
const holdsNumbers = /^(consistency|formula|scope)\//

/**
 * What makes two findings the same, the strictest first: rule, subject, year, words and document; without the document;
 * a number at odds under another rule; and where there is no subject, the only one of its rule in its document.
 */
function keysOf(report: Report, other: Report): readonly Key[] {
  const keys = identifyDocuments(report, other)
  const facts = new Map(report.facts.map((fact) => [fact.id, fact.document]))
  const documentOf = ({ facts: [first], places: [place] }: Finding) =>
    keys.get((first === undefined ? place?.document : facts.get(first)) ?? '') ?? ''
  return [
    (one) => [one.rule, one.subject, one.year, wordsOf(one), documentOf(one)].join('|'),
    (one) => [one.rule, one.subject, one.year, wordsOf(one)].join('|'),
    (one) => (holdsNumbers.test(one.rule) && one.subject !== null ? `${one.subject}|${one.year}` : null),
    (one) => (one.subject === null ? `${one.rule}|${one.year}|${documentOf(one)}` : null),
  ]
}

/** The findings that are still alone, by one key. */
function byKey(findings: readonly Finding[], taken: ReadonlySet<Finding>, key: Key): Map<string, Finding[]> {
  const waiting = new Map<string, Finding[]>()
  for (const one of findings) {
    const name = taken.has(one) ? null : key(one)
    if (name !== null) waiting.set(name, [...(waiting.get(name) ?? []), one])
  }
  return waiting
}

/** Pairs the findings of two reports, each at most once. */
function pair(old: Report, current: Report): Map<Finding, Finding> {
  const pairs = new Map<Finding, Finding>()
  const taken = new Set<Finding>()
  const after = keysOf(current, old)
  for (const [level, key] of keysOf(old, current).entries()) {
    const waiting = byKey(current.findings, taken, after[level] ?? (() => null))
    for (const one of old.findings) {
      const name = pairs.has(one) ? null : key(one)
      const match = name === null ? undefined : waiting.get(name)?.shift()
      if (match === undefined) continue
      pairs.set(one, match)
      taken.add(match)
    }
  }
  return pairs
}

/** The printed values that a finding speaks of, whatever their order and place. */
const valuesOf = (finding: Finding, report: Report): string => {
  const ids = new Set(finding.facts)
  const values = report.facts
    .filter(({ id }) => ids.has(id))
    .map(({ subject, year, value, unit, text }) => [subject, year, value, unit, text].join('|'))
  return [...new Set(values)].sort().join('\n') || `${finding.actual}|${finding.expected}`
}

/** Whether the new report asked the same again and found nothing wrong with it: absence alone proves nothing. */
function passedAgain({ rule, subject, year }: Finding, { checks }: Report): boolean {
  const same = checks.filter((check) => check.rule === rule && check.subject === subject && (check.year === year || year === null))
  return same.some(({ outcome }) => outcome === 'passed') && same.every(({ outcome }) => outcome !== 'skipped')
}

/** Follows every finding from the old report into the new one. Findings are told by what they are about, never by their number. */
export function followFindings(old: Report, current: Report, answers: Answers): FollowedFinding[] {
  const pairs = pair(old, current)
  const paired = new Set(pairs.values())
  const followed = old.findings.map((one): FollowedFinding => {
    const match = pairs.get(one)
    const valuesChanged = match !== undefined && valuesOf(one, old) !== valuesOf(match, current)
    const answer = answers.get(one.id)
    return {
      status: match ? 'open' : passedAgain(one, current) ? 'resolved' : 'unverified',
      old: told(one),
      new: match ? told(match) : null,
      valuesChanged,
      answer: answer ? { ...answer, again: match !== undefined && valuesChanged } : null,
    }
  })
  const added = current.findings
    .filter((one) => !paired.has(one))
    .map((one): FollowedFinding => ({ status: 'new', old: null, new: told(one), valuesChanged: false, answer: null }))
  return [...followed, ...added]
}
