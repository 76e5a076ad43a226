import type { Content } from './content.ts'
import { printedText } from './table-item.ts'

const isPageNumber = (text: string) => /^[\s\-—–·/|第共页Pageof\dIVXivx]*$/.test(text)

function* textsOf(content: readonly Content[]): Generator<string> {
  for (const item of content) {
    if (item.kind === 'picture') continue
    if (item.kind === 'paragraph') yield printedText(item).replace(/\s+/g, ' ').trim()
    else for (const row of item.rows) for (const cell of row.cells) yield* textsOf(cell.content)
  }
}

/** The texts of headers and footers, without repeats and bare page numbers. */
export const runningTexts = (parts: readonly (readonly Content[])[]): string[] => [
  ...new Set(parts.flatMap((content) => [...textsOf(content)]).filter((text) => text !== '' && !isPageNumber(text))),
]

/** The text of each part of a notes file, joined. */
export const plainText = (content: readonly Content[]): string => [...textsOf(content)].filter((text) => text !== '').join(' ')
