import type { Attributes, XmlHandler } from '../ooxml/xml.ts'
import type { Content } from './content.ts'
import { equationElements } from './equation-elements.ts'
import { flush, paragraphElements } from './paragraph-elements.ts'
import type { Elements, State } from './reader-state.ts'
import { readText, runElements } from './run-elements.ts'
import { dropRow, tableElements } from './table-elements.ts'

/** Subtrees that are not part of the text as it now stands: deletions, former properties, instructions, readings aloud. */
const dropped = new Set([
  'w:moveFrom',
  'w:rPrChange',
  'w:pPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:sectPrChange',
  'w:tblGridChange',
  'w:numberingChange',
  'w:instrText',
  'w:delText',
  'w:delInstrText',
  'w:rt',
])

const elements: Elements = { ...paragraphElements, ...runElements, ...tableElements, ...equationElements }

/** w:del and w:moveFrom are empty marks within properties, and hold the deleted text elsewhere. */
function isDeleted(state: State, name: string) {
  if (name !== 'w:del' && name !== 'w:moveFrom') return false
  const parent = state.path.at(-1)
  const paragraph = state.paragraphs.at(-1)
  if (parent === 'w:trPr') dropRow(state)
  if (parent === 'w:rPr' && state.path.at(-2) === 'w:pPr' && paragraph) paragraph.joinsNext = true
  return true
}

/** Of several renderings of the same thing only the first that gives anything is read. */
function isRepeated(state: State, name: string) {
  if (name !== 'mc:Choice' && name !== 'mc:Fallback') return false
  return state.seen > (state.alternates.at(-1) ?? state.seen)
}

function open(state: State, name: string, attributes: Attributes) {
  if (state.skipped > 0 || isDeleted(state, name) || dropped.has(name) || isRepeated(state, name)) {
    state.skipped++
    return
  }
  state.path.push(name)
  if (name === 'mc:AlternateContent') state.alternates.push(state.seen)
  elements[name]?.open?.(state, attributes)
}

function close(state: State, name: string) {
  if (state.skipped > 0) {
    state.skipped--
    return
  }
  elements[name]?.close?.(state)
  if (name === 'mc:AlternateContent') state.alternates.pop()
  state.path.pop()
}

/** Reads a Word part's XML into `state`: its content is the innermost container's items once the part has ended. */
export const contentHandler = (state: State): XmlHandler => ({
  open: (name, attributes) => open(state, name, attributes),
  close: (name) => close(state, name),
  text: (text) => readText(state, text),
})

const closers = ['w:p', 'w:tc', 'w:tr', 'w:tbl', 'w:txbxContent']

/** The content read so far; where the XML broke off, with what was still open. */
export function contentOf(state: State): Content[] {
  for (let name = state.path.pop(); name !== undefined; name = state.path.pop()) {
    if (closers.includes(name)) elements[name]?.close?.(state)
  }
  const [body] = state.containers
  if (!body) return []
  if (body.carried) flush(state, body, body.carried)
  return body.items
}
