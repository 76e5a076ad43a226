import type { Attributes } from '../ooxml/xml.ts'
import type { Content, RawCell, RawTable } from './content.ts'
import type { Numbering } from './numbering.ts'
import type { Style, Styles } from './styles.ts'

export type Run = { hidden: boolean; struck: boolean; raised: boolean; bold: boolean; size: number | null; font: string | null }

export type OpenParagraph = {
  pieces: string[]
  style: Style
  numbering: { id: string; level: number | null } | null
  level: number | null
  centred: boolean | null
  /** Its mark is deleted by a tracked change: it runs on into the next paragraph. */
  joinsNext: boolean
  notes: string[]
  characters: number
  boldCharacters: number
  size: number | null
  fonts: Map<string, number>
  /** What its text boxes hold; it follows the paragraph. */
  floating: Content[]
}

export type Container = { items: Content[]; carried: OpenParagraph | null }
export type OpenRow = { cells: RawCell[]; next: number; dropped: boolean }
export type OpenTable = RawTable & { row: OpenRow | null; cell: RawCell | null }

export type State = {
  readonly styles: Styles
  readonly numbering: Numbering
  /** Names of the open elements, outermost first. */
  readonly path: string[]
  readonly containers: Container[]
  readonly paragraphs: OpenParagraph[]
  readonly runs: Run[]
  readonly tables: OpenTable[]
  readonly fields: ('instruction' | 'result')[]
  /** For each open mc:AlternateContent, how much had been read before it. */
  readonly alternates: number[]
  /** Where in the paragraph's pieces each open part of an equation began. */
  readonly equationMarks: { at: number; left: string; right: string }[]
  skipped: number
  collecting: boolean
  /** Whether the form's box being read is ticked. */
  ticked: boolean
  /** Characters and pictures read so far. */
  seen: number
  characters: number
  pictures: number
  renderedPageBreaks: number
  pageBreaks: number
}

export type Element = { open?: (state: State, attributes: Attributes) => void; close?: (state: State) => void }
export type Elements = Record<string, Element>

export const createState = (styles: Styles, numbering: Numbering): State => ({
  styles,
  numbering,
  path: [],
  containers: [{ items: [], carried: null }],
  paragraphs: [],
  runs: [],
  tables: [],
  fields: [],
  alternates: [],
  equationMarks: [],
  skipped: 0,
  collecting: false,
  ticked: false,
  seen: 0,
  characters: 0,
  pictures: 0,
  renderedPageBreaks: 0,
  pageBreaks: 0,
})

export const parentOf = (state: State, above = 1) => state.path[state.path.length - 1 - above]

/** Adds text to the open paragraph, unless it stands in a field's instruction or in a hidden or struck run. */
export function addText(state: State, text: string) {
  const paragraph = state.paragraphs.at(-1)
  const run = state.runs.at(-1)
  if (!paragraph || text === '' || run?.hidden || run?.struck || state.fields.includes('instruction')) return
  paragraph.pieces.push(text)
  const weight = text.trim().length
  state.seen += weight
  state.characters += weight
  paragraph.characters += weight
  if (!run || weight === 0) return
  if (run.bold) paragraph.boldCharacters += weight
  if (run.size !== null) paragraph.size = Math.max(paragraph.size ?? 0, run.size)
  if (run.font !== null) paragraph.fonts.set(run.font, (paragraph.fonts.get(run.font) ?? 0) + weight)
}
