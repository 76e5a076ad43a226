import { isStronglyNumbered, levelOfNumber } from '../heading-numbers.ts'
import type { TextItem } from '../item.ts'

/** Lines that carry no formatting as headings and paragraphs; empty ones are left out. */
export const lineItems = (lines: readonly string[]): TextItem[] =>
  lines
    .map((line) => line.replace(/[\s\u3000]+/g, ' ').trim())
    .filter((line) => line !== '')
    .map((text) => {
      const level = isStronglyNumbered(text) ? levelOfNumber(text) : null
      return { kind: level === null ? 'paragraph' : 'heading', level, text }
    })
