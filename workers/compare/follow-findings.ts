import type { Answer, FollowedFinding, ToldFinding } from '../../schemas/comparison.ts'
import type { Finding } from '../../schemas/finding.ts'
import type { Report } from '../../schemas/report.ts'
import { groupBy } from './group-by.ts'
import { identifyDocuments } from './identify-documents.ts'

/** Answers to the old report's findings, by finding id. */
export type Answers = ReadonlyMap<string, Answer>

const told = ({ id, rule, severity, subject, year, message }: Finding): ToldFinding => ({ id, rule, severity, subject, year, message })

const bare = (text: string): string => text.replace(/[\s\d.,，%％]+/g, '')

/** What the words of a finding are about where it has no subject: a sum's label, the sentence that tells of an event. */
const wordsOf = ({ message, places, subject }: Finding): string =>
  subject === null ? `${bare(message.split('：')[0] ?? '')}|${bare(places[0]?.evidence.text ?? '')}` : ''

/** Told of the same thing, not only taken for its successor: an answer to one event is none to another. */
const isSameMatter = (one: Finding, other: Finding): boolean =>
  one.rule === other.rule && one.subject === other.subject && one.year === other.year && wordsOf(one) === wordsOf(other)

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

/** Pairs the findings of two reports, each at most once. */
function pair(old: Report, current: Report): Map<Finding, Finding> {
  const pairs = new Map<Finding, Finding>()
  const taken = new Set<Finding>()
  const after = keysOf(current, old)
  for (const [level, key] of keysOf(old, current).entries()) {
    const alone = current.findings.filter((one) => !taken.has(one)).map((one) => ({ one, key: after[level]?.(one) ?? null }))
    const waiting = groupBy(alone.reverse(), ({ key: name }) => name ?? '')
    for (const one of old.findings) {
      const name = pairs.has(one) ? null : key(one)
      const match = name === null ? undefined : waiting.get(name)?.pop()?.one
      if (match === undefined) continue
      pairs.set(one, match)
      taken.add(match)
    }
  }
  return pairs
}

/** The printed values that a finding of a report speaks of, whatever their order and place. */
function createValues({ facts }: Report): (finding: Finding) => string {
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  return ({ facts: ids, actual, expected }) => {
    const spoken = ids.flatMap((id) => byId.get(id) ?? [])
    const values = spoken.map(({ subject, year, value, unit, text }) => [subject, year, value, unit, text].join('|'))
    return [...new Set(values)].sort().join('\n') || `${actual}|${expected}`
  }
}

/** Whether a report asked the same again and found nothing wrong with it: absence alone proves nothing. */
function createPassed({ checks }: Report): (finding: Finding) => boolean {
  const nameOf = ({ rule, subject }: { rule: string; subject: string | null }) => `${rule}|${subject}`
  const asked = groupBy(checks, nameOf)
  return (finding) => {
    const same = (asked.get(nameOf(finding)) ?? []).filter(({ year }) => year === finding.year || finding.year === null)
    return same.some(({ outcome }) => outcome === 'passed') && same.every(({ outcome }) => outcome !== 'skipped')
  }
}

/** Follows every finding from the old report into the new one. Findings are told by what they are about, never by their number. */
export function followFindings(old: Report, current: Report, answers: Answers): FollowedFinding[] {
  const pairs = pair(old, current)
  const paired = new Set(pairs.values())
  const [valuesBefore, valuesNow, passedAgain] = [createValues(old), createValues(current), createPassed(current)]
  const followed = old.findings.map((one): FollowedFinding => {
    const match = pairs.get(one)
    const valuesChanged = match !== undefined && valuesBefore(one) !== valuesNow(match)
    const answer = answers.get(one.id)
    return {
      status: match ? 'open' : passedAgain(one) ? 'resolved' : 'unverified',
      old: told(one),
      new: match ? told(match) : null,
      valuesChanged,
      answer: answer ? { ...answer, again: match !== undefined && (valuesChanged || !isSameMatter(one, match)) } : null,
    }
  })
  const added = current.findings
    .filter((one) => !paired.has(one))
    .map((one): FollowedFinding => ({ status: 'new', old: null, new: told(one), valuesChanged: false, answer: null }))
  return [...followed, ...added]
}
