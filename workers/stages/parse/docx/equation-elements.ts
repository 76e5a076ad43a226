import type { Attributes } from '../ooxml/xml.ts'
import { superscriptText } from '../superscript.ts'
import { type Element, type Elements, parentOf, type State } from './reader-state.ts'

const mark = (state: State) => {
  state.equationMarks.push({ at: state.paragraphs.at(-1)?.pieces.length ?? 0, left: '(', right: ')' })
}

function fold(state: State, shape: (text: string, mark: { left: string; right: string }) => string) {
  const open = state.equationMarks.pop()
  const pieces = state.paragraphs.at(-1)?.pieces
  if (!open || !pieces) return
  pieces.push(shape(pieces.splice(open.at).join(''), open))
}

/** Brackets what holds an operator, so that a fraction written on one line keeps its meaning. */
const bracket = (text: string) => (/[+\-−－×÷*/·]/.test(text) && !/^\([^()]*\)$/.test(text) ? `(${text})` : text)

const part = (shape: (text: string) => string): Element => ({ open: mark, close: (state) => fold(state, shape) })

const delimiter = (side: 'left' | 'right') => ({
  open: (state: State, attributes: Attributes) => {
    const open = state.equationMarks.at(-1)
    if (open) open[side] = attributes['m:val'] ?? open[side]
  },
})

/** Equations as one line of text: fractions as a/b, powers as superscripts or ^(…), roots as √(…). */
export const equationElements: Elements = {
  'm:num': part((text) => `${bracket(text)}/`),
  'm:den': part(bracket),
  'm:sup': part((text) => (/^[\d+\-−－]+$/.test(text) ? superscriptText(text) : text === '' ? '' : `^(${text})`)),
  'm:deg': part(superscriptText),
  'm:d': { open: mark, close: (state) => fold(state, (text, { left, right }) => left + text + right) },
  'm:begChr': delimiter('left'),
  'm:endChr': delimiter('right'),
  'm:e': {
    open: (state) => {
      if (parentOf(state) === 'm:rad') mark(state)
    },
    close: (state) => {
      if (parentOf(state) === 'm:rad') fold(state, (text) => `√(${text})`)
    },
  },
}
