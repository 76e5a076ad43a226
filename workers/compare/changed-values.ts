import { Decimal } from 'decimal.js'
import type { ChangedValue } from '../../schemas/comparison.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { Report } from '../../schemas/report.ts'
import { identifyDocuments } from './identify-documents.ts'

/** The same statement in both reports: what it is about, in which document, in which prices. */
function byStatement(report: Report, other: Report): Map<string, Fact[]> {
  const documents = identifyDocuments(report, other)
  const groups = new Map<string, Fact[]>()
  for (const fact of report.facts) {
    if (fact.kind === 'standard') continue
    const key = [documents.get(fact.document), fact.subject, fact.year, fact.kind, fact.priceBasis].join('|')
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return groups
}

/** A finer print of the same value is no change. */
function saysTheSame(a: Fact, b: Fact): boolean {
  if (a.interval === null || b.interval === null) return a.text === b.text
  return new Decimal(a.interval.low).lte(b.interval.high) && new Decimal(b.interval.low).lte(a.interval.high)
}

const shown = ({ raw, unit, text, value }: Fact): string =>
  value === null ? (text ?? raw) : unit === null || raw.includes(unit) ? raw : `${raw}${unit}`

/** Which values the old findings spoke of, and which are computed from those. */
function reasons(old: Report): (fact: Fact) => ChangedValue['because'] {
  const spoken = new Set<string>()
  const facts = new Map(old.facts.map((fact) => [fact.id, fact]))
  for (const { subject, year, facts: ids, alsoFails } of old.findings) {
    for (const one of [{ subject, year }, ...alsoFails]) if (one.subject !== null) spoken.add(`${one.subject}|${one.year}`)
    for (const fact of ids.flatMap((id) => facts.get(id) ?? [])) spoken.add(`${fact.subject}|${fact.year}`)
  }
  const subjects = new Set([...spoken].map((one) => one.split('|')[0]))
  const inputs = new Map(old.subjects.map(({ id, formula }) => [id, formula?.match(/[a-z]\w*/g) ?? []]))
  return ({ subject, year }) =>
    spoken.has(`${subject}|${year}`) || spoken.has(`${subject}|null`)
      ? 'asked'
      : inputs.get(subject)?.some((input) => subjects.has(input))
        ? 'follows'
        : 'unasked'
}

/** Every value that a document of both reports prints otherwise in the new one, those that nobody asked for first. */
export function findChangedValues(old: Report, current: Report): ChangedValue[] {
  const why = reasons(old)
  const after = byStatement(current, old)
  const kept = new Set(identifyDocuments(current, old).values())
  const documents = new Map(old.documents.map((document) => [document.id, document]))
  const keys = identifyDocuments(old, current)
  const names = new Map([...old.subjects, ...current.subjects].map(({ id, zh }) => [id, zh]))
  const order = { unasked: 0, follows: 1, asked: 2 } as const
  const changes: ChangedValue[] = []
  for (const [key, before] of byStatement(old, current)) {
    const now = after.get(key) ?? []
    for (const fact of before) {
      const document = documents.get(fact.document)
      if (document === undefined || !kept.has(keys.get(fact.document) ?? '') || now.some((one) => saysTheSame(fact, one))) continue
      const to = now.find((one) => !before.some((each) => saysTheSame(each, one))) ?? now[0] ?? null
      const same = changes.some(
        (one) =>
          one.document.file === document.file &&
          one.subject === fact.subject &&
          one.year === fact.year &&
          one.kind === fact.kind &&
          one.to === (to && shown(to)),
      )
      if (same) continue
      changes.push({
        document: { file: document.file, role: document.role, year: document.year },
        subject: fact.subject,
        name: names.get(fact.subject) ?? fact.subject,
        year: fact.year,
        kind: fact.kind,
        from: shown(fact),
        to: to && shown(to),
        because: why(fact),
        facts: { old: fact.id, new: to?.id ?? null },
      })
    }
  }
  return changes.sort((a, b) => order[a.because] - order[b.because])
}
