import type { ParsedDocument } from '../../../../schemas/document.ts'
import type { Fact } from '../../../../schemas/fact.ts'
import type { Boundary, Calculation, Growth, Identity, Sum } from '../../../../schemas/reading.ts'
import type { Owner } from '../make-fact.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { type BasisStatement, basisStatementsIn } from './basis-statements.ts'
import { findBoundary } from './boundary.ts'
import { pendingOf } from './calculation.ts'
import { citedSource } from './cited-source.ts'
import { type Background, backgroundOf, frameFor, type Memory, remember } from './frame.ts'
import { findGeneralSource } from './general-source.ts'
import { factOf, growthOf, qualityFact, type Spot } from './make.ts'
import { preferredAreas } from './park-area.ts'
import { type Passage, passages, sentencesIn } from './passages.ts'
import { evidenceOf, printOf } from './place.ts'
import { readCalculations } from './read-calculations.ts'
import { readSentence } from './sentence/read-sentence.ts'
import type { Frame } from './sentence/state.ts'
import { findSum } from './sums.ts'
import { findTrailingSum } from './trailing-sum.ts'

export { applyBasisStatements, type BasisStatement, readBasisStatements } from './basis-statements.ts'

/** Numbers in digits or words, or the words with which a qualitative indicator is judged. */
const states = /\d|达标|完成情况|具备|百分之|[二两三四五六七八九十][家个次件起项人条户]/

/** What begins so in an annual report speaks of its own year again, whatever the sentence before did. */
const wholeYear = /^[^,。;]{0,12}(?:全年|本年度|年内)/

/** Shorter print before a calculation is its label's. */
const shortest = 4

/** What the running text of a document states. */
export type ProseReading = {
  readonly facts: Fact[]
  readonly growths: Growth[]
  readonly calculations: Calculation[]
  readonly boundaries: Boundary[]
  readonly sums: Sum[]
  readonly generalSource: string | null
  readonly basisStatements: BasisStatement[]
}

/**
 * Reads paragraphs and notes: values, goals and quoted limits of the park with their years, changes between years, calculations,
 * boundary, sums, the general data source, and clauses on price bases. What is another's (a firm's, a city's, the nation's), a
 * forecast, a quota, a range or a part of a year is left out.
 */
export function extractProse(document: ParsedDocument, identity: Identity, owner: Owner, vocabulary: Vocabulary): ProseReading {
  const background = backgroundOf(identity, vocabulary)
  const found: ProseReading = {
    facts: [],
    growths: [],
    calculations: [],
    boundaries: [],
    sums: [],
    generalSource: null,
    basisStatements: [],
  }
  let memory: Memory | null = null
  let generalSource: string | null = null
  for (const passage of passages(document)) {
    for (const sentence of sentencesIn(passage)) {
      const spot: Spot = { passage, ...sentence }
      const frame: Frame = frameFor(background, spot, memory, wholeYear.test(spot.text))
      memory = readSpot(spot, frame, background, owner, found, memory)
      generalSource ??= sourceOf(spot)
    }
  }
  return { ...found, facts: unique(found.facts), generalSource }
}

function readSpot(spot: Spot, frame: Frame, background: Background, owner: Owner, found: ProseReading, memory: Memory | null): Memory {
  if (/价/.test(spot.text)) found.basisStatements.push(...basisStatementsIn(spot.text, background.vocabulary))
  if (!states.test(spot.passage.text)) return wordless(spot, frame, owner, found, memory)
  const calculated = readCalculations(spot, frame, background, owner, frame.pending)
  found.calculations.push(...calculated.calculations)
  found.facts.push(...calculated.facts)
  const plain = spot.text.slice(0, calculated.start)
  const reading = plain.length > shortest ? readSentence(plain, frame) : null
  if (reading) {
    const source = citedSource(spot)
    const facts = preferredAreas(reading.statements, plain).flatMap((statement) => {
      const fact = factOf(owner, spot, statement)
      return fact ? [source && fact.kind === 'actual' ? { ...fact, source } : fact] : []
    })
    found.facts.push(...facts, ...reading.qualities.map((quality) => qualityFact(owner, spot, quality)))
    found.growths.push(...reading.changes.map((change) => growthOf(owner, spot, change, facts)))
    const boundary = reading.scope === 'own' ? findBoundary(plain) : undefined
    if (boundary) found.boundaries.push(boundaryOf(owner, spot, boundary))
    const sum = findSum(owner, spot) ?? findTrailingSum(owner, spot)
    if (sum) found.sums.push(sum)
  }
  return remember(memory, spot, reading, calculated.pending, frame)
}

/** A passage without a number or a verdict states no value; it may still tell the boundary, or name what the next passage reckons. */
function wordless(spot: Spot, frame: Frame, owner: Owner, found: ProseReading, memory: Memory | null): Memory {
  const boundary = frame.scope === 'own' ? findBoundary(spot.text) : undefined
  if (boundary) found.boundaries.push(boundaryOf(owner, spot, boundary))
  return remember(memory, spot, null, pendingOf(spot.text, frame), frame)
}

function boundaryOf({ document }: Owner, spot: Spot, { start, end, ...sides }: NonNullable<ReturnType<typeof findBoundary>>): Boundary {
  const span = { start: spot.start + start, end: spot.start + end }
  return { document, ...sides, evidence: evidenceOf(spot.passage, span, { start: span.start, end: span.start + 1 }, spot) }
}

function sourceOf(spot: Spot): string | null {
  const source = findGeneralSource(spot.text)
  const alone = spot.start === 0 && !spot.passage.afterTable && spot.passage.pieces[0]?.block.kind === 'paragraph'
  if (!source || (!source.own && !alone)) return null
  return printOf(spot.passage, { start: spot.start + source.start, end: spot.start + source.end })
}

/** The same value told twice in one place is one fact. */
function unique(facts: readonly Fact[]): Fact[] {
  const seen = new Set<string>()
  return facts.filter((fact) => {
    const key = [fact.subject, fact.year, fact.kind, fact.raw, fact.text, fact.evidence.paragraph, fact.evidence.bbox?.join()].join('|')
    return seen.has(key) ? false : seen.add(key) !== undefined
  })
}

export type { Passage }
