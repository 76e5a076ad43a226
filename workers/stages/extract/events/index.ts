import { normalise } from '../../../../rules/engine/normalise.ts'
import type { Cell, ParsedDocument, Table } from '../../../../schemas/document.ts'
import type { Evidence } from '../../../../schemas/place.ts'
import type { Identity } from '../../../../schemas/reading.ts'
import type { ToldDate, ToldEvent } from '../../../../schemas/told.ts'
import { evidenceOfCell } from '../evidence.ts'
import { outline } from '../outline.ts'
import { namesOfPark } from '../prose/park-name.ts'
import { type Passage, passages, sentencesIn } from '../prose/passages.ts'
import { evidenceOf } from '../prose/place.ts'
import { findSigned, readDates } from './read-dates.ts'
import { type Around, type Mention, readEvents } from './read-events.ts'
import { readSpans } from './read-spans.ts'
import { rowSentences } from './table-rows.ts'

/** What a document tells of events and of the dates that limits hang on. */
export type Told = { readonly events: ToldEvent[]; readonly dates: ToldDate[] }

/** Longer sentences are quoted around the telling words. */
const longestQuote = 200
/** A cell of fewer characters is a label or a state, no sentence. */
const shortestCell = 12

type Sentence = {
  readonly text: string
  readonly before: string
  readonly section: string | null
  place: (start: number, end: number) => Evidence
}

function sentencesOf(passage: Passage): Sentence[] {
  const spans = sentencesIn(passage)
  return spans.map((span, index) => ({
    text: span.text.replace(/[。!?]$/, ''),
    before: spans[index - 1]?.text ?? '',
    section: passage.section,
    place: (start, end) => {
      const whole = { start: span.start, end: span.end }
      const cue = { start: span.start + start, end: span.start + end }
      return evidenceOf(passage, span.text.length > longestQuote ? cue : whole, span.text.length > longestQuote ? cue : whole, whole)
    },
  }))
}

/** The sentences of a table's cells; a cell that is no sentence has none. */
function sentencesOfCell(table: Table, cell: Cell, section: string | null): Sentence[] {
  if (cell.text.length < shortestCell) return []
  const texts = normalise(cell.text)
    .text.split(/[。!?]/)
    .filter((text) => text.length >= shortestCell)
  return texts.map((text, index) => ({
    text,
    before: texts[index - 1] ?? '',
    section,
    place: () => evidenceOfCell(table, cell, cell.text, section),
  }))
}

function allSentences(document: ParsedDocument): Sentence[] {
  const { sections } = outline(document)
  const cells = document.blocks.flatMap((block, index) =>
    block.kind === 'table'
      ? [
          ...block.cells.flatMap((cell) => sentencesOfCell(block, cell, sections[index] ?? null)),
          ...rowSentences(block, sections[index] ?? null).map((row) => ({ ...row, before: '' })),
        ]
      : [],
  )
  return [...passages(document).flatMap(sentencesOf), ...cells]
}

const eventOf = (document: string, { start, end, ...mention }: Mention, sentence: Sentence): ToldEvent => ({
  document,
  ...mention,
  evidence: sentence.place(start, end),
})

/**
 * Reads the sentences of a document (paragraphs, and cells that hold sentences) for events of the park and for dates that the
 * regulation's limits hang on. An environmental impact assessment tells what might happen: no event is read from it.
 */
export function extractEvents(id: string, document: ParsedDocument, identity: Identity): Told {
  const own = namesOfPark(identity.park)
  const year = identity.role === 'annual_report' ? identity.year : null
  const events: ToldEvent[] = []
  const dates: ToldDate[] = findSigned(id, document, identity)
  for (const sentence of allSentences(document)) {
    const around: Around = { own, year, section: sentence.section, before: sentence.before }
    if (identity.role !== 'planning_eia') events.push(...readEvents(sentence.text, around).map((mention) => eventOf(id, mention, sentence)))
    for (const { start, end, ...told } of [...readDates(sentence.text, identity), ...readSpans(sentence.text, identity)])
      dates.push({ document: id, ...told, evidence: sentence.place(start, end) })
  }
  return { events, dates }
}
