import { type Normalised, normalise } from '../../../../rules/engine/normalise.ts'
import type { ParsedDocument, TextBlock } from '../../../../schemas/document.ts'
import { outline } from '../outline.ts'

/** A part of a passage that stands in one block: from `start` of the passage's text. */
export type Piece = { readonly start: number; readonly block: TextBlock; readonly normal: Normalised }

/**
 * A paragraph in normalised text, a calculation printed over several paragraphs being one passage. `lead` is how far into
 * a run of paragraphs under one heading it stands: a table or heading begins a new run.
 */
export type Passage = {
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly section: string | null
  readonly headings: readonly string[]
  readonly run: number
  readonly afterTable: boolean
}

const continues = /^[=≈÷×/+]/
const unfinished = /[=≈÷×+]$/
const longest = 500_000
const longestSentence = 4_000

/** ① at the head of an item, which normal print would make a digit of the text. */
const circled = /(?<=^\s*|[。；;:：]\s*)[①-⑳]/g

const digits = '〇一二三四五六七八九'

/** 二〇二一年 as 2021年, character for character. */
const inArabic = ({ text, at }: Normalised): Normalised => ({
  text: text.replace(/[二一][〇零○一二三四五六七八九]{3}(?=年)/g, (year) =>
    [...year].map((digit) => Math.max(0, digits.indexOf(digit))).join(''),
  ),
  at,
})

/** The running text of a document, in reading order. Headings, captions and tables are no passages. */
export function passages(document: ParsedDocument): Passage[] {
  const { sections } = outline(document)
  const found: Passage[] = []
  let run = 0
  let afterTable = false
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind === 'table' || block.kind === 'heading') {
      run += 1
      afterTable = block.kind === 'table'
      continue
    }
    const normal = inArabic(normalise(block.text.replace(circled, '•')))
    if (normal.text === '' || normal.text.length > longest) continue
    const last = found.at(-1)
    const goesOn = last !== undefined && last.run === run && (continues.test(normal.text) || unfinished.test(last.text))
    if (goesOn && last)
      found[found.length - 1] = {
        ...last,
        text: last.text + normal.text,
        pieces: [...last.pieces, { start: last.text.length, block, normal }],
      }
    else {
      const section = sections[index] ?? null
      found.push({
        text: normal.text,
        pieces: [{ start: 0, block, normal }],
        section,
        headings: section?.split(' › ') ?? [],
        run,
        afterTable,
      })
    }
    afterTable = false
  }
  return found
}

/** Start and end of each sentence of a passage; what is too long to be one is left out. */
export function sentencesIn({ text }: Passage): { start: number; end: number; text: string }[] {
  return [...text.matchAll(/[^。!?]+(?:[。!?]|$)/g)]
    .filter((match) => match[0].length <= longestSentence)
    .map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }))
}
