import { isOn } from '../ooxml/xml.ts'
import type { Paragraph } from './content.ts'
import { type Container, type Elements, type OpenParagraph, parentOf, type State } from './reader-state.ts'

const paragraphOf = (state: State) => state.paragraphs.at(-1)

function openParagraph(state: State): OpenParagraph {
  const carried = state.containers.at(-1)?.carried
  return {
    pieces: carried?.pieces ?? [],
    style: state.styles.find(null),
    numbering: null,
    level: null,
    centred: null,
    joinsNext: false,
    notes: carried?.notes ?? [],
    characters: carried?.characters ?? 0,
    boldCharacters: carried?.boldCharacters ?? 0,
    size: carried?.size ?? null,
    fonts: carried?.fonts ?? new Map(),
    floating: carried?.floating ?? [],
  }
}

/** The list number of a paragraph: its own list, else its style's; numId 0 takes a paragraph out of its style's list. */
function numberOf(state: State, { numbering, style }: OpenParagraph) {
  const id = numbering?.id || style.numbering?.id
  if (!id || id === '0') return ''
  const level = numbering?.level ?? style.numbering?.level ?? state.numbering.levelOfStyle(id, style.id)
  return state.numbering.next(id, level)
}

function finish(state: State, open: OpenParagraph): Paragraph {
  const fonts = [...open.fonts].sort(([, a], [, b]) => b - a)
  const level = open.level ?? open.style.level
  return {
    kind: 'paragraph',
    number: numberOf(state, open),
    text: open.pieces.join('').replace(/^[ \u3000]+|[\s\u3000]+$/g, ''),
    style: { id: open.style.id, name: open.style.name, level: level !== null && level > 0 ? level : null },
    bold: open.characters > 0 && open.boldCharacters * 2 > open.characters,
    size: open.size,
    font: fonts[0]?.[0] ?? null,
    centred: open.centred ?? open.style.centred ?? false,
    notes: open.notes,
  }
}

/** Ends a paragraph, or a container whose last paragraph was waiting to run on. */
export function flush(state: State, container: Container, open: OpenParagraph) {
  container.carried = null
  container.items.push(finish(state, open), ...open.floating)
}

const inParagraphProperties = (state: State) => parentOf(state) === 'w:pPr'

export const paragraphElements: Elements = {
  'w:p': {
    open: (state) => {
      state.paragraphs.push(openParagraph(state))
    },
    close: (state) => {
      const open = state.paragraphs.pop()
      // A field whose instruction never ends must not swallow the rest of the document.
      state.fields.fill('result')
      const container = state.containers.at(-1)
      if (!open || !container) return
      if (open.joinsNext) container.carried = open
      else flush(state, container, open)
    },
  },
  'w:pStyle': {
    open: (state, attributes) => {
      const open = paragraphOf(state)
      if (open) open.style = state.styles.find(attributes['w:val'] ?? null)
    },
  },
  'w:numId': {
    open: (state, attributes) => {
      const open = paragraphOf(state)
      if (open) open.numbering = { id: attributes['w:val'] ?? '0', level: open.numbering?.level ?? null }
    },
  },
  'w:ilvl': {
    open: (state, attributes) => {
      const open = paragraphOf(state)
      if (open) open.numbering = { id: open.numbering?.id ?? '', level: Number(attributes['w:val']) || 0 }
    },
  },
  'w:outlineLvl': {
    open: (state, attributes) => {
      const open = paragraphOf(state)
      const level = Number(attributes['w:val'])
      // 9 is body text: it takes a paragraph out of its style's outline.
      if (open && inParagraphProperties(state)) open.level = level >= 0 && level < 9 ? level + 1 : 0
    },
  },
  'w:jc': {
    open: (state, attributes) => {
      const open = paragraphOf(state)
      if (open && inParagraphProperties(state)) open.centred = attributes['w:val'] === 'center'
    },
  },
  'w:pageBreakBefore': {
    open: (state, attributes) => {
      if (isOn(attributes['w:val'])) state.pageBreaks++
    },
  },
  'w:type': {
    open: (state, attributes) => {
      if (parentOf(state) === 'w:sectPr' && parentOf(state, 2) === 'w:pPr' && attributes['w:val'] !== 'continuous') state.pageBreaks++
    },
  },
  'w:txbxContent': {
    open: (state) => {
      state.containers.push({ items: [], carried: null })
    },
    close: (state) => {
      const box = state.containers.pop()
      if (!box) return
      if (box.carried) flush(state, box, box.carried)
      const open = paragraphOf(state)
      if (open) open.floating.push(...box.items)
      else state.containers.at(-1)?.items.push(...box.items)
    },
  },
}
