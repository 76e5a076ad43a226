import { type Attributes, isOn } from '../ooxml/xml.ts'
import { superscriptText } from '../superscript.ts'
import { addText, type Element, type Elements, parentOf, type Run, type State } from './reader-state.ts'
import { symbolText } from './symbols.ts'

/** Sets a property of the open run; the same element in a paragraph's mark or a list level is not the run's. */
const runProperty = (set: (run: Run, attributes: Attributes, state: State) => void): Element => ({
  open: (state, attributes) => {
    const run = state.runs.at(-1)
    if (run && parentOf(state) === 'w:rPr' && parentOf(state, 2) !== 'w:pPr') set(run, attributes, state)
  },
})

const collect: Element = {
  open: (state) => {
    state.collecting = true
  },
  close: (state) => {
    state.collecting = false
  },
}

const print = (text: string): Element => ({ open: (state) => addText(state, text) })

function openRun(state: State): Run {
  const style = state.paragraphs.at(-1)?.style
  return {
    hidden: style?.hidden ?? false,
    struck: false,
    raised: false,
    bold: style?.bold ?? false,
    size: style?.size ?? null,
    font: style?.font ?? null,
  }
}

function applyRunStyle(run: Run, id: string, state: State) {
  const style = state.styles.findRun(id)
  if (!style) return
  run.hidden = style.hidden ?? run.hidden
  run.bold = style.bold ?? run.bold
}

function openField(state: State, attributes: Attributes) {
  const kind = attributes['w:fldCharType']
  if (kind === 'begin') state.fields.push('instruction')
  else if (kind === 'separate' && state.fields.length > 0) state.fields[state.fields.length - 1] = 'result'
  else if (kind === 'end') state.fields.pop()
}

/** A ticked or empty box of a form; without it 是□否□ would read the same either way. */
function printCheckBox(state: State) {
  const fields = state.fields.splice(0)
  addText(state, state.ticked ? '☑' : '□')
  state.fields.push(...fields)
}

const tick: Element = {
  open: (state, attributes) => {
    if (parentOf(state) === 'w:checkBox') state.ticked = isOn(attributes['w:val'])
  },
}

const runElement: Element = {
  open: (state) => {
    state.runs.push(openRun(state))
  },
  close: (state) => {
    state.runs.pop()
  },
}

export const runElements: Elements = {
  'w:r': runElement,
  'm:r': runElement,
  'w:t': collect,
  'm:t': collect,
  'w:rStyle': runProperty((run, attributes, state) => applyRunStyle(run, attributes['w:val'] ?? '', state)),
  'w:b': runProperty((run, attributes) => {
    run.bold = isOn(attributes['w:val'])
  }),
  'w:sz': runProperty((run, attributes) => {
    run.size = Number(attributes['w:val']) || run.size
  }),
  'w:rFonts': runProperty((run, attributes) => {
    run.font = attributes['w:eastAsia'] ?? run.font
  }),
  'w:vanish': runProperty((run, attributes) => {
    run.hidden = isOn(attributes['w:val'])
  }),
  'w:strike': runProperty((run, attributes) => {
    run.struck = isOn(attributes['w:val'])
  }),
  'w:dstrike': runProperty((run, attributes) => {
    run.struck = run.struck || isOn(attributes['w:val'])
  }),
  'w:vertAlign': runProperty((run, attributes) => {
    run.raised = attributes['w:val'] === 'superscript'
  }),
  'w:tab': {
    open: (state) => {
      if (parentOf(state) === 'w:r') addText(state, ' ')
    },
  },
  'w:ptab': print(' '),
  'w:cr': print('\n'),
  'w:noBreakHyphen': print('-'),
  'w:br': {
    open: (state, attributes) => {
      const kind = attributes['w:type']
      if (kind === 'page') state.pageBreaks++
      else if (kind !== 'column') addText(state, '\n')
    },
  },
  'w:lastRenderedPageBreak': {
    open: (state) => {
      state.renderedPageBreaks++
    },
  },
  'w:sym': { open: (state, attributes) => addText(state, symbolText(attributes['w:font'], attributes['w:char'])) },
  'w:fldChar': { open: openField },
  'w:checkBox': {
    open: (state) => {
      state.ticked = false
    },
    close: printCheckBox,
  },
  'w:default': tick,
  'w:checked': tick,
  'w:footnoteReference': { open: (state, attributes) => void state.paragraphs.at(-1)?.notes.push(`f${attributes['w:id']}`) },
  'w:endnoteReference': { open: (state, attributes) => void state.paragraphs.at(-1)?.notes.push(`e${attributes['w:id']}`) },
  'pic:pic': { open: countPicture },
  'v:imagedata': {
    open: (state, attributes) => {
      countPicture(state)
      placePicture(state, attributes['r:id'])
    },
  },
  'a:blip': { open: (state, attributes) => placePicture(state, attributes['r:embed']) },
}

/** A hidden picture shows nothing. */
function placePicture(state: State, link: string | undefined) {
  if (link === undefined || state.runs.at(-1)?.hidden) return
  state.paragraphs.at(-1)?.floating.push({ kind: 'picture', link })
}

function countPicture(state: State) {
  state.pictures++
  state.seen++
}

/** Takes the characters of w:t and m:t; everything else between the tags is not text. */
export function readText(state: State, text: string) {
  if (!state.collecting) return
  addText(state, state.runs.at(-1)?.raised ? superscriptText(text) : text)
}
