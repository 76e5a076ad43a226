import type { Fact } from '../../../schemas/fact.ts'
import type { Finding } from '../../../schemas/finding.ts'
import type { Box, Evidence } from '../../../schemas/place.ts'
import type { ReportIndex } from './report-index.ts'

/** One quoted place of a finding: a fact's, or another that the rule names. */
export type Place = { readonly document: string; readonly evidence: Evidence; readonly fact: Fact | null }

/** The places of a finding in the order that the rule gave them, the one held to be wrong first. A fact that is not in the report is left out. */
export function placesOf(finding: Finding, index: ReportIndex): Place[] {
  const facts = finding.facts.flatMap((id) => index.factOf(id) ?? [])
  return [
    ...facts.map((fact) => ({ document: fact.document, evidence: fact.evidence, fact })),
    ...finding.places.map(({ document, evidence }) => ({ document, evidence, fact: null })),
  ]
}

/** What of its printed line a place is about. */
export const quoted = ({ fact, evidence }: Place): string => fact?.raw ?? evidence.text

/** The part of a page to show around a value, in points: its lines from margin to margin, up to the head of its table where that is near. */
export type Region = { readonly document: string; readonly page: number; readonly bbox: Box; readonly marks: readonly Box[] }

const textWidth = { left: 48, right: 547 }
const around = 34
const head = 40
const tallest = 190

/** undefined where the place has no page or box, as in a text document or sheet. */
export function findRegion({ document, evidence }: Place, index: ReportIndex): Region | undefined {
  const { page, bbox, table } = evidence
  if (page === null || bbox === null) return undefined
  const [x0, y0, x1, y1] = bbox
  const boxes = index
    .factsOnPage(document, page)
    .flatMap((fact) => (fact.evidence.bbox === null ? [] : [{ box: fact.evidence.bbox, table: fact.evidence.table }]))
  const sameTable = boxes.filter((other) => table !== null && other.table === table).map(({ box }) => box)
  const tableTop = Math.min(y0, ...sameTable.map((box) => box[1])) - head
  const bottom = y1 + around
  const top = bottom - tableTop <= tallest ? Math.min(tableTop, y0 - around) : y0 - around
  const left = Math.min(textWidth.left, x0 - 8, ...boxes.map(({ box }) => box[0] - 8))
  const right = Math.max(textWidth.right, x1 + 40)
  return { document, page, bbox: [Math.max(0, left), Math.max(0, top), right, bottom], marks: [bbox] }
}
