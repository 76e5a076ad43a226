import type { Box, Evidence, Fact, Finding } from '../client/review-types.ts'
import type { StoredDocument } from '../client/types.ts'
import { chosenLanguage } from '../words/index.ts'

/** One place to look at: which file, where in it, and the fact that stands there (null for a heading or a row that is no value). */
export type Place = {
  readonly document: StoredDocument | undefined
  readonly name: string
  readonly evidence: Evidence
  readonly fact: Fact | null
}

/** How a place is shown: on its page, on its sheet, in its text, or not at all. */
export type Showing = 'page' | 'sheet' | 'text' | 'none'

/** What the sides of a finding are called. */
export const letters = [...(chosenLanguage() === 'en' ? 'ABCDEFGHIJ' : '甲乙丙丁戊己庚辛壬癸')]

export function showingOf({ evidence, document }: Place): Showing {
  if (document === undefined) return 'none'
  if (evidence.page !== null) return 'page'
  if (evidence.sheet !== null) return 'sheet'
  return evidence.table !== null || evidence.paragraph !== null ? 'text' : 'none'
}

/** The places of a finding: its facts, then what else it points at. */
export function placesOf(finding: Finding, facts: readonly Fact[], documents: readonly StoredDocument[]): Place[] {
  const byId = new Map(documents.map((document) => [`d${document.position}`, document]))
  const place = (id: string, evidence: Evidence, fact: Fact | null): Place => ({
    document: byId.get(id),
    name: byId.get(id)?.fileName ?? id,
    evidence,
    fact,
  })
  return [
    ...facts.map((fact) => place(fact.document, fact.evidence, fact)),
    ...finding.places.map(({ document, evidence }) => place(document, evidence, null)),
  ]
}

/** The parts of a value's box: one, or several where it is printed over lines. */
export const boxesOf = ({ evidence }: Place): readonly Box[] => (evidence.bbox === null ? [] : [evidence.bbox])
