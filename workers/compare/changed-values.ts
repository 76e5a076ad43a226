import type { ChangedValue } from '../../schemas/comparison.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { Report, ReportDocument } from '../../schemas/report.ts'
import { identifyDocuments } from './identify-documents.ts'
import { groupByStatement, whoSays } from './pair-facts.ts'

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

/** The old report's documents that are in the new one as other bytes. The very same file prints what it printed: only its reading was put right. */
function findRevisedDocuments(old: Report, current: Report): ReadonlyMap<string, ReportDocument> {
  const keys = identifyDocuments(old, current)
  const kept = new Set(identifyDocuments(current, old).values())
  const sameBytes = new Set(current.documents.map(({ sha256 }) => sha256))
  return new Map(
    old.documents
      .filter(({ id, sha256 }) => kept.has(keys.get(id) ?? '') && !sameBytes.has(sha256))
      .map((document) => [document.id, document]),
  )
}

/** Every value that a document of both reports prints otherwise in the new one, those that nobody asked for first. */
export function findChangedValues(old: Report, current: Report): ChangedValue[] {
  const why = reasons(old)
  const after = groupByStatement(current, old)
  const revised = findRevisedDocuments(old, current)
  const names = new Map([...old.subjects, ...current.subjects].map(({ id, zh }) => [id, zh]))
  const order = { unasked: 0, follows: 1, asked: 2 } as const
  const changes: ChangedValue[] = []
  const told = new Set<string>()
  for (const [key, before] of groupByStatement(old, current)) {
    const now = after.get(key) ?? []
    const [saidBefore, saidNow] = [whoSays(before), whoSays(now)]
    const to = now.find((one) => !saidBefore(one)) ?? now[0] ?? null
    for (const fact of before) {
      const document = revised.get(fact.document)
      if (document === undefined || fact.kind === 'standard' || saidNow(fact)) continue
      const change = [document.file, fact.subject, fact.year, fact.kind, to && shown(to)].join('|')
      if (told.has(change)) continue
      told.add(change)
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
